package org.tegata.gateway.peer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The sending platform's calls, and what every answer must be before its content is looked at. */
public final class Wire {

    private Wire() {}

    /** Checks status, header and signature, and returns what was signed. */
    public static JsonNode signed(Response answer, int status, String code, PeerEnvelope.Message about) {
        var json = PeerJson.tree(answer.asString());
        assertThat(json.isTextual()).as("signed: " + answer.asString()).isTrue();
        var content = PeerJson.verified(
                json.asText(), given().get("/.well-known/jwks.json").asString());
        assertThat(content.path("responseCode").asText()).as(content.toString()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("API-Version")).isEqualTo("3.0.0");
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(content.path("lastEnvelopeTransferChainEntrySignedContentChecksum")
                        .asText())
                .isEqualTo(about.lastEntryChecksum());
        return content;
    }

    public static void unsigned(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.header("API-Version")).isEqualTo("3.0.0");
        assertThat(answer.contentType()).startsWith("application/json");
        var json = PeerJson.tree(answer.asString());
        assertThat(json.path("statusCode").asInt()).isEqualTo(status);
        for (String name : List.of("httpMethod", "requestUri", "statusCodeText", "errorDateTime")) {
            assertThat(json.path(name).asText()).as(name).isNotBlank();
        }
        assertThat(json.path("errors").get(0).path("errorCodeMessage").asText()).isNotBlank();
    }

    public static Response post(PeerEnvelope.Message message) {
        return given().contentType(ContentType.JSON)
                .header("API-Version", "3")
                .body(message.json().getBytes(StandardCharsets.UTF_8))
                .post("/v3/envelopes");
    }

    public static String reference(Response started) {
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(201);
        return PeerJson.tree(started.asString()).path("envelopeReference").asText();
    }

    public static Response document(String reference, byte[] content) {
        return put("/v3/envelopes/" + reference + "/additional-documents/" + PeerJson.sha256(content), content);
    }

    public static Response put(String path, byte[] content) {
        return given().contentType(ContentType.JSON)
                .body("\"" + Base64.getEncoder().encodeToString(content) + "\"")
                .put(path);
    }

    public static Response finish(String reference) {
        return given().put("/v3/envelopes/" + reference + "/finish-transfer");
    }

    public static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
