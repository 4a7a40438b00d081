package org.tegata.seal;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** One key and free hands: any header, payload and spelling, honestly signed where that makes the attack better. */
final class Forgery {

    static final String TYPE = "act+jws";
    static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    final VerificationKey key;
    private final SealAlgorithm algorithm;
    private final PrivateKey secret;

    private Forgery(VerificationKey key, SealAlgorithm algorithm, PrivateKey secret) {
        this.key = key;
        this.algorithm = algorithm;
        this.secret = secret;
    }

    static Forgery ofP256() {
        try {
            var jwk = ECKey.parse(Keys.newEcKeyJwk());
            return new Forgery(
                    VerificationKey.fromJwk(jwk.toPublicJWK().toJSONString()),
                    SealAlgorithm.ES256,
                    jwk.toECPrivateKey());
        } catch (ParseException | com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Forgery ofEd25519() {
        try {
            var jwk = OctetKeyPair.parse(Keys.newEd25519KeyJwk());
            byte[] encoded =
                    SignatureForm.join(HexFormat.of().parseHex("302e020100300506032b657004220420"), jwk.getDecodedD());
            return new Forgery(
                    VerificationKey.fromJwk(jwk.toPublicJWK().toJSONString()),
                    SealAlgorithm.EDDSA,
                    CryptoProvider.JDK.keyFactory("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (ParseException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The header that would be accepted. */
    String header() {
        return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"%s\"}".formatted(algorithm.joseName(), key.keyId(), TYPE);
    }

    /** An honest signature under a header of our choice. */
    String signed(String header) {
        return signed(header.getBytes(StandardCharsets.UTF_8));
    }

    String signed(byte[] header) {
        return over(base64(header) + "." + base64("{\"act\":\"TRANSFER\"}"));
    }

    String signed() {
        return signed(header());
    }

    /** An honest signature over these two parts as they are spelled. */
    String over(String signingInput) {
        return signingInput + "." + base64(signature(signingInput));
    }

    byte[] signature(String signingInput) {
        try {
            var engine = CryptoProvider.JDK.signature(algorithm);
            engine.initSign(secret);
            engine.update(signingInput.getBytes(StandardCharsets.UTF_8));
            return engine.sign();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The acceptable header and payload under a signature of our choice. */
    String with(java.util.function.UnaryOperator<byte[]> change) {
        String input = base64(header()) + "." + base64("{\"act\":\"TRANSFER\"}");
        return input + "." + base64(change.apply(signature(input)));
    }

    static byte[] halves(BigInteger r, BigInteger s) {
        return SignatureForm.join(octets(r), octets(s));
    }

    static BigInteger r(byte[] signature) {
        return new BigInteger(1, Arrays.copyOf(signature, 32));
    }

    static BigInteger s(byte[] signature) {
        return new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    }

    private static byte[] octets(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, fixed, 32 - (bytes.length - from), bytes.length - from);
        return fixed;
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
