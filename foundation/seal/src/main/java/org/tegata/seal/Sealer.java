package org.tegata.seal;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.text.ParseException;
import java.util.regex.Pattern;

/**
 * Signs with one organisation's or platform's own key: ES256 (RFC 7518 section 3.4) or Ed25519 (RFC 8037 section 3.1).
 * Thread-safe.
 */
public final class Sealer {

    /** A media type without {@code application/} (RFC 7515 section 4.1.9), such as {@code act+jws}. */
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*(/[A-Za-z0-9!#$&^_.+-]+)?");

    private final PrivateKey key;
    private final VerificationKey publicKey;
    private final SealAlgorithm algorithm;
    private final Engines engines;
    private final byte[] untypedStart;

    /** Whoever can compute with the key: the chosen provider, or the token that holds it. */
    @FunctionalInterface
    interface Engines {
        Signature signature(SealAlgorithm algorithm) throws NoSuchAlgorithmException;
    }

    Sealer(PrivateKey key, VerificationKey publicKey, SealAlgorithm algorithm, Engines engines) {
        this.key = key;
        this.publicKey = publicKey;
        this.algorithm = algorithm;
        this.engines = engines;
        this.untypedStart = start("");
        requirePair();
    }

    /** From a private P-256 or Ed25519 JWK; the key id is its thumbprint (RFC 7638) whatever {@code kid} says. */
    public static Sealer fromJwk(String privateJwk) {
        return fromJwk(privateJwk, CryptoProvider.inUse());
    }

    static Sealer fromJwk(String privateJwk, CryptoProvider provider) {
        JWK parsed;
        try {
            parsed = JWK.parse(privateJwk);
        } catch (ParseException unreadable) {
            // Not the cause's message: it may quote the key.
            throw new IllegalArgumentException("the seal key is not a private EC P-256 or Ed25519 JWK");
        }
        return PrivateKeys.sealer(parsed, provider);
    }

    /** From a file that holds a private P-256 or Ed25519 JWK. */
    public static Sealer fromFile(Path file) {
        try {
            return fromJwk(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the seal key cannot be read from " + file, unreadable);
        }
    }

    /**
     * From a P-256 key in a key store, with its certificate. A key in a PKCS#11 token never leaves it: the token signs.
     */
    public static Sealer fromKeyStore(KeyStore store, String alias, char[] pin) {
        return PrivateKeys.sealer(store, alias, pin, CryptoProvider.inUse());
    }

    /** The JWS compact serialisation over exactly these bytes; refuses (IllegalArgumentException) what is too long. */
    public String seal(byte[] payload) {
        return seal(untypedStart, payload);
    }

    /** The JWS over this text in UTF-8. */
    public String seal(String payload) {
        return seal(payload.getBytes(StandardCharsets.UTF_8));
    }

    /** The JWS over exactly these bytes that says in {@code typ} what they are (RFC 8725 section 3.11). */
    public String seal(String type, byte[] payload) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not a media type: " + type);
        }
        return seal(start("\"typ\":\"" + type + "\","), payload);
    }

    /** RFC 7638 thumbprint of the key, the {@code kid} of every seal. */
    public String keyId() {
        return publicKey.keyId();
    }

    /** The public half as a JWK. */
    public String publicJwk() {
        return publicKey.jwk();
    }

    /** The public half as a JWK set, for others to trust. */
    public String publicJwks() {
        try {
            return new JWKSet(JWK.parse(publicJwk())).toString();
        } catch (ParseException impossible) {
            throw new IllegalStateException("our own JWK", impossible);
        }
    }

    private byte[] start(String typeMember) {
        String header = "{\"kid\":\"" + keyId() + "\"," + typeMember + "\"alg\":\"" + algorithm.joseName() + "\"}";
        return (UnverifiedJws.Base64Url.text(header.getBytes(StandardCharsets.UTF_8)) + ".")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private String seal(byte[] start, byte[] payload) {
        byte[] body = UnverifiedJws.Base64Url.encode(payload);
        try {
            Signature engine = engines.signature(algorithm);
            engine.initSign(key);
            engine.update(start);
            engine.update(body);
            byte[] signature = UnverifiedJws.Base64Url.encode(engine.sign());
            byte[] jws = new byte[start.length + body.length + 1 + signature.length];
            if (jws.length > SealVerifier.MAX_LENGTH) {
                throw new IllegalArgumentException("longer than any seal that is read");
            }
            System.arraycopy(start, 0, jws, 0, start.length);
            System.arraycopy(body, 0, jws, start.length, body.length);
            jws[start.length + body.length] = '.';
            System.arraycopy(signature, 0, jws, start.length + body.length + 1, signature.length);
            return new String(jws, StandardCharsets.ISO_8859_1);
        } catch (GeneralSecurityException | ProviderException failed) {
            throw new IllegalStateException("sealing failed", failed);
        }
    }

    /** A private key beside a foreign public one would make seals that nobody can verify, or give the key away. */
    private void requirePair() {
        try {
            if (publicKey.holds(UnverifiedJws.read(seal("pair")))) {
                return;
            }
        } catch (SealRejected | IllegalStateException unusable) {
            throw new IllegalArgumentException("the seal key cannot sign", unusable);
        }
        throw new IllegalArgumentException("the private and the public seal key do not belong together");
    }
}
