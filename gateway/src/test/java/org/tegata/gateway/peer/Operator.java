package org.tegata.gateway.peer;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tegata.access.PartyId;
import org.tegata.embedded.KafkaTopics;
import org.tegata.embedded.TestTokens;

/** The person who runs our platform, with her token. */
public final class Operator {

    private static final PartyId PLATFORM = PartyId.parse("GLEIF:TGTAPLATFORM00000167");

    private Operator() {}

    public static RequestSpecification request() {
        return given().header(
                        "Authorization", "Bearer " + TestTokens.token(PLATFORM, "partners:read", "partners:write"))
                .contentType(ContentType.JSON);
    }

    public static RequestSpecification with(String... scopes) {
        return given().header("Authorization", "Bearer " + TestTokens.token(PLATFORM, scopes))
                .contentType(ContentType.JSON);
    }

    public static void registerPartner(String eblPlatform, String baseUrl, String jwks) {
        int status = request()
                .body("{\"baseUrl\":\"%s\",\"jwks\":%s}".formatted(baseUrl, jwks))
                .put("/partners/" + eblPlatform)
                .statusCode();
        if (status != 200 && status != 201) {
            throw new IllegalStateException("PUT /partners answered " + status);
        }
    }

    public static void registerCarrier(String partyId, String jwks) {
        int status = request()
                .body("{\"name\":\"Setouchi Ocean Line\",\"jwks\":%s}".formatted(jwks))
                .put("/carriers/" + partyId)
                .statusCode();
        if (status != 200 && status != 201) {
            throw new IllegalStateException("PUT /carriers answered " + status);
        }
    }

    public static Map<String, Object> envelope(String id) {
        return request().get("/envelopes/" + id).jsonPath().getMap("");
    }

    /** Types of the events about one envelope, in order; each must keep its contract. */
    public static List<String> events(Object envelopeId) {
        return KafkaTopics.read("envelopes").stream()
                .filter(entry -> String.valueOf(envelopeId).equals(entry.key()))
                .map(entry -> PeerJson.tree(entry.value()))
                .peek(Operator::requireContract)
                .map(event -> event.path("sequence").asText() + " "
                        + event.path("type").asText())
                .toList();
    }

    private static void requireContract(JsonNode event) {
        var faults = Contracts.faults(event);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("an event that breaks its contract: " + faults + " " + event);
        }
    }

    public static String newReference() {
        return "SOLU" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(java.util.Locale.ROOT);
    }
}
