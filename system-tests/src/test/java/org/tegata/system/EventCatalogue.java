package org.tegata.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What crosses a boundary: the schemas of {@code contracts/} and the AsyncAPI document made of them (ADR 4). */
final class EventCatalogue {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern EVENT = Pattern.compile("[a-z]+(?:\\.[a-z]+(?:-[a-z]+)*)\\.v[1-9][0-9]*");
    private static final String SUFFIX = ".schema.json";
    private static final Map<Path, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    /** Topic of an event by the first word of its type, with who publishes it. */
    enum Topic {
        INVOICES("invoice-service", "invoice"),
        CREDITS("lc-service", "credit", "presentation"),
        BILLS("bl-registry", "bill"),
        ENVELOPES("gateway", "envelope");

        private final String producer;
        private final List<String> subjects;

        Topic(String producer, String... subjects) {
            this.producer = producer;
            this.subjects = List.of(subjects);
        }

        String topic() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        String producer() {
            return producer;
        }

        boolean carries(String type) {
            return subjects.contains(type.substring(0, type.indexOf('.')));
        }

        static Topic of(String type) {
            for (Topic topic : values()) {
                if (topic.carries(type)) {
                    return topic;
                }
            }
            throw new IllegalArgumentException("no topic carries " + type);
        }
    }

    private EventCatalogue() {}

    static boolean isEventType(String text) {
        return EVENT.matcher(text).matches();
    }

    /** Every event type with its schema's file, in alphabetical order. */
    static Map<String, Path> events() {
        return schemas("contracts/events/");
    }

    static Map<String, Path> facts() {
        return schemas("contracts/facts/");
    }

    /** The examples of one schema: {@code <name>.json} or {@code <name>--<case>.json} in the folder beside it. */
    static List<Path> examples(Path schema) {
        String name = nameOf(schema);
        return Workspace.files(".json").stream()
                .filter(file -> file.getParent().equals(schema.resolveSibling("examples")))
                .filter(file -> file.getFileName().toString().matches(Pattern.quote(name) + "(?:[-_.].+)?\\.json"))
                .toList();
    }

    /** A schema with all others of the folder in reach by their {@code $id}; nothing is fetched. */
    static JsonSchema compile(Path schema) {
        return SCHEMAS.computeIfAbsent(
                schema,
                file -> factory()
                        .getSchema(SchemaLocation.of(read(file).get("$id").asText())));
    }

    private static JsonSchemaFactory factory() {
        var byId = new LinkedHashMap<String, String>();
        for (Path file : Workspace.files(SUFFIX)) {
            JsonNode id = read(file).get("$id");
            if (id != null && Workspace.name(file).startsWith("contracts/")) {
                byId.put(id.asText(), Workspace.read(file));
            }
        }
        return JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.schemas(byId)));
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(Workspace.read(file));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(Workspace.name(file), e);
        }
    }

    /** AsyncAPI 3.0 of all topics, from the schemas alone. */
    static String asyncApi() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Tegata events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Generated from events/*.schema.json by EventCatalogueTest; do not edit. CloudEvents 1.0 in"
                                + " structured JSON mode; the Kafka key is the subject; see docs/events.md.");
        document.put("defaultContentType", "application/cloudevents+json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (Topic topic : Topic.values()) {
            ObjectNode channel = channels.putObject(topic.topic());
            channel.put("address", topic.topic());
            ObjectNode carried = channel.putObject("messages");
            ObjectNode operation = operations.putObject("publish-" + topic.topic());
            operation.put("action", "send").put("summary", "Published by " + topic.producer());
            operation.putObject("channel").put("$ref", "#/channels/" + topic.topic());
            events().forEach((type, schema) -> {
                if (topic.carries(type)) {
                    carried.putObject(type).put("$ref", "#/components/messages/" + type);
                    messages.set(type, message(type, schema));
                }
            });
        }
        return pretty(document);
    }

    private static ObjectNode message(String type, Path schema) {
        JsonNode source = read(schema);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("name", type);
        message.put("contentType", "application/cloudevents+json");
        if (source.hasNonNull("description")) {
            message.put("summary", source.get("description").asText());
        }
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
        payload.putObject("schema").put("$ref", "events/" + schema.getFileName());
        return message;
    }

    private static Map<String, Path> schemas(String folder) {
        var found = new LinkedHashMap<String, Path>();
        for (Path file : Workspace.files(SUFFIX)) {
            if (Workspace.name(file.getParent()).concat("/").equals(folder)) {
                found.put(nameOf(file), file);
            }
        }
        return found;
    }

    private static String nameOf(Path schema) {
        String file = schema.getFileName().toString();
        return file.substring(0, file.length() - SUFFIX.length());
    }

    private static String pretty(JsonNode document) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Event types named in the main code of the services, with where. */
    static Map<String, List<String>> typesInCode() {
        var found = new LinkedHashMap<String, List<String>>();
        for (JavaSource source : JavaSource.all()) {
            if (source.isTest()
                    || Workspace.SERVICE_ORDER.stream()
                            .noneMatch(s -> source.name().startsWith(s + "/"))) {
                continue;
            }
            for (JavaSource.Literal literal : source.strings()) {
                if (isEventType(literal.value())) {
                    found.computeIfAbsent(literal.value(), type -> new ArrayList<>())
                            .add(source.name() + ":" + literal.line());
                }
            }
        }
        return found;
    }
}
