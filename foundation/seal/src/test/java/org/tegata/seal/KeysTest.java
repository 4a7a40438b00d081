package org.tegata.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys sign, which verify, and which are refused before they do either. */
class KeysTest {

    private static final String EC_SECRET = Keys.newEcKeyJwk();
    private static final String ED25519_SECRET = Keys.newEd25519KeyJwk();
    private static final String EC = Sealer.fromJwk(EC_SECRET).publicJwk();
    private static final String ED25519 = Sealer.fromJwk(ED25519_SECRET).publicJwk();

    @Nested
    class Verifying {

        @Test
        void shouldKnowTheAlgorithmsThatFit() throws Exception {
            assertThat(VerificationKey.fromJwk(EC).algorithms()).containsExactly("ES256");
            assertThat(VerificationKey.fromJwk(ED25519).algorithms()).containsExactly("EdDSA");
            String rsa = new RSAKeyGenerator(2048).generate().toPublicJWK().toJSONString();
            assertThat(VerificationKey.fromJwk(rsa).algorithms())
                    .containsExactly("PS256", "PS384", "PS512", "RS256", "RS384", "RS512");
            String bound = rsa.replace("{", "{\"alg\":\"PS256\",");
            assertThat(VerificationKey.fromJwk(bound).algorithms()).containsExactly("PS256");
        }

        @Test
        void shouldNameTheKeyByItsThumbprintWhateverItCallsItself() {
            String keyId = VerificationKey.fromJwk(EC).keyId();
            var renamed = VerificationKey.fromJwk(EC.replace(keyId, "evil"));
            assertThat(renamed.keyId()).isEqualTo(keyId);
            assertThat(renamed.jwk()).contains(keyId).doesNotContain("evil");
        }

