package org.tegata.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What no provider may accept, however the key's owner or a stranger made it. */
class ForgeriesTest {

    private static final Forgery P256 = Forgery.ofP256();
    private static final Forgery ED25519 = Forgery.ofEd25519();
    private static final Map<String, String> ON_P256 = onP256();
    private static final Map<String, String> ON_ED25519 = onEd25519();

    /** Else the refusals below would show nothing. */
    @ParameterizedTest
    @EnumSource
    void shouldAcceptWhatTheSameHandsMadeHonestly(CryptoProvider provider) throws Exception {
        for (Forgery hands : new Forgery[] {P256, ED25519}) {
            assertThat(on(hands, provider).verify(hands.signed(), Forgery.TYPE))
                    .asString()
                    .isEqualTo("{\"act\":\"TRANSFER\"}");
            String spaced = hands.header().replace(":", " :\r\n\t").replace("act+jws", "act\\u002Bjws");
            on(hands, provider).verify(hands.signed(spaced), Forgery.TYPE);
        }
    }

    /** RFC 7515 and 7518 do not ask for the lower of the two valid values of S. */
    @ParameterizedTest
    @EnumSource
    void shouldAcceptBothValuesOfS(CryptoProvider provider) throws Exception {
        String other = P256.with(
                signature -> Forgery.halves(Forgery.r(signature), Forgery.P256_ORDER.subtract(Forgery.s(signature))));
        on(P256, provider).verify(other, Forgery.TYPE);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void shouldRefuse(CryptoProvider provider, String attack, String jws, Forgery hands) {
        var key = on(hands, provider);
        assertThatThrownBy(() -> key.verify(jws, Forgery.TYPE)).as(attack).isInstanceOf(SealRejected.class);
    }

    static Stream<Arguments> shouldRefuse() {
        return Stream.of(CryptoProvider.values())
                .flatMap(provider -> Stream.concat(
                        ON_P256.entrySet().stream()
                                .map(row -> Arguments.of(provider, row.getKey(), row.getValue(), P256)),
                        ON_ED25519.entrySet().stream()
                                .map(row -> Arguments.of(provider, row.getKey(), row.getValue(), ED25519))));
    }

    @Test
    void shouldKnowManyAttacks() {
        assertThat(ON_P256.size() + ON_ED25519.size()).isGreaterThanOrEqualTo(90);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAnyChangedCharacter(CryptoProvider provider) {
        long seed = System.nanoTime();
        var random = new Random(seed);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\u00e9\u20ac";
        for (Forgery hands : new Forgery[] {P256, ED25519}) {
            var key = on(hands, provider);
            String jws = hands.signed();
            for (int at = 0; at < jws.length(); at++) {
                char other = alphabet.charAt(random.nextInt(alphabet.length()));
                if (other != jws.charAt(at)) {
                    String changed = jws.substring(0, at) + other + jws.substring(at + 1);
                    assertThatThrownBy(() -> key.verify(changed, Forgery.TYPE))
                            .as("seed %d: %s", seed, changed)
                            .isInstanceOf(SealRejected.class);
                }
            }
        }
    }

    private static VerificationKey on(Forgery hands, CryptoProvider provider) {
        return VerificationKey.fromJwk(hands.key.jwk(), provider);
    }

    private static Map<String, String> onP256() {
        var attacks = new LinkedHashMap<String, String>();
        addSpellings(attacks, P256);
        addHeaders(attacks, P256);
        addOtherAlgorithms(attacks);
        var order = Forgery.P256_ORDER;
        attacks.put("r and s zero", P256.with(signature -> new byte[64]));
        attacks.put("r zero", P256.with(signature -> Forgery.halves(BigInteger.ZERO, Forgery.s(signature))));
        attacks.put("s zero", P256.with(signature -> Forgery.halves(Forgery.r(signature), BigInteger.ZERO)));
        attacks.put("r the order", P256.with(signature -> Forgery.halves(order, Forgery.s(signature))));
        attacks.put("s the order", P256.with(signature -> Forgery.halves(Forgery.r(signature), order)));
        attacks.put("r and s the order", P256.with(signature -> Forgery.halves(order, order)));
        attacks.put("r one, s one", P256.with(signature -> Forgery.halves(BigInteger.ONE, BigInteger.ONE)));
        attacks.put("all ones", P256.with(signature -> filled(64, 0xff)));
        attacks.put("r and s exchanged", P256.with(s -> Forgery.halves(Forgery.s(s), Forgery.r(s))));
        attacks.put("r negated", P256.with(s -> Forgery.halves(order.subtract(Forgery.r(s)), Forgery.s(s))));
        attacks.put("order minus one", P256.with(s -> Forgery.halves(order.subtract(BigInteger.ONE), Forgery.s(s))));
        attacks.put("DER", P256.with(ForgeriesTest::der));
        attacks.put("a zero octet before each half", P256.with(ForgeriesTest::widened));
        attacks.put("r plus the order, one octet more", P256.with(ForgeriesTest::overOrder));
        attacks.put("65 octets", P256.with(signature -> Arrays.copyOf(signature, 65)));
        attacks.put("96 octets, as of P-384", P256.with(signature -> Arrays.copyOf(signature, 96)));
        return attacks;
    }

    private static Map<String, String> onEd25519() {
        var attacks = new LinkedHashMap<String, String>();
        addSpellings(attacks, ED25519);
        addHeaders(attacks, ED25519);
        attacks.put("S zero", ED25519.with(signature -> Arrays.copyOf(Arrays.copyOf(signature, 32), 64)));
        attacks.put("S plus the order", ED25519.with(ForgeriesTest::nonCanonicalS));
        attacks.put("S with the top bits set", ED25519.with(signature -> {
            signature[63] |= (byte) 0xe0;
            return signature;
        }));
        attacks.put("all zero", ED25519.with(signature -> new byte[64]));
        attacks.put("all ones", ED25519.with(signature -> filled(64, 0xff)));
        attacks.put("R not a point", ED25519.with(signature -> {
            System.arraycopy(filled(32, 2), 0, signature, 0, 32);
            return signature;
        }));
        attacks.put("R from p on", ED25519.with(signature -> {
            System.arraycopy(filled(32, 0xff), 0, signature, 0, 32);
            return signature;
        }));
        attacks.put("65 octets", ED25519.with(signature -> Arrays.copyOf(signature, 65)));
        attacks.put(
                "R and S exchanged",
                ED25519.with(signature ->
                        SignatureForm.join(Arrays.copyOfRange(signature, 32, 64), Arrays.copyOf(signature, 32))));
        return attacks;
    }

    /** The same seal, or nearly, in spellings that lenient readers take. */
    private static void addSpellings(Map<String, String> attacks, Forgery hands) {
        String jws = hands.signed();
        String[] part = jws.split("\\.");
        attacks.put("padding after the signature", jws + "==");
        attacks.put("one padding character", jws + "=");
        attacks.put("space before", " " + jws);
        attacks.put("space after", jws + " ");
        attacks.put("line feed after", jws + "\n");
        attacks.put("line feed inside", part[0] + "." + part[1] + ".\n" + part[2]);
        attacks.put("space inside the payload", part[0] + ". " + part[1] + "." + part[2]);
        attacks.put("space inside, signed so", hands.over(part[0] + "." + part[1] + " "));
        attacks.put("standard alphabet", jws.replace('-', '+').replace('_', '/') + "+");
        attacks.put("stray bits in the signature", jws.substring(0, jws.length() - 1) + next(jws));
        attacks.put("stray bits in the payload, signed so", hands.over(part[0] + "." + "eE"));
        attacks.put("padded payload, signed so", hands.over(part[0] + "." + "eA=="));
        attacks.put("padded header, signed so", hands.over(Forgery.base64(hands.header() + " ") + "=." + part[1]));
        attacks.put("one lone character in the payload, signed so", hands.over(part[0] + ".eHh4e"));
        attacks.put("a fourth part", jws + "." + part[2]);
        attacks.put("an empty fourth part", jws + ".");
        attacks.put("no signature", part[0] + "." + part[1] + ".");
        attacks.put("two parts", part[0] + "." + part[1]);
        attacks.put("no header", "." + part[1] + "." + part[2]);
        attacks.put("no payload (detached)", part[0] + ".." + part[2]);
        attacks.put("empty payload, signed so", hands.over(part[0] + "."));
        attacks.put("signature cut to 63 octets", hands.with(signature -> Arrays.copyOf(signature, 63)));
        attacks.put("signature cut to half", hands.with(signature -> Arrays.copyOf(signature, 32)));
        attacks.put("signature of one octet", hands.with(signature -> new byte[1]));
        attacks.put("another payload", part[0] + "." + Forgery.base64("{\"act\":\"VOID\"}") + "." + part[2]);
        attacks.put("a letter like ours", jws.replaceFirst("e", "\u0435"));
        attacks.put(
                "JSON serialisation",
                "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}".formatted((Object[]) part));
        attacks.put("too long", jws + "A".repeat(SealVerifier.MAX_LENGTH));
    }

    private static List<String> moreMembers(String kid) {
        return List.of(
                "\"crit\":[\"exp\"],\"exp\":1",
                "\"b64\":false,\"crit\":[\"b64\"]",
                "\"jwk\":{}",
                "\"exp\":1",
                "\"alg\":\"none\"",
                "\"kid\":\"" + kid + "\"",
                "\"typ\":\"act+jws\"",
                "\"x5c\":\"no list\"",
                "\"cty\":\"json\"",
                "\"x5u\":\"https://keys.example/1\"",
                "\"x5c\":[\"" + "A".repeat(580_000) + "\"]",
                "\"cty\":null",
                "\"cty\":1",
                "\"\\u0061lg\":\"none\"",
                "\"__proto__\":\"x\"",
                "\"cty\":\"\\ud800\"",
                "\"cty\":\"\\u00g1\"",
                "\"cty\":\"\\x\"",
                "\"cty\":\"\u0001\"",
                "'cty':'x'",
                "cty:\"x\"",
                "");
    }

    /** Headers that the key's owner has signed and that must not count all the same. */
    private static void addHeaders(Map<String, String> attacks, Forgery hands) {
        String good = hands.header();
        String kid = hands.key.keyId();
        for (String extra : moreMembers(kid)) {
            String shown = extra.substring(0, Math.min(40, extra.length()));
            attacks.put("header with " + shown, hands.signed(good.replace("}", "," + extra + "}")));
        }
        attacks.put("kid missing", hands.signed(good.replace("\"kid\":\"" + kid + "\",", "")));
        attacks.put("kid of another", hands.signed(good.replace(kid, "another")));
        attacks.put("kid empty", hands.signed(good.replace(kid, "")));
        attacks.put("kid null", hands.signed(good.replace("\"" + kid + "\"", "null")));
        attacks.put("typ missing", hands.signed(good.replace(",\"typ\":\"act+jws\"", "")));
        attacks.put("typ of a key", hands.signed(good.replace("act+jws", "key+jws")));
        attacks.put("typ in capitals", hands.signed(good.replace("act+jws", "ACT+JWS")));
        attacks.put("typ in full", hands.signed(good.replace("act+jws", "application/act+jws")));
        attacks.put("alg missing", hands.signed(good.replaceFirst("\"alg\":\"\\w+\",", "")));
        for (String name : new String[] {"none", "None", "HS256", "ES384", "ES256K", "RS256", "PS256", "", "es256"}) {
            attacks.put("alg " + name, hands.signed(good.replaceFirst("(\"alg\":\")\\w+", "$1" + name)));
        }
        attacks.put(
                "alg of the other curve",
                hands.signed(good.contains("ES256") ? good.replace("ES256", "EdDSA") : good.replace("EdDSA", "ES256")));
        attacks.put("header twice", hands.signed(good + good));
        attacks.put("text after the header", hands.signed(good + "x"));
        attacks.put("NUL after the header", hands.signed(good + "\0"));
        attacks.put("byte order mark", hands.signed("\ufeff" + good));
        attacks.put("header in a list", hands.signed("[" + good + "]"));
        attacks.put("header a text", hands.signed("\"alg\""));
        attacks.put("header empty object", hands.signed("{}"));
        attacks.put("header cut", hands.signed(good.substring(0, good.length() - 1)));
        attacks.put("header with a comment", hands.signed(good.replace("{", "{/**/")));
        attacks.put("header in UTF-16", hands.signed(good.getBytes(StandardCharsets.UTF_16BE)));
        attacks.put(
                "header not UTF-8",
                hands.signed(good.replace("}", ",\"cty\":\"\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void addOtherAlgorithms(Map<String, String> attacks) {
        for (String secret : new String[] {P256.key.jwk(), P256.key.jwk() + "\n", P256.key.keyId()}) {
            attacks.put("HMAC with " + secret, hmac(secret));
        }
        String none = Forgery.base64(P256.header().replace("ES256", "none")) + "." + Forgery.base64("{}") + ".";
        attacks.put("none without signature", none);
        attacks.put("none with one", none + "AA");
        attacks.put("signature of an Ed25519 key", ED25519.signed(P256.header()));
        attacks.put("signature of another P-256 key", Forgery.ofP256().signed(P256.header()));
    }

    private static String hmac(String secret) {
        try {
            var jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(P256.key.keyId())
                            .type(new JOSEObjectType(Forgery.TYPE))
                            .build(),
                    new Payload("{}"));
            jws.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            return jws.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The last character leaves four bits over in both kinds of signature; one of them set spells the same octets. */
    private static char next(String jws) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(jws.charAt(jws.length() - 1)) + 1);
    }

    private static byte[] der(byte[] signature) {
        try {
            return ECDSA.transcodeSignatureToDER(signature);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] widened(byte[] signature) {
        byte[] wide = new byte[66];
        System.arraycopy(signature, 0, wide, 1, 32);
        System.arraycopy(signature, 32, wide, 34, 32);
        return wide;
    }

    private static byte[] overOrder(byte[] signature) {
        byte[] wide = widened(signature);
        byte[] over = Forgery.r(signature).add(Forgery.P256_ORDER).toByteArray();
        System.arraycopy(
                over, Math.max(0, over.length - 33), wide, Math.max(0, 33 - over.length), Math.min(33, over.length));
        return wide;
    }

    private static byte[] nonCanonicalS(byte[] signature) {
        var order = new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);
        byte[] over = Ed25519Points.littleEndian(
                Ed25519Points.number(Arrays.copyOfRange(signature, 32, 64)).add(order));
        return SignatureForm.join(Arrays.copyOf(signature, 32), over);
    }

    private static byte[] filled(int length, int octet) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) octet);
        return bytes;
    }
}
