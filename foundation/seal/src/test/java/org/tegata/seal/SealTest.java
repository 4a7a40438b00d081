package org.tegata.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private final String privateKey = Keys.newEcKeyJwk();
    private final Sealer sealer = Sealer.fromJwk(privateKey);
    private final SealVerifier verifier = new SealVerifier(TrustedKeys.fromJwks(sealer.publicJwks()));

    @Test
    void shouldGiveBackTheSealedBytes() throws Exception {
        assertThat(verifier.verify(sealer.seal("{\"a\": \"\u624b\u5f62\"}")))
                .isEqualTo("{\"a\": \"\u624b\u5f62\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldPublishNoSecret() {
        assertThat(sealer.publicJwks()).doesNotContain("\"d\"");
    }

    @Test
    void shouldTakeRsaSealsOfOtherPlatforms() throws Exception {
        var rsa = new RSAKeyGenerator(2048).generate();
        var jws = new JWSObject(new JWSHeader(JWSAlgorithm.PS256), new Payload("x"));
        jws.sign(new RSASSASigner(rsa));

        var theirs = new SealVerifier(TrustedKeys.fromJwks(new JWKSet(rsa.toPublicJWK()).toString()));

        assertThat(theirs.verify(jws.serialize())).isEqualTo("x".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldNeverMakeASealThatNobodyWouldRead() throws Exception {
        byte[] longest = new byte[(SealVerifier.MAX_LENGTH - sealer.seal("").length()) / 4 * 3];

        assertThat(verifier.verify(sealer.seal(longest))).hasSize(longest.length);
        assertThatThrownBy(() -> sealer.seal(new byte[longest.length + 4]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class Attacks {

        @Test
        void shouldRefuseAnotherSignersKey() {
            assertRefused(Sealer.fromJwk(Keys.newEcKeyJwk()).seal("x"));
        }

        @Test
        void shouldRefuseAChangedPayload() {
            var parts = sealer.seal("pay 100").split("\\.");
            assertRefused(parts[0] + "." + Base64URL.encode("pay 900") + "." + parts[2]);
        }

        @Test
        void shouldRefuseAlgorithmNone() {
            assertRefused(Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode("x") + ".AA");
            assertRefused(Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode("x") + ".");
        }

        @Test
        void shouldRefuseHmacWithThePublicKeyAsSecret() throws Exception {
            var jws = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload("x"));
            jws.sign(new MACSigner(sealer.publicJwks().getBytes(StandardCharsets.UTF_8)));
            assertRefused(jws.serialize());
        }

        @Test
        void shouldRefuseAKeyThatTheSealBrings() throws Exception {
            var own = new ECKeyGenerator(Curve.P_256).generate();
            var jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .jwk(own.toPublicJWK())
                            .build(),
                    new Payload("x"));
            jws.sign(new ECDSASigner(own));
            assertRefused(jws.serialize());
        }

        @Test
        void shouldRefuseUnencodedPayloadAndCriticalHeaders() throws Exception {
            var jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .customParam("exp", 1)
                            .build(),
                    new Payload("x"));
            jws.sign(new ECDSASigner(ECKey.parse(privateKey)));
            assertRefused(jws.serialize());
        }

        @Test
        void shouldRefuseTheSameSealInAnotherSpelling() {
            var jws = sealer.seal("x");
            assertRefused(jws + "=");
            assertRefused(" " + jws);
            assertRefused(jws.replaceFirst("\\.", ". "));
            assertRefused(withStrayBits(jws));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a", "a.b", "a.b.c.d", "..", "e30.e30.e30", "!.!.!"})
        void shouldRefuseWhatIsNotASeal(String text) {
            assertRefused(text);
        }

        private void assertRefused(String jws) {
            assertThatThrownBy(() -> verifier.verify(jws)).isInstanceOf(SealRejected.class);
        }

        /** The last character of a 64-byte signature has four unused bits; setting one spells the same bytes anew. */
        private static String withStrayBits(String jws) {
            String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            int last = alphabet.indexOf(jws.charAt(jws.length() - 1));
            return jws.substring(0, jws.length() - 1) + alphabet.charAt(last + 1);
        }
    }

    @Nested
    class Trust {

        @Test
        void shouldRefuseSecretsAndForeignUses() throws Exception {
            var secret = new OctetSequenceKeyGenerator(256).generate();
            var forEncryption = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.ENCRYPTION)
                    .generate()
                    .toPublicJWK();

            assertUntrusted(new JWKSet(secret).toString(false));
            assertUntrusted(new JWKSet(ECKey.parse(privateKey)).toString(false));
            assertUntrusted(new JWKSet(forEncryption).toString());
            assertUntrusted("{\"keys\":[]}");
            assertUntrusted("no json");
        }

        private static void assertUntrusted(String jwks) {
            assertThatThrownBy(() -> TrustedKeys.fromJwks(jwks)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void shouldNotQuoteAnUnreadableKey() {
            assertThatThrownBy(() -> Sealer.fromJwk("{\"kty\":\"EC\",\"d\":\"very-secret\"}"))
                    .hasMessageNotContaining("very-secret")
                    .hasNoCause();
        }
    }

    @Nested
    class Canonical {

        @Test
        void shouldFollowTheRfcExamples() {
            // RFC 8785 sections 3.2.2 and 3.2.3: numbers, escapes, order by UTF-16 code units
            Map.of(
                            "{\"b\":12000.0,\"a\":1e30}", "{\"a\":1e+30,\"b\":12000}",
                            "{\"n\":4.50, \"m\":2e-3}", "{\"m\":0.002,\"n\":4.5}",
                            "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"CR\",\"1\":\"One\"}",
                                    "{\"\\r\":\"CR\",\"1\":\"One\",\"\u20ac\":\"Euro Sign\"}",
                            "[56, {\"d\": true, \"10\": null, \"1\": [] }]", "[56,{\"1\":[],\"10\":null,\"d\":true}]")
                    .forEach((received, canonical) -> assertThat(
                                    new String(CanonicalJson.of(received), StandardCharsets.UTF_8))
                            .isEqualTo(canonical));
        }

        @Test
        void shouldNotDependOnSpelling() {
            assertThat(CanonicalJson.sha256Hex("{ \"x\" : 1.0, \"a\":\"\\u0041\" }"))
                    .isEqualTo(CanonicalJson.sha256Hex("{\"a\":\"A\",\"x\":1}"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "nope", "{\"a\":NaN}"})
        void shouldRefuseWhatIsNotJson(String text) {
            assertThatThrownBy(() -> CanonicalJson.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
