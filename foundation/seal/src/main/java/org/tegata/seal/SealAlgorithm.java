package org.tegata.seal;

import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The signature algorithms that are accepted: RFC 7518 section 3.1 without HMAC and none, RFC 8037 with Ed25519. */
enum SealAlgorithm {
    ES256("ES256", "SHA256withECDSAinP1363Format", "EC", 64),
    ES384("ES384", "SHA384withECDSAinP1363Format", "EC", 96),
    ES512("ES512", "SHA512withECDSAinP1363Format", "EC", 132),
    EDDSA("EdDSA", "Ed25519", "Ed25519", 64),
    RS256("RS256", "SHA256withRSA", "RSA", 0),
    RS384("RS384", "SHA384withRSA", "RSA", 0),
    RS512("RS512", "SHA512withRSA", "RSA", 0),
    PS256("PS256", "RSASSA-PSS", "RSA", 32),
    PS384("PS384", "RSASSA-PSS", "RSA", 48),
    PS512("PS512", "RSASSA-PSS", "RSA", 64);

    private static final Map<String, SealAlgorithm> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(SealAlgorithm::joseName, Function.identity()));

    private final String joseName;
    private final String jcaName;
    private final String keyType;
    private final int length;

    SealAlgorithm(String joseName, String jcaName, String keyType, int length) {
        this.joseName = joseName;
        this.jcaName = jcaName;
        this.keyType = keyType;
        this.length = length;
    }

    static @Nullable SealAlgorithm named(String joseName) {
        return BY_NAME.get(joseName);
    }

    String joseName() {
        return joseName;
    }

    String jcaName() {
        return jcaName;
    }

    String keyType() {
        return keyType;
    }

    /** Octets of a signature on a curve, of the salt for RSASSA-PSS. */
    int length() {
        return length;
    }

    /** RFC 7518 section 3.5: the mask uses the same hash, the salt is as long as its output. */
    @Nullable
    AlgorithmParameterSpec parameters() {
        if (!jcaName.equals("RSASSA-PSS")) {
            return null;
        }
        String hash = "SHA-" + joseName.substring(2);
        int trailerField = 1;
        return new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), length, trailerField);
    }
}
