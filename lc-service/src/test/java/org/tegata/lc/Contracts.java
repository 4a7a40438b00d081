package org.tegata.lc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/** The contracts of this repository, read from the resource jar {@code contracts}. */
public final class Contracts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENTS = "urn:tegata:schema:events:";
    private static final String FACTS = "urn:tegata:schema:facts:";

    /** Schemas name each other by URN; each URN is a file of the jar. */
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaMappers(mappers -> mappers.mappings(Contracts::file)));

    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Contracts() {}

    public static JsonNode example(String path) {
        try (InputStream stream = Contracts.class.getResourceAsStream("/contracts/" + path)) {
            if (stream == null) {
                throw new IllegalArgumentException("not in contracts: " + path);
            }
            return JSON.readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Set<ValidationMessage> faults(String eventType, JsonNode event) {
        return SCHEMAS.getSchema(SchemaLocation.of(EVENTS + eventType), STRICT).validate(event);
    }

    private static String file(String urn) {
        if (urn.startsWith(EVENTS)) {
            return "classpath:contracts/events/" + urn.substring(EVENTS.length()) + ".schema.json";
        }
        return urn.startsWith(FACTS)
                ? "classpath:contracts/facts/" + urn.substring(FACTS.length()) + ".schema.json"
                : urn;
    }
}
