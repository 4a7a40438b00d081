package org.tegata.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;
import org.tegata.gateway.peer.Operator;
import org.tegata.gateway.peer.PeerJson;
import org.tegata.gateway.peer.PeerKey;
import org.tegata.gateway.peer.PeerResource;
import org.tegata.seal.Keys;

/** The directory and the list of envelopes, as the person who runs the platform uses them. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
@WithTestResource(PeerResource.class)
class OperatorsApiIT {

    private static final String JWKS = new PeerKey().jwks();

    @Nested
    class Partners {

        @Test
        void shouldRegisterAndReplaceAPartner() {
            String code = Operator.newReference().substring(4, 8);
            var created =
                    put("/partners/" + code, "{\"baseUrl\":\"https://pint.example.org/x/\",\"jwks\":" + JWKS + "}");
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.header("ETag")).isEqualTo("\"1\"");
            assertThat(created.jsonPath().getString("baseUrl")).isEqualTo("https://pint.example.org/x");
            assertThat(created.jsonPath().getString("eblPlatform")).isEqualTo(code);
            assertThat(PeerJson.tree(created.asString()).path("jwks")).isEqualTo(PeerJson.tree(JWKS));

            String other = new PeerKey().jwks();
            var body = "{\"baseUrl\":\"http://localhost:1\",\"jwks\":" + other + "}";
            assertProblem(
                    Operator.request().header("If-Match", "\"7\"").body(body).put("/partners/" + code),
                    412,
                    "version-mismatch");
            var replaced =
                    Operator.request().header("If-Match", "\"1\"").body(body).put("/partners/" + code);
            assertThat(replaced.statusCode()).isEqualTo(200);
            assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
            var read = Operator.request().get("/partners/" + code);
            assertThat(read.jsonPath().getString("baseUrl")).isEqualTo("http://localhost:1");
            assertThat(read.header("ETag")).isEqualTo("\"2\"");
            assertThat(Operator.request().get("/partners").jsonPath().getList("items.eblPlatform", String.class))
                    .contains(code)
                    .isSorted();
            assertProblem(Operator.request().get("/partners/NONE"), 404, "not-found");
        }

        @Test
        void shouldRefuseWhatCannotBeUsed() {
            String good = "{\"baseUrl\":\"https://x.example\",\"jwks\":" + JWKS + "}";
            assertProblem(put("/partners/TGTA", good), 422, "own-platform");
            assertProblem(put("/partners/TOOLONG", good), 422, "partner-invalid");
            assertProblem(put("/partners/ab", good), 422, "partner-invalid");
            for (String url : List.of(
                    "", "ftp://x", "/relative", "https://u:p@x.example", "https://x.example?q=1", "https:///", "::")) {
                assertProblem(put("/partners/ABCD", good.replace("https://x.example", url)), 422, "partner-invalid");
            }
            String secret = Keys.newEcKeyJwk();
            for (String jwks : List.of(
                    "null",
                    "[]",
                    "{}",
                    "{\"keys\":[]}",
                    "{\"keys\":[" + secret + "]}",
                    "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]}",
                    "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}")) {
                var refused = put("/partners/ABCD", "{\"baseUrl\":\"https://x.example\",\"jwks\":" + jwks + "}");
                assertProblem(refused, 422, "keys-invalid");
                assertThat(refused.asString())
                        .doesNotContain(PeerJson.tree(secret).path("d").asText());
            }
            assertProblem(put("/partners/ABCD", "{\"baseUrl\":1,\"url\":2}"), 400, "malformed-request");
            assertProblem(put("/partners/ABCD", "{"), 400, "malformed-request");
            assertProblem(Operator.request().get("/partners/ABCD"), 404, "not-found");
        }

        @Test
        void shouldLetOneOfSeveralWritersWin() {
            for (String path : List.of(
                    "/partners/" + Operator.newReference().substring(4, 8),
                    "/carriers/SMDG:" + Operator.newReference().substring(4, 8))) {
                String more = path.startsWith("/partners") ? "\"baseUrl\":\"https://x.example\"" : "\"name\":\"X\"";
                String body = "{" + more + ",\"jwks\":" + JWKS + "}";
                assertThat(atOnce(() -> put(path, body))).containsOnlyOnce(201).containsOnly(200, 201);
                String tag = Operator.request().get(path).header("ETag");
                assertThat(atOnce(() -> Operator.request()
                                .header("If-Match", tag)
                                .body(body)
                                .put(path)))
                        .containsOnlyOnce(200)
                        .containsOnly(200, 412);
            }
        }

        private List<Integer> atOnce(Supplier<Response> call) {
            var calls = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(call))
                    .toList();
            return calls.stream().map(done -> done.join().statusCode()).toList();
        }

        @Test
        void shouldRefuseWhatNoDatabaseTakes() {
            var request = Operator.request().urlEncodingEnabled(false);
            assertProblem(request.get("/partners/%00"), 404, "not-found");
            assertProblem(request.get("/carriers/%00"), 404, "not-found");
            assertProblem(request.get("/envelopes?state=%00"), 400, "malformed-request");
        }

        @Test
        void shouldAskForTokenAndScope() {
            String body = "{\"baseUrl\":\"https://x.example\",\"jwks\":" + JWKS + "}";
            assertProblem(
                    given().contentType("application/json").body(body).put("/partners/ABCD"), 401, "unauthenticated");
            assertProblem(Operator.with("partners:read").body(body).put("/partners/ABCD"), 403, "forbidden");
            assertProblem(Operator.with("bills:gateway").get("/partners"), 403, "forbidden");
            assertProblem(given().get("/envelopes"), 401, "unauthenticated");
            assertProblem(Operator.with("partners:write").get("/envelopes"), 403, "forbidden");
            assertProblem(given().get("/carriers"), 401, "unauthenticated");
        }
    }

    @Nested
    class Carriers {

        @Test
        void shouldRegisterAndReplaceACarrier() {
            String id = "SMDG:" + Operator.newReference().substring(4, 8);
            String body = "{\"name\":\"Setouchi Ocean Line\",\"jwks\":" + JWKS + "}";
            var created = put("/carriers/" + id, body);
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.jsonPath().getString("partyId")).isEqualTo(id);
            assertThat(put("/carriers/" + id, body).header("ETag")).isEqualTo("\"2\"");
            assertThat(Operator.request().get("/carriers/" + id).jsonPath().getString("name"))
                    .isEqualTo("Setouchi Ocean Line");
            assertThat(Operator.request().get("/carriers").jsonPath().getList("items.partyId", String.class))
                    .contains(id);
        }

        @Test
        void shouldRefuseWhatIsNoParty() {
            String body = "{\"name\":\"X\",\"jwks\":" + JWKS + "}";
            assertProblem(put("/carriers/nobody", body), 422, "carrier-invalid");
            assertProblem(put("/carriers/GLEIF:529900T8BM49AURSDO56", body), 422, "carrier-invalid");
            assertProblem(put("/carriers/SMDG:ABCD", body.replace("\"X\"", "\" \"")), 422, "carrier-invalid");
            assertProblem(put("/carriers/SMDG:ABCD", "{\"name\":\"X\"}"), 422, "keys-invalid");
        }
    }

    @Test
    void shouldShowTheOwnPublicKeyAndNothingMore() {
        var answer = given().get("/.well-known/jwks.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        var key = PeerJson.tree(answer.asString()).path("keys").get(0);
        assertThat(key.path("kty").asText()).isEqualTo("EC");
        assertThat(key.path("kid").asText()).isNotBlank();
        assertThat(key.has("d")).isFalse();
    }

    @Test
    void shouldPageThroughEnvelopes() {
        assertProblem(Operator.request().get("/envelopes?limit=0"), 400, "malformed-request");
        assertProblem(Operator.request().get("/envelopes?cursor=x"), 400, "malformed-request");
        assertProblem(Operator.request().get("/envelopes/nobody"), 404, "not-found");
        assertProblem(Operator.request().get("/envelopes/" + new java.util.UUID(7, 7)), 404, "not-found");
        var all = Operator.request().get("/envelopes?limit=200").jsonPath().getList("items.id", String.class);
        var seen = new HashSet<String>();
        String cursor = "";
        for (int page = 0; page <= all.size(); page++) {
            var one = Operator.request()
                    .get("/envelopes?limit=1&cursor=" + cursor)
                    .jsonPath();
            seen.addAll(one.getList("items.id", String.class));
            cursor = one.getString("next");
            if (cursor == null) {
                break;
            }
        }
        assertThat(seen).containsAll(all);
    }

    private static Response put(String path, String body) {
        return Operator.request().body(body).put(path);
    }

    private static void assertProblem(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/" + slug);
        assertThat(answer.header("API-Version")).isNull();
    }
}
