package org.tegata.bill.any;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tegata.bill.xml.BillSchema;
import org.tegata.bill.xml.ElementType;
import org.tegata.problem.Finding;
import org.tegata.xml.XmlElement;

/** The generator keeps its word: valid bills only, and every element of the schema in time. */
class AnyBillTest {

    private static final BillSchema SCHEMA = AnyBill.schema();
    private static final int BILLS = 4_000;

    @Test
    void shouldMakeBillsThatTheSchemaAllows() {
        for (int seed = 0; seed < 150; seed++) {
            var bill = AnyBill.xml(new Random(seed));
            var checked = SCHEMA.read(SCHEMA.write(bill));
            assertThat(checked.report().findings())
                    .as("seed %d", seed)
                    .extracting(Finding::location, Finding::message)
                    .isEmpty();
            assertThat(checked.root().saysTheSame(bill)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void shouldUseEveryElementAndAttribute() {
        Set<String> missing = new TreeSet<>();
        paths(SCHEMA.root(), "/" + BillSchema.ROOT, new ArrayDeque<>(), missing);
        assertThat(missing).hasSizeGreaterThan(1_500);

        for (int seed = 0; seed < BILLS && !missing.isEmpty(); seed++) {
            Set<String> seen = new TreeSet<>();
            collect(AnyBill.xml(new Random(seed)), "", seen);
            missing.removeAll(seen);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void shouldMakeTheSameBillOfTheSameSeed() {
        var bill = AnyBill.xml(new Random(7));
        assertThat(AnyBill.xml(new Random(7)).saysTheSame(bill)).isTrue();
        assertThat(AnyBill.xml(new Random(8)).saysTheSame(bill)).isFalse();
    }

    /** Every element by its path, a party within a party once; every attribute by the type that has it. */
    private static void paths(ElementType type, String at, Deque<ElementType> above, Set<String> paths) {
        if (above.contains(type)) {
            return;
        }
        above.push(type);
        type.attributes().forEach(attribute -> paths.add(type.name() + "/@" + attribute.name()));
        for (var child : type.children()) {
            String path = at + "/" + child.name();
            paths.add(path);
            paths(child.type(), path, above, paths);
        }
        above.pop();
    }

    private static void collect(XmlElement element, String above, Set<String> seen) {
        String at = above + "/" + element.name();
        seen.add(at);
        var declared = AnyBill.declaration(element);
        if (declared != null) {
            element.attributes((name, value) -> seen.add(declared.type().name() + "/@" + name));
        }
        element.children().forEach(child -> collect(child, at, seen));
    }
}
