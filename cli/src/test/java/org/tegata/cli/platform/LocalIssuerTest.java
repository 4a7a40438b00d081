package org.tegata.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.FreePorts;
import org.tegata.seal.Keys;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.Sealer;
import org.tegata.seal.TrustedKeys;

class LocalIssuerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalIssuer issuer = new LocalIssuer(
            FreePorts.find(1).get(0),
            Sealer.fromJwk(Keys.newEcKeyJwk()),
            Map.of(
                    "bank",
                    new LocalIssuer.Client("s3cret", "GLEIF:X", "credits:read credits:write", Duration.ofMinutes(5))));

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void shouldIssueATokenThatItsPublishedKeysVerify() throws Exception {
        HttpResponse<String> reply = token("grant_type=client_credentials&client_id=bank&client_secret=s3cret");
        assertThat(reply.statusCode()).isEqualTo(200);
        String token = JSON.readTree(reply.body()).path("access_token").asText();
        JsonNode claims = JSON.readTree(new SealVerifier(TrustedKeys.fromJwks(get("/jwks"))).verify(token));
        assertThat(claims.path("party").asText()).isEqualTo("GLEIF:X");
        assertThat(claims.path("aud").asText()).isEqualTo("tegata");
        assertThat(claims.path("scope").asText()).isEqualTo("credits:read credits:write");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.path("iss").asText())
                .isEqualTo(JSON.readTree(get("/.well-known/openid-configuration"))
                        .path("issuer")
                        .asText());
    }

    @Test
    void shouldSayThatASecondFactorWasSeenOnlyWhenAsked() throws Exception {
        String plain = "grant_type=client_credentials&client_id=bank&client_secret=s3cret";
        assertThat(claims(token(plain)).has("acr")).isFalse();
        JsonNode claims = claims(token(plain + "&acr_values=mfa"));
        assertThat(claims.path("acr").asText()).isEqualTo("mfa");
        assertThat(claims.path("auth_time").asLong())
                .isEqualTo(claims.path("iat").asLong());
        assertThat(token("grant_type=client_credentials&client_id=bank&client_secret=guess&acr_values=mfa")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void shouldAcceptBasicCredentialsAndNarrowerScopes() throws Exception {
        String basic = Base64.getEncoder().encodeToString("bank:s3cret".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(issuer.tokenEndpoint())
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=credits%3Aread"))
                .build();
        HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(reply.body()).path("scope").asText()).isEqualTo("credits:read");
    }

    @Test
    void shouldRefuseAWrongSecret() throws Exception {
        assertThat(token("grant_type=client_credentials&client_id=bank&client_secret=guess")
                        .statusCode())
                .isEqualTo(401);
        assertThat(token("grant_type=client_credentials&client_id=nobody&client_secret=")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void shouldRefuseMoreScopesThanTheClientHas() throws Exception {
        assertThat(token("grant_type=client_credentials&client_id=bank&client_secret=s3cret&scope=bills%3Aissue")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldRefuseOtherGrantsAndNonsense() throws Exception {
        assertThat(token("grant_type=password&client_id=bank&client_secret=s3cret")
                        .statusCode())
                .isEqualTo(400);
        assertThat(token("%%%=&&=%zz").statusCode()).isEqualTo(400);
    }

    private JsonNode claims(HttpResponse<String> reply) throws Exception {
        String token = JSON.readTree(reply.body()).path("access_token").asText();
        return JSON.readTree(new SealVerifier(TrustedKeys.fromJwks(get("/jwks"))).verify(token));
    }

    private HttpResponse<String> token(String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(issuer.tokenEndpoint())
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(issuer.issuer().resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }
}