        @ParameterizedTest(name = "{0} {1}")
        @MethodSource("org.tegata.seal.KeysTest#unfitKeys")
        void shouldRefuse(CryptoProvider provider, String reason, String jwk) {
            assertThatThrownBy(() -> VerificationKey.fromJwk(jwk, provider))
                    .as(reason)
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void shouldPassOverKeysOfOtherKindsInASetButNotInAnEmptyOne() throws Exception {
            String unknown = new ECKeyGenerator(Curve.P_256)
                    .keyID("theirs")
                    .generate()
                    .toPublicJWK()
                    .toJSONString()
                    .replace("{", "{\"alg\":\"ES999\",");
            var both = new SealVerifier(TrustedKeys.fromJwks("{\"keys\":[" + unknown + "," + EC + "]}"));
            assertThat(both.verify(Sealer.fromJwk(EC_SECRET).seal("x")))
                    .asString()
                    .isEqualTo("x");
            assertThatThrownBy(() -> TrustedKeys.fromJwks("{\"keys\":[" + unknown + "]}"))
                    .isInstanceOf(IllegalArgumentException.class);
            String twice = EC.replace("{", "{\"kty\":\"EC\",");
            assertThatThrownBy(() -> TrustedKeys.fromJwks("{\"keys\":[" + twice + "]}"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    static Stream<Arguments> unfitKeys() throws Exception {
        var keys = new LinkedHashMap<String, String>();
        addUnfitEcKeys(keys);
        keys.put("a secret", EC_SECRET);
        keys.put("an Ed25519 secret", ED25519_SECRET);
        keys.put("for encryption", EC.replace("\"sig\"", "\"enc\""));
        keys.put("for signing only", EC.replace("\"use\":\"sig\"", "\"key_ops\":[\"sign\"]"));
        keys.put("for other algorithm", EC.replace("{", "{\"alg\":\"ES384\","));
        keys.put("for HMAC", EC.replace("{", "{\"alg\":\"HS256\","));
        keys.put("for none", EC.replace("{", "{\"alg\":\"none\","));
        keys.put("symmetric", "{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}");
        keys.put("X25519", ED25519.replace("Ed25519", "X25519"));
        keys.put("Ed448", ED25519.replace("Ed25519", "Ed448"));
        keys.put("padded Ed25519 coordinate", padded(ED25519, "x"));
        keys.put("secp256k1", EC.replace("P-256", "secp256k1"));
        keys.put("P-384 with short coordinates", EC.replace("P-256", "P-384"));
        keys.put("RSA of 1024 bits", rsa(BigInteger.ONE.shiftLeft(1023).setBit(0), BigInteger.valueOf(65537)));
        keys.put("RSA of 16384 bits", rsa(BigInteger.ONE.shiftLeft(16383).setBit(0), BigInteger.valueOf(65537)));
        keys.put("RSA with exponent 1", rsa(BigInteger.ONE.shiftLeft(2047).setBit(0), BigInteger.ONE));
        keys.put("RSA with even exponent", rsa(BigInteger.ONE.shiftLeft(2047).setBit(0), BigInteger.TWO));
        keys.put("RSA with even modulus", rsa(BigInteger.ONE.shiftLeft(2047), BigInteger.valueOf(65537)));
        keys.put(
                "RSA with a long exponent",
                rsa(
                        BigInteger.ONE.shiftLeft(2047).setBit(0),
                        BigInteger.ONE.shiftLeft(2000).setBit(0)));
        keys.put("no JSON", "key");
        keys.put("empty", "");
        keys.put("a set", "{\"keys\":[" + EC + "]}");
        keys.put("a member twice", EC.replace("{", "{\"kty\":\"EC\","));
        return Stream.of(CryptoProvider.values())
                .flatMap(provider ->
                        keys.entrySet().stream().map(row -> Arguments.of(provider, row.getKey(), row.getValue())));
    }

    private static void addUnfitEcKeys(Map<String, String> keys) throws Exception {
        var good = ECKey.parse(EC);
        var other = ECKey.parse(Keys.newEcKeyJwk());
        String zero = Base64URL.encode(new byte[32]).toString();
        keys.put("point not on the curve", with(EC, "y", other.getY().toString()));
        keys.put("point at zero", with(with(EC, "x", zero), "y", zero));
        keys.put(
                "x and y exchanged",
                with(with(EC, "x", good.getY().toString()), "y", good.getX().toString()));
        keys.put("coordinate beyond the field", with(EC, "x", Forgery.base64(new byte[] {-1}) + good.getX()));
        keys.put(
                "coordinate with a leading zero",
                with(
                        EC,
                        "x",
                        Forgery.base64(
                                SignatureForm.join(new byte[1], good.getX().decode()))));
        keys.put("padded coordinate", padded(EC, "x"));
        keys.put("coordinate with white space", with(EC, "x", " " + good.getX()));
        keys.put("no y", EC.replaceFirst(",\"y\":\"[^\"]*\"", ""));
    }

    private static String with(String jwk, String member, String value) {
        return jwk.replaceFirst("\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":\"" + value + "\"");
    }

    private static String padded(String jwk, String member) {
        return jwk.replaceFirst("(\"" + member + "\":\"[^\"]*)\"", "$1=\"");
    }

    private static String rsa(BigInteger modulus, BigInteger exponent) {
        return "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\"}"
                .formatted(Base64URL.encode(modulus), Base64URL.encode(exponent));
    }

    @Nested
    class Signing {

        @Test
        void shouldMakeNewKeysOfBothKinds() {
            assertThat(EC_SECRET).contains("P-256").isNotEqualTo(Keys.newEcKeyJwk());
            assertThat(ED25519_SECRET).contains("Ed25519").isNotEqualTo(Keys.newEd25519KeyJwk());
            assertThat(Keys.publicJwks(ED25519_SECRET)).contains("Ed25519").doesNotContain("\"d\"");
        }

        @Test
        void shouldSayWhatIsSigned() throws Exception {
            for (String secret : new String[] {EC_SECRET, ED25519_SECRET}) {
                var sealer = Sealer.fromJwk(secret);
                var read = UnverifiedJws.read(sealer.seal("key+jws", "x".getBytes(StandardCharsets.UTF_8)));
                assertThat(read.type()).isEqualTo("key+jws");
                assertThat(read.keyId()).isEqualTo(sealer.keyId());
                assertThat(read.payload()).asString().isEqualTo("x");
                assertThat(VerificationKey.fromJwk(sealer.publicJwk()).algorithms())
                        .containsExactly(read.algorithm());
                assertThat(UnverifiedJws.read(sealer.seal("x")).type()).isNull();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a\"b", "a\\b", "a b", "a/b/c", "\u00e9"})
        void shouldRefuseATypeThatIsNone(String type) {
            var sealer = Sealer.fromJwk(EC_SECRET);
            assertThatThrownBy(() -> sealer.seal(type, new byte[1])).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @EnumSource
        void shouldRefuseHalvesThatDoNotBelongTogether(CryptoProvider provider) throws Exception {
            var ec = ECKey.parse(Keys.newEcKeyJwk());
            var otherEc = new ECKey.Builder(ECKey.parse(EC)).d(ec.getD()).build();
            assertNoSealer(otherEc.toJSONString(), provider);
            var pair = OctetKeyPair.parse(Keys.newEd25519KeyJwk());
            assertNoSealer(
                    new OctetKeyPair.Builder(OctetKeyPair.parse(ED25519))
                            .d(pair.getD())
                            .build()
                            .toJSONString(),
                    provider);
        }

        @ParameterizedTest
        @EnumSource
        void shouldRefuseWhatCannotSign(CryptoProvider provider) throws Exception {
            assertNoSealer(EC, provider);
            assertNoSealer(ED25519, provider);
            assertNoSealer(EC_SECRET.replace("\"sig\"", "\"enc\""), provider);
            assertNoSealer(EC_SECRET.replace("\"use\":\"sig\"", "\"key_ops\":[\"verify\"]"), provider);
            assertNoSealer(with(EC_SECRET, "d", Base64URL.encode(new byte[32]).toString()), provider);
            assertNoSealer(
                    with(EC_SECRET, "d", Base64URL.encode(Forgery.P256_ORDER).toString()), provider);
            assertNoSealer(with(ED25519_SECRET, "d", "AAAA"), provider);
            assertNoSealer(new ECKeyGenerator(Curve.P_384).generate().toJSONString(), provider);
            assertNoSealer(
                    new RSAKeyGenerator(2048)
                            .keyUse(KeyUse.SIGNATURE)
                            .generate()
                            .toJSONString(),
                    provider);
            assertNoSealer("no key", provider);
        }

        @Test
        void shouldTakeAKeyMarkedForSigningOnly() {
            String signing = EC_SECRET.replace("\"use\":\"sig\"", "\"key_ops\":[\"sign\"]");
            assertThat(Sealer.fromJwk(signing).keyId())
                    .isEqualTo(Sealer.fromJwk(EC_SECRET).keyId());
        }

        private static void assertNoSealer(String jwk, CryptoProvider provider) {
            assertThatThrownBy(() -> Sealer.fromJwk(jwk, provider))
                    .isInstanceOf(IllegalArgumentException.class)
                    .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\"d\""));
        }
    }
}
