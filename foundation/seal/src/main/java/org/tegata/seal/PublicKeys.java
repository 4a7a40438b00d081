package org.tegata.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** From a public JWK (RFC 7517, 7518 section 6, 8037 section 2) to a key that a provider can work with. */
final class PublicKeys {

    private static final int MIN_RSA_BITS = 2048;
    /** Verifying takes time by the square of it. */
    private static final int MAX_RSA_BITS = 8192;

    private static final int MAX_EXPONENT_BITS = 64;
    /** SubjectPublicKeyInfo of RFC 8410 section 4 before the 32 octets of the key. */
    private static final byte[] ED25519_PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0};

    private PublicKeys() {}

    static void requirePublicForSignatures(JWK key) {
        if (key.isPrivate() || key.toPublicJWK() == null) {
            throw new IllegalArgumentException("the key is a secret; give public keys only");
        }
        boolean otherUse = key.getKeyUse() != null && !KeyUse.SIGNATURE.equals(key.getKeyUse());
        boolean otherOperation =
                key.getKeyOperations() != null && !key.getKeyOperations().contains(KeyOperation.VERIFY);
        if (otherUse || otherOperation) {
            throw new IllegalArgumentException("the key is not for signatures");
        }
    }

    /** What the kind of key, its curve and its own {@code alg} leave. */
    static Set<SealAlgorithm> algorithms(JWK key) {
        var fit = EnumSet.noneOf(SealAlgorithm.class);
        if (key instanceof RSAKey rsa && rsa.size() >= MIN_RSA_BITS && rsa.size() <= MAX_RSA_BITS) {
            fit.addAll(EnumSet.range(SealAlgorithm.RS256, SealAlgorithm.PS512));
        } else if (key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256)) {
            fit.add(SealAlgorithm.ES256);
        } else if (key instanceof ECKey ec && ec.getCurve().equals(Curve.P_384)) {
            fit.add(SealAlgorithm.ES384);
        } else if (key instanceof ECKey ec && ec.getCurve().equals(Curve.P_521)) {
            fit.add(SealAlgorithm.ES512);
        } else if (key instanceof OctetKeyPair pair && pair.getCurve().equals(Curve.Ed25519)) {
            fit.add(SealAlgorithm.EDDSA);
        }
        var own = key.getAlgorithm();
        if (own != null) {
            fit.removeIf(algorithm -> !algorithm.joseName().equals(own.getName()));
        }
        if (fit.isEmpty()) {
            throw new IllegalArgumentException("no accepted algorithm fits it");
        }
        return fit;
    }

    static PublicKey ready(JWK jwk, CryptoProvider provider) throws GeneralSecurityException, JOSEException {
        byte[] encoded;
        String type;
        if (jwk instanceof ECKey ec) {
            int octets =
                    (ec.getCurve().toECParameterSpec().getCurve().getField().getFieldSize() + 7) / 8;
            requireOctets(ec.getX(), octets);
            requireOctets(ec.getY(), octets);
            // Nimbus has checked that the point is on the curve.
            encoded = ec.toECPublicKey().getEncoded();
            type = "EC";
        } else if (jwk instanceof OctetKeyPair pair) {
            byte[] point = requireOctets(pair.getX(), Ed25519.PUBLIC_KEY_SIZE);
            requirePrimeOrder(point);
            encoded = SignatureForm.join(ED25519_PREFIX, point);
            type = "Ed25519";
        } else {
            encoded = requireSound(jwk.toRSAKey().toRSAPublicKey()).getEncoded();
            type = "RSA";
        }
        return provider.keyFactory(type).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /**
     * The providers differ on points that are not canonical or not in the group of prime order (RFC 8032 section 8.9);
     * honest keys never are such points, so none of them is taken.
     */
    private static void requirePrimeOrder(byte[] point) {
        if (!Ed25519.validatePublicKeyFull(point, 0)) {
            throw new IllegalArgumentException("the Ed25519 point is not in the group of prime order");
        }
    }

    /** RFC 8017 section 3.1: both odd, the exponent from 3; one longer than 64 bits serves nobody honest. */
    private static RSAPublicKey requireSound(RSAPublicKey key) {
        var exponent = key.getPublicExponent();
        boolean odd = exponent.testBit(0) && key.getModulus().testBit(0);
        if (!odd || exponent.bitLength() < 2 || exponent.bitLength() > MAX_EXPONENT_BITS) {
            throw new IllegalArgumentException("not an RSA key");
        }
        return key;
    }

    private static byte[] requireOctets(Base64URL value, int octets) {
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        byte[] decoded = UnverifiedJws.Base64Url.decode(text, 0, text.length);
        if (decoded.length != octets) {
            throw new IllegalArgumentException("a coordinate has not " + octets + " octets");
        }
        return decoded;
    }
}
