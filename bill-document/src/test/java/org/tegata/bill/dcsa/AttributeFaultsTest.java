package org.tegata.bill.dcsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tegata.bill.any.AnyTransportDocument;
import org.tegata.problem.Finding;

/** Every attribute of the table, wherever it stands, is found out when it breaks its form, and it alone. */
class AttributeFaultsTest {

    private static final AttributeTable TABLE = AttributeTable.load();
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final int DOCUMENTS = 120;

    /** One attribute of a document and what is wrong with it now. */
    private record Fault(String rule, JsonNode value) {}

    @Test
    void shouldFindEachFaultAtItsPlace() {
        var tried = new TreeSet<String>();
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            var document = AnyTransportDocument.json(new Random(seed));
            var random = new Random(seed);
            breakEach(TABLE.root(), document, document, "", tried, random);
        }

        var wanted = new TreeSet<String>();
        TABLE.types()
                .values()
                .forEach(type -> type.attributes()
                        .forEach(attribute -> wanted.add(type.name() + "." + attribute.name() + " DCSA-TYPE")));
        assertThat(tried).containsAll(wanted);
    }

    private void breakEach(
            AttributeType type,
            ObjectNode object,
            ObjectNode document,
            String at,
            TreeSet<String> tried,
            Random random) {
        for (var attribute : type.attributes()) {
            String name = type.name() + "." + attribute.name();
            String place = at + "/" + attribute.name();
            var was = object.get(attribute.name());
            if (was == null) {
                continue;
            }
            for (var fault : faults(attribute)) {
                // Each kind of fault of an attribute a few times is enough; a document takes a while to judge.
                if (tried.add(name + " " + fault.rule()) || random.nextInt(200) == 0) {
                    var wrong = attribute.array() ? NODES.arrayNode().add(fault.value()) : fault.value();
                    object.set(attribute.name(), wrong);
                    assertFound(document, fault.rule(), attribute.array() ? place + "/0" : place);
                    object.set(attribute.name(), was);
                }
            }
            required(attribute, object, document, place, tried.add(name + " DCSA-REQUIRED"));
            children(attribute, was, document, place, tried, random);
        }
    }

    private void required(Attribute attribute, ObjectNode object, ObjectNode document, String place, boolean first) {
        if (first && attribute.required()) {
            // In place, so that the order of the others stays.
            var was = object.replace(attribute.name(), NODES.nullNode());
            assertFound(document, "DCSA-REQUIRED", place);
            object.set(attribute.name(), was);
        }
    }

    private void children(
            Attribute attribute, JsonNode value, ObjectNode document, String at, TreeSet<String> tried, Random random) {
        if (attribute.kind() != Attribute.Kind.OBJECT) {
            return;
        }
        var type = TABLE.type(attribute.type());
        if (value instanceof ObjectNode object) {
            breakEach(type, object, document, at, tried, random);
        } else {
            for (int i = 0; i < value.size(); i++) {
                breakEach(type, (ObjectNode) value.get(i), document, at + "/" + i, tried, random);
            }
        }
    }

    private static void assertFound(ObjectNode document, String rule, String place) {
        assertThat(TABLE.form(document))
                .extracting(Finding::ruleId, Finding::location)
                .as("%s at %s", rule, place)
                .contains(tuple(rule, place));
    }

    private static List<Fault> faults(Attribute attribute) {
        var faults = new ArrayList<Fault>();
        switch (attribute.kind()) {
            case STRING -> strings(attribute, faults);
            case BOOLEAN -> faults.add(new Fault("DCSA-TYPE", NODES.textNode("true")));
            case OBJECT -> faults.add(new Fault("DCSA-TYPE", NODES.textNode("{}")));
            case INTEGER, NUMBER -> {
                faults.add(new Fault("DCSA-TYPE", NODES.textNode("1")));
                faults.add(new Fault("DCSA-RANGE", NODES.numberNode(new BigDecimal("1e400"))));
                double from = attribute.value().from();
                if (Double.isFinite(from)) {
                    double outside = attribute.value().beyond() ? from : from - 1;
                    faults.add(new Fault("DCSA-RANGE", NODES.numberNode(BigDecimal.valueOf(outside))));
                }
            }
        }
        return faults;
    }

    private static void strings(Attribute attribute, List<Fault> faults) {
        faults.add(new Fault("DCSA-TYPE", NODES.numberNode(5)));
        double most = attribute.length().to();
        if (!attribute.codes().isEmpty()) {
            faults.add(new Fault("DCSA-CODE", NODES.textNode("NONE")));
        } else if (Double.isFinite(most)) {
            faults.add(new Fault("DCSA-LENGTH", NODES.textNode("1".repeat((int) most + 1))));
        }
        var pattern = attribute.pattern();
        if (pattern != null) {
            // No pattern of the table allows blanks around, and none is longer than the least length.
            int length = (int) Math.max(attribute.length().from(), 1);
            faults.add(new Fault("DCSA-PATTERN", NODES.textNode(" ".repeat(length))));
        }
        if (!attribute.format().isEmpty()) {
            faults.add(new Fault("DCSA-PATTERN", NODES.textNode("2026-02-30")));
        }
    }
}
