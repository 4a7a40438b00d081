package org.tegata.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ACCP, Bouncy Castle and the JDK: the same vectors, the same verdicts. */
class ProvidersTest {

    /** RFC 7515 appendix A.3. */
    private static final String ES256_KEY = """
            {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""";

    private static final String ES256_JWS = "eyJhbGciOiJFUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
            + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    /** RFC 8037 appendix A.1 to A.4. */
    private static final String ED25519_SECRET = """
            {"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
            "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

    private static final String ED25519_KEY = ED25519_SECRET.replaceFirst("\"d\":\"[^\"]*\",", "");
    private static final String ED25519_JWS = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
            + ".hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    /** Where its native library is made for, it must load: no test of ACCP may pass by not running. */
    @Test
    void shouldLoadAccpWhereItsLibraryIsMadeFor() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT) + " " + System.getProperty("os.arch");
        boolean made = system.matches("linux (amd64|aarch64)|mac.* (x86_64|aarch64)");
        assertThat(CryptoProvider.ACCP.isPresent())
                .as("%s: %s", system, CryptoProvider.ACCP.absence())
                .isEqualTo(made);
        assertThat(CryptoProvider.inUse()).isEqualTo(made ? CryptoProvider.ACCP : CryptoProvider.BOUNCY_CASTLE);
    }

    @Test
    void shouldTakeTheProviderThatIsNamed() {
        assertThat(CryptoProvider.named("bouncy-castle")).isEqualTo(CryptoProvider.BOUNCY_CASTLE);
        assertThat(CryptoProvider.named(" JDK ")).isEqualTo(CryptoProvider.JDK);
        assertThatThrownBy(() -> CryptoProvider.named("rot13"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("accp, bouncy-castle, jdk");
    }

    @Test
    void shouldRegisterNothingJvmWide() {
        CryptoProvider.values()[0].isPresent();
        CryptoProvider.values()[1].isPresent();
        assertThat(java.security.Security.getProviders())
                .extracting(java.security.Provider::getName)
                .doesNotContain("BC", "AmazonCorrettoCryptoProvider");
    }

    @ParameterizedTest
    @EnumSource
    void shouldVerifyTheVectorsOfTheRfcs(CryptoProvider provider) throws Exception {
        assertThat(verifier(ES256_KEY, provider).verify(ES256_JWS)).asString().contains("\"iss\":\"joe\"");
        assertThat(verifier(ED25519_KEY, provider).verify(ED25519_JWS))
                .asString()
                .isEqualTo("Example of Ed25519 signing");
        assertThat(VerificationKey.fromJwk(ED25519_KEY, provider).keyId())
                .as("RFC 8037 A.3")
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    /** Ed25519 is deterministic, so two providers agree octet for octet. */
    @ParameterizedTest
    @EnumSource
    void shouldSignAsTheRfcAsks(CryptoProvider provider) {
        assertThat(Sealer.fromJwk(ED25519_SECRET, provider).seal("x"))
                .isEqualTo(Sealer.fromJwk(ED25519_SECRET, CryptoProvider.JDK).seal("x"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldSignWhatAllOthersVerify(CryptoProvider provider) throws Exception {
        for (String secret : new String[] {Keys.newEcKeyJwk(), Keys.newEd25519KeyJwk()}) {
            var sealer = Sealer.fromJwk(secret, provider);
            for (CryptoProvider other : CryptoProvider.values()) {
                for (int i = 0; i < 20; i++) {
                    byte[] payload = ("\u624b\u5f62 " + i).getBytes(StandardCharsets.UTF_8);
                    var key = VerificationKey.fromJwk(sealer.publicJwk(), other);
                    assertThat(key.verify(sealer.seal("act+jws", payload), "act+jws"))
                            .isEqualTo(payload);
                    assertThat(verifier(sealer.publicJwk(), other).verify(sealer.seal(payload)))
                            .isEqualTo(payload);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldVerifyTheAlgorithmsOfOtherPlatforms(CryptoProvider provider) throws Exception {
        var rsa = new RSAKeyGenerator(2048).generate();
        var rsaVerifier = verifier(rsa.toPublicJWK().toJSONString(), provider);
        String bound = rsa.toPublicJWK().toJSONString().replaceFirst("\\{", "{\"alg\":\"PS256\",");
        for (JWSAlgorithm algorithm : JWSAlgorithm.Family.RSA) {
            var jws = new JWSObject(new JWSHeader(algorithm), new Payload("x"));
            jws.sign(new RSASSASigner(rsa));
            assertThat(rsaVerifier.verify(jws.serialize())).asString().isEqualTo("x");
            if (!algorithm.equals(JWSAlgorithm.PS256)) {
                assertRefused(verifier(bound, provider), jws.serialize());
            }
            assertRefused(rsaVerifier, withSignature(jws, ProvidersTest::oneOctetMore));
            assertRefused(rsaVerifier, withSignature(jws, signature -> plusModulus(signature, rsa)));
        }
        for (Curve curve : new Curve[] {Curve.P_256, Curve.P_384, Curve.P_521}) {
            var key = new ECKeyGenerator(curve).generate();
            var jws = new JWSObject(new JWSHeader(ECDSA.resolveAlgorithm(curve)), new Payload("x"));
            jws.sign(new ECDSASigner(key));
            var verifier = verifier(key.toPublicJWK().toJSONString(), provider);
            assertThat(verifier.verify(jws.serialize())).asString().isEqualTo("x");
            assertRefused(verifier, withSignature(jws, signature -> new byte[signature.length]));
            assertRefused(verifier, withSignature(jws, ProvidersTest::oneOctetMore));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldServeManyThreads(CryptoProvider provider) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (String secret : new String[] {Keys.newEcKeyJwk(), Keys.newEd25519KeyJwk()}) {
                var sealer = Sealer.fromJwk(secret, provider);
                var key = VerificationKey.fromJwk(sealer.publicJwk(), provider);
                Callable<Void> work = () -> {
                    for (int i = 0; i < 50; i++) {
                        key.verify(sealer.seal("act+jws", new byte[] {(byte) i}), "act+jws");
                    }
                    return null;
                };
                for (var done : threads.invokeAll(
                        IntStream.range(0, 8).mapToObj(i -> work).toList())) {
                    done.get();
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    /**
     * Only the key's owner can make these; if one platform took them and another did not, there would be two truths.
     * Bouncy Castle alone takes them: RFC 8032 section 5.1.7 leaves both open.
     */
    @ParameterizedTest
    @EnumSource
    void shouldRefuseEd25519SignaturesThatOnlySomeTake(CryptoProvider provider) throws Exception {
        var secret = new BigInteger("123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", 16);
        byte[] point = Ed25519Points.GENERATOR.times(secret).encoded();
        var verifier = verifier(okp(point), provider);
        var nonce = BigInteger.valueOf(8032);
        var small = Ed25519Points.ofOrderEight();
        for (int order = 0; order < 8; order++) {
            var r = Ed25519Points.GENERATOR.times(nonce).plus(small.times(BigInteger.valueOf(order)));
            String jws = ed25519(r.encoded(), nonce, point, secret);
            if (order == 0) {
                verifier.verify(jws);
            } else {
                assertRefused(verifier, jws);
            }
        }
        assertRefused(verifier, ed25519(Ed25519Points.NEUTRAL.encoded(), BigInteger.ZERO, point, secret));
        byte[] sameBeyondP = Ed25519Points.littleEndian(Ed25519Points.P.add(BigInteger.ONE));
        assertRefused(verifier, ed25519(sameBeyondP, BigInteger.ZERO, point, secret));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseEd25519KeysOutsideTheGroup(CryptoProvider provider) {
        var small = Ed25519Points.ofOrderEight();
        for (int order = 0; order < 8; order++) {
            var point = small.times(BigInteger.valueOf(order));
            assertNoKey(okp(point.encoded()), provider);
            if (order > 0) {
                assertNoKey(okp(Ed25519Points.GENERATOR.plus(point).encoded()), provider);
            }
        }
        assertNoKey(okp(Ed25519Points.littleEndian(Ed25519Points.P.add(BigInteger.ONE))), provider);
        assertNoKey(okp(HexFormat.of().parseHex("02".repeat(32))), provider);
        assertNoKey(okp(new byte[31]), provider);
        assertNoKey(okp(new byte[33]), provider);
    }

    private static String ed25519(byte[] r, BigInteger nonce, byte[] key, BigInteger secret) throws Exception {
        String input = Forgery.base64("{\"alg\":\"EdDSA\"}") + "." + Forgery.base64("x");
        var challenge = Ed25519Points.challenge(r, key, input.getBytes(StandardCharsets.UTF_8));
        var s = nonce.add(challenge.multiply(secret)).mod(Ed25519Points.ORDER);
        return input + "." + Forgery.base64(SignatureForm.join(r, Ed25519Points.littleEndian(s)));
    }

    private static String okp(byte[] point) {
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + Forgery.base64(point) + "\"}";
    }

    private static SealVerifier verifier(String jwk, CryptoProvider provider) {
        return new SealVerifier(TrustedKeys.fromJwks("{\"keys\":[" + jwk + "]}", provider));
    }

    private static void assertNoKey(String jwk, CryptoProvider provider) {
        assertThatThrownBy(() -> VerificationKey.fromJwk(jwk, provider))
                .as(jwk)
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(SealVerifier verifier, String jws) {
        assertThatThrownBy(() -> verifier.verify(jws)).isInstanceOf(SealRejected.class);
    }

    private static String withSignature(JWSObject jws, java.util.function.UnaryOperator<byte[]> change) {
        return new String(jws.getSigningInput(), StandardCharsets.US_ASCII)
                + "."
                + Forgery.base64(change.apply(jws.getSignature().decode()));
    }

    private static byte[] oneOctetMore(byte[] signature) {
        return SignatureForm.join(new byte[1], signature);
    }

    private static byte[] plusModulus(byte[] signature, RSAKey key) {
        byte[] sum = new BigInteger(1, signature)
                .add(key.getModulus().decodeToBigInteger())
                .toByteArray();
        return sum.length > 256 && sum[0] == 0 ? Arrays.copyOfRange(sum, 1, sum.length) : sum;
    }
}
