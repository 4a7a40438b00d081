package org.tegata.gateway.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.gateway.peer.Wire.post;
import static org.tegata.gateway.peer.Wire.unsigned;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;
import org.tegata.gateway.peer.PeerEnvelope;
import org.tegata.gateway.peer.PeerJson;
import org.tegata.gateway.peer.PeerKey;
import org.tegata.gateway.peer.PeerResource;
import org.tegata.gateway.peer.RegistryStandIn;

/** What is not understood leaves unsigned, in DCSA's form, with the version of the contract; never a stack trace. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
@WithTestResource(PeerResource.class)
class WireErrorsIT {

    private RegistryStandIn registry;

    @BeforeEach
    void meet() {
        registry = PeerResource.registry();
    }

    @AfterEach
    void part() {
        registry.close();
    }

    @Test
    void shouldNameThePlaceOfASchemaFault() {
        var peer = new PeerEnvelope("SOLU1", new PeerKey(), new PeerKey());
        peer.document = peer.document
                .replace("\"isShippedOnBoardType\": true", "\"isShippedOnBoardType\": 1")
                .replace("\"transports\": {", "\"placeOfIssue\": {\"UNLocationCode\": \"DEHAMX\"}, \"transports\": {");
        var answer = post(peer.build());
        unsigned(answer, 400);
        var errors = PeerJson.tree(answer.asString()).path("errors");
        assertThat(errors.size()).as("all faults, not the first alone").isEqualTo(2);
        assertThat(errors.findValuesAsText("jsonPath"))
                .containsExactlyInAnyOrder(
                        "$.transportDocument.isShippedOnBoardType", "$.transportDocument.placeOfIssue.UNLocationCode");
    }

    @Test
    void shouldRefuseWhatIsNotJson() {
        for (String body : new String[] {"", "{", "\u0000", "<a/>", "[1]", "{\"a\":{\"a\":1,\"a\":2}}"}) {
            unsigned(given().contentType(ContentType.JSON).body(body).post("/v3/envelopes"), 400);
        }
    }

    @Test
    void shouldRefuseOtherVersions() {
        for (String version : new String[] {"9.9.9", "2", "3.0.0", "x"}) {
            var answer = given().contentType(ContentType.JSON)
                    .header("API-Version", version)
                    .body("{\"codeListProvider\":\"GLEIF\",\"partyCode\":\"" + PeerEnvelope.IMPORTER + "\"}")
                    .post("/v3/receiver-validation");
            unsigned(answer, 400);
        }
    }

    @Test
    void shouldRefuseUnknownReferencesMethodsAndMedia() {
        unsigned(given().put("/v3/envelopes/nobody/finish-transfer"), 404);
        unsigned(given().put("/v3/envelopes/" + UUID.randomUUID() + "/finish-transfer"), 404);
        unsigned(given().get("/v3/envelopes"), 405);
        unsigned(given().get("/v3/nothing"), 404);
        unsigned(given().contentType("text/plain").body("x").post("/v3/envelopes"), 415);
        String path = "/v3/envelopes/" + UUID.randomUUID() + "/additional-documents/";
        unsigned(given().contentType(ContentType.JSON).body("\"AA==\"").put(path + PeerJson.sha256("x")), 404);
        unsigned(given().contentType(ContentType.JSON).body("\"AA==\"").put(path + "XYZ"), 400);
        unsigned(given().contentType(ContentType.JSON).body("\"*\"").put(path + PeerJson.sha256("x")), 400);
        unsigned(given().contentType(ContentType.JSON).body("{}").put(path + PeerJson.sha256("x")), 400);
    }

    @Test
    void shouldRefuseAnEnvelopeThatIsTooLarge() {
        String large = "{\"a\":\"" + "x".repeat(4_100_000) + "\"}";
        unsigned(given().contentType(ContentType.JSON).body(large).post("/v3/envelopes"), 413);
    }

    @Test
    void shouldRefuseAnAnnouncedFloodBeforeItIsSent() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            String head = "PUT /v3/envelopes/x/additional-documents/y HTTP/1.1\r\nHost: x\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 4000000000\r\n\r\n\"";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("API-Version: 3.0.0");
            var error = PeerJson.tree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
            assertThat(error.path("statusCode").asInt()).isEqualTo(413);
            assertThat(error.path("errors")).isNotEmpty();
        }
    }

    @Test
    void shouldTellTheNameOfAReceiverAndNothingAboutOthers() {
        var known = validate("GLEIF", PeerEnvelope.IMPORTER);
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.header("API-Version")).isEqualTo("3.0.0");
        assertThat(known.asString()).isEqualTo("{\"partyName\":\"Elbe Werkzeughandel GmbH\"}");
        unsigned(validate("GLEIF", "TGTASTRANGER00000157"), 404);
        unsigned(validate("WAVE", PeerEnvelope.IMPORTER), 404);
        unsigned(validate("GLEIF", ""), 400);
        registry.away = true;
        unsigned(validate("GLEIF", PeerEnvelope.IMPORTER), 503);
    }

    private static io.restassured.response.Response validate(String provider, String code) {
        return given().contentType(ContentType.JSON)
                .body("{\"codeListProvider\":\"%s\",\"partyCode\":\"%s\"}".formatted(provider, code))
                .post("/v3/receiver-validation");
    }
}
