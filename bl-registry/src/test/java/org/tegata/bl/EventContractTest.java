package org.tegata.bl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillStatus;

/** Every event that the register can publish has a schema, and an example that fits it. */
class EventContractTest {

    static Stream<String> types() {
        return Stream.of(BillAct.values()).map(BillAct::eventType).distinct();
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldHaveAnExampleThatFitsItsSchema(String type) throws IOException {
        assertThat(Contracts.faults(type, Contracts.example("events/examples/" + type + ".json")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldNeedTheTitle(String type) throws IOException {
        var event = (ObjectNode) Contracts.example("events/examples/" + type + ".json");
        ((ObjectNode) event.get("data")).remove("title");

        assertThat(Contracts.faults(type, event)).isNotEmpty();
    }

    @Test
    void shouldKnowTheStatesOfTheLifecycle() throws IOException {
        var schema = Contracts.example("events/bill.issued.v1.schema.json");
        var states = schema.at("/$defs/title/properties/status/enum");

        assertThat(states)
                .extracting(state -> state.textValue())
                .containsExactly(Stream.of(BillStatus.values()).map(Enum::name).toArray(String[]::new));
    }
}
