package org.tegata.bill.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tegata.bill.any.AnyBill;
import org.tegata.bill.any.AnyTransportDocument;
import org.tegata.xml.XmlElement;

/** Whatever is taken away or altered, the other language or the list of what it does not say tells it. */
class NothingIsDroppedTest {

    private static final BillMapping MAPPING = Samples.MAPPING;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final int AT_LEAST = 20;
    private static final int TRIES = 6;

    @Test
    void shouldTellWhenAnElementIsGoneOrAltered() {
        forManySeeds(seed -> {
            var random = new Random(seed);
            var bill = AnyBill.xml(random);
            var told = told(bill);
            var canonical = MappingLawsTest.text(MAPPING.canonical(bill));
            var leaves = new ArrayList<XmlElement>();
            leaves(bill, leaves);
            for (int i = 0; i < TRIES; i++) {
                var leaf = leaves.get(random.nextInt(leaves.size()));
                boolean isHeld = leaf.namespace().contains("DataType");
                var other = changed(bill, leaf, !isHeld && random.nextBoolean() ? null : leaf.text() + "7");
                if (!MappingLawsTest.text(MAPPING.canonical(other)).equals(canonical)) {
                    assertThat(told(other)).as("seed %d, %s", seed, leaf).isNotEqualTo(told);
                }
            }
        });
    }

    @Test
    void shouldTellWhenAnAttributeIsGone() {
        forManySeeds(seed -> {
            var random = new Random(seed);
            var document = AnyTransportDocument.json(random);
            var told = told(document);
            var canonical = MAPPING.canonical(document);
            for (int i = 0; i < TRIES; i++) {
                var other = document.deepCopy();
                String at = remove(other, random);
                if (!MAPPING.canonical(other).equals(canonical)) {
                    assertThat(told(other)).as("seed %d, %s", seed, at).isNotEqualTo(told);
                }
            }
        });
    }

    private static void forManySeeds(LongConsumer test) {
        Seeds.many("NothingIsDroppedTest", LONG_ENOUGH, AT_LEAST, Integer.MAX_VALUE, test);
    }

    private static List<String> told(XmlElement bill) {
        var mapped = MAPPING.toJson(bill);
        return told(mapped.document().toString(), mapped.unsaid());
    }

    private static List<String> told(ObjectNode document) {
        var mapped = MAPPING.toXml(document);
        return told(MappingLawsTest.text(mapped.document()), mapped.unsaid());
    }

    private static List<String> told(String document, List<Unsaid> unsaid) {
        var told = new ArrayList<String>();
        told.add(document);
        unsaid.forEach(one -> told.add(one.location() + "=" + one.value()));
        return told;
    }

    private static void leaves(XmlElement element, List<XmlElement> leaves) {
        boolean isValue = element.children().isEmpty() && !element.namespace().contains("DataType");
        if (isValue || element.name().equals("DateTimeString") || element.name().equals("Indicator")) {
            leaves.add(element);
        }
        element.children().forEach(child -> leaves(child, leaves));
    }

    private static XmlElement changed(XmlElement element, XmlElement leaf, @Nullable String text) {
        var copy = new XmlElement(element.namespace(), element.prefix(), element.name());
        copy.text(element == leaf && text != null ? text : element.text());
        element.attributes(copy::attribute);
        element.children().forEach(child -> {
            if (child != leaf || text != null) {
                copy.add(changed(child, leaf, text));
            }
        });
        return copy;
    }

    /** Takes any value away, and tells which. */
    private static String remove(JsonNode from, Random random) {
        var at = new StringBuilder();
        JsonNode node = from;
        while (true) {
            int i = random.nextInt(Math.max(1, node.size()));
            if (node instanceof ArrayNode array) {
                at.append('/').append(i);
                if (array.isEmpty()
                        || array.get(i).isValueNode()
                        || array.get(i).isEmpty()) {
                    array.remove(i);
                    return at.toString();
                }
                node = array.get(i);
            } else {
                var names = new ArrayList<String>();
                node.fieldNames().forEachRemaining(names::add);
                if (names.isEmpty()) {
                    return at.toString();
                }
                at.append('/').append(names.get(i));
                var member = node.get(names.get(i));
                if (member.isValueNode() || member.isEmpty()) {
                    ((ObjectNode) node).remove(names.get(i));
                    return at.toString();
                }
                node = member;
            }
        }
    }
}
