package org.tegata.lc.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;

/** The API as it is against the API as committed; {@code -Dtegata.update-snapshots=true} commits a wanted change. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class OpenApiSnapshotIT {

    private static final Path SNAPSHOT = Path.of("../contracts/openapi/lc-service.json");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    void shouldBeTheApiThatIsCommitted() throws IOException {
        var now = JSON.readTree(given().get("/q/openapi?format=json").asString());

        if (Boolean.getBoolean("tegata.update-snapshots")) {
            Files.createDirectories(SNAPSHOT.getParent());
            Files.writeString(SNAPSHOT, sorted(now) + "\n");
        }

        assertThat(sorted(JSON.readTree(Files.readString(SNAPSHOT)))).isEqualTo(sorted(now));
    }

    private static String sorted(JsonNode document) throws IOException {
        return JSON.writeValueAsString(JSON.treeToValue(document, Object.class));
    }
}
