package org.tegata.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tegata.access.PartyId;

/** Bearer tokens for tests, signed by the key that {@link InfraTestResource} made the service trust. */
public final class TestTokens {
    private static final Duration LIFE = Duration.ofHours(1);

    private TestTokens() {}

    /** A valid token of the acting party with these scopes, such as {@code "invoices:write"}. */
    public static String token(PartyId party, String... scopes) {
        return token(party.toString(), Instant.now().plus(LIFE), scopes);
    }

    /** A token that ran out an hour ago. */
    public static String expired(PartyId party, String... scopes) {
        return token(party.toString(), Instant.now().minus(LIFE), scopes);
    }

    /** A token that says how ({@code acr}) and when ({@code auth_time}) the user logged in (RFC 9470). */
    public static String steppedUp(PartyId party, String acr, Instant authTime, String... scopes) {
        String login = ",\"acr\":\"" + acr + "\",\"auth_time\":" + authTime.getEpochSecond();
        return token(party.toString(), login, Instant.now().plus(LIFE), scopes);
    }

    /** A token with any text as its {@code party} claim, to test what a service does with nonsense. */
    public static String token(String party, Instant expiry, String... scopes) {
        return token(party, "", expiry, scopes);
    }

    private static String token(String party, String moreClaims, Instant expiry, String... scopes) {
        String key = read(SharedInfra.published(SharedInfra.SIGNING_KEY));
        String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + member(key, "kid") + "\"}";
        String claims = "{\"iss\":\"" + SharedInfra.published(SharedInfra.ISSUER) + "\",\"aud\":\"tegata\""
                + ",\"sub\":\"test-user\",\"upn\":\"test-user\",\"jti\":\"" + UUID.randomUUID() + "\""
                + ",\"iat\":" + expiry.minus(LIFE).getEpochSecond() + ",\"exp\":" + expiry.getEpochSecond()
                + ",\"party\":\"" + party + "\",\"scope\":\"" + String.join(" ", scopes) + "\"" + moreClaims + "}";
        String content = encode(header) + "." + encode(claims);
        return content + "." + TestKeys.base64Url(sign(content, key));
    }

    private static byte[] sign(String content, String key) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            BigInteger d = new BigInteger(1, Base64.getUrlDecoder().decode(member(key, "d")));
            PrivateKey privateKey = KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(d, curve.getParameterSpec(ECParameterSpec.class)));
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String member(String jwk, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(jwk);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name + " in the signing key");
        }
        return matcher.group(1);
    }

    private static String encode(String json) {
        return TestKeys.base64Url(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
