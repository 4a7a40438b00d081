package org.tegata.embedded;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** New EC P-256 keys as JWK files (RFC 7517), with nothing but the JDK: tests must not trust the code under test. */
final class TestKeys {
    static final String SIGNING = "issuer.jwk";
    static final String JWKS = "issuer-jwks.json";
    static final String REGISTRY_SEAL = "registry.jwk";
    static final String GATEWAY_SEAL = "gateway.jwk";

    private static final int FIELD_BYTES = 32;

    private TestKeys() {}

    static void write(Path folder) throws IOException {
        KeyPair issuer = generate();
        Files.writeString(folder.resolve(SIGNING), privateJwk(issuer));
        Files.writeString(folder.resolve(JWKS), "{\"keys\":[" + publicJwk(issuer) + "]}");
        Files.writeString(folder.resolve(REGISTRY_SEAL), privateJwk(generate()));
        Files.writeString(folder.resolve(GATEWAY_SEAL), privateJwk(generate()));
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publicJwk(KeyPair key) {
        return "{" + members(key) + ",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"" + thumbprint(key) + "\"}";
    }

    private static String privateJwk(KeyPair key) {
        String d = base64Url(fixed(((ECPrivateKey) key.getPrivate()).getS()));
        return "{" + members(key) + ",\"d\":\"" + d + "\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\""
                + thumbprint(key) + "\"}";
    }

    /** The required members in the order of RFC 7638. */
    private static String members(KeyPair key) {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return "\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + base64Url(fixed(point.getAffineX())) + "\",\"y\":\""
                + base64Url(fixed(point.getAffineY())) + "\"";
    }

    private static String thumbprint(KeyPair key) {
        try {
            byte[] canonical = ("{" + members(key) + "}").getBytes(StandardCharsets.UTF_8);
            return base64Url(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] fixed(BigInteger value) {
        byte[] bytes = value.toByteArray();
        if (bytes.length >= FIELD_BYTES) {
            return Arrays.copyOfRange(bytes, bytes.length - FIELD_BYTES, bytes.length);
        }
        byte[] padded = new byte[FIELD_BYTES];
        System.arraycopy(bytes, 0, padded, FIELD_BYTES - bytes.length, bytes.length);
        return padded;
    }

    static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
