package org.tegata.gateway.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The contracts of this repository, read from the resource jar {@code contracts}. */
public final class Contracts {

    private static final String EVENTS = "urn:tegata:schema:events:";

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaMappers(mappers -> mappers.mappings(urn -> urn.startsWith(EVENTS)
                    ? "classpath:contracts/events/" + urn.substring(EVENTS.length()) + ".schema.json"
                    : urn)));

    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Contracts() {}

    public static JsonNode example(String type) {
        try (InputStream in = Contracts.class.getResourceAsStream("/contracts/events/examples/" + type + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("not in contracts: " + type);
            }
            return PeerJson.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static List<String> faults(JsonNode event) {
        String type = event.path("type").asText();
        return SCHEMAS.getSchema(SchemaLocation.of(EVENTS + type), STRICT).validate(event).stream()
                .map(Object::toString)
                .toList();
    }
}
