package org.tegata.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of events: each has a schema, an example that fits, a topic, and somebody who publishes it (ADR 4). */
class EventCatalogueTest {

    static Stream<String> eventTypes() {
        return EventCatalogue.events().keySet().stream();
    }

    static Stream<Path> schemas() {
        return Stream.concat(EventCatalogue.events().values().stream(), EventCatalogue.facts().values().stream());
    }

    @Test
    void shouldKnowTheEventsOfAllFourServices() {
        assertThat(eventTypes().map(EventCatalogue.Topic::of).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(EventCatalogue.Topic.values());
        assertThat(EventCatalogue.facts().keySet()).contains("invoice-facts.v1", "bill-facts.v1");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void shouldHaveExamplesThatFit(Path schema) {
        var examples = EventCatalogue.examples(schema);
        assertThat(examples).as("examples of %s", Workspace.name(schema)).isNotEmpty();
        for (Path example : examples) {
            assertThat(validate(schema, EventCatalogue.read(example)))
                    .as(Workspace.name(example))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void shouldRefuseAnEventThatIsNotOne(String type) {
        Path schema = EventCatalogue.events().get(type);
        for (String member : Set.of("specversion", "id", "source", "type", "subject", "time", "sequence", "data")) {
            JsonNode event = EventCatalogue.read(EventCatalogue.examples(schema).get(0));
            ((ObjectNode) event).remove(member);
            assertThat(validate(schema, event))
                    .as("%s without %s", type, member)
                    .isNotEmpty();
        }
        ObjectNode renamed =
                (ObjectNode) EventCatalogue.read(EventCatalogue.examples(schema).get(0));
        renamed.put("type", type + "0");
        assertThat(validate(schema, renamed)).as("%s under another name", type).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void shouldCarryItsOwnName(String type) {
        assertThat(EventCatalogue.isEventType(type)).as(type).isTrue();
        EventCatalogue.examples(EventCatalogue.events().get(type))
                .forEach(example -> assertThat(
                                EventCatalogue.read(example).path("type").asText())
                        .as(Workspace.name(example))
                        .isEqualTo(type));
    }

    @Test
    void shouldHaveASchemaForEachTypeInTheCode() {
        Map<String, ?> used = EventCatalogue.typesInCode();
        assertThat(used).as("event types found in the services' code").isNotEmpty();
        assertThat(used.entrySet().stream()
                        .filter(type -> !EventCatalogue.events().containsKey(type.getKey()))
                        .map(Object::toString))
                .as("event types without contracts/events/<type>.schema.json")
                .isEmpty();
    }

    @Test
    void shouldHaveSomebodyWhoPublishesEachType() {
        Map<String, java.util.List<String>> used = EventCatalogue.typesInCode();
        assertThat(eventTypes()
                        .filter(type -> used.getOrDefault(type, java.util.List.of()).stream()
                                .noneMatch(where -> where.startsWith(
                                        EventCatalogue.Topic.of(type).producer() + "/"))))
                .as("schemas of events that their service never names")
                .isEmpty();
    }

    @Test
    void shouldListEachTypeForReaders() {
        String page = Workspace.read(Workspace.at("docs/events.md"));
        assertThat(eventTypes().filter(type -> !page.contains("`" + type + "`")))
                .as("event types that docs/events.md does not name")
                .isEmpty();
    }

    @Test
    void shouldDescribeTheTopicsInAsyncApi() {
        Path document = Workspace.at("contracts/asyncapi.json");
        String generated = EventCatalogue.asyncApi();
        if (Workspace.updatesSnapshots()) {
            Workspace.write(document, generated);
        }
        assertThat(Workspace.read(document))
                .as("contracts/asyncapi.json is stale: run with -Dtegata.update-snapshots=true")
                .isEqualTo(generated);
    }

    private static Set<ValidationMessage> validate(Path schema, JsonNode document) {
        return EventCatalogue.compile(schema)
                .validate(document, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }
}
