package org.tegata.bill.any;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tegata.bill.dcsa.AttributeTable;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** The generator keeps its word: valid documents only, and every attribute in time. */
class AnyTransportDocumentTest {

    private static final AttributeTable TABLE = AttributeTable.load();
    private static final int DOCUMENTS = 300;

    @Test
    void shouldMakeDocumentsThatTheTableAllows() {
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            var document = AnyTransportDocument.json(new Random(seed));
            assertThat(TABLE.check(document))
                    .as("seed %d", seed)
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .extracting(Finding::ruleId, Finding::location, Finding::actual)
                    .isEmpty();
        }
    }

    @Test
    void shouldUseEveryAttribute() {
        Set<String> missing = new TreeSet<>(TABLE.paths());
        for (int seed = 0; seed < DOCUMENTS && !missing.isEmpty(); seed++) {
            Set<String> seen = new TreeSet<>();
            collect(AnyTransportDocument.json(new Random(seed)), "", seen);
            missing.removeAll(seen);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void shouldMakeTheSameDocumentOfTheSameSeed() {
        assertThat(AnyTransportDocument.json(new Random(7))).isEqualTo(AnyTransportDocument.json(new Random(7)));
        assertThat(AnyTransportDocument.json(new Random(7))).isNotEqualTo(AnyTransportDocument.json(new Random(8)));
    }

    private static void collect(JsonNode node, String at, Set<String> seen) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(
                            member.getValue(), at.isEmpty() ? member.getKey() : at + "/" + member.getKey(), seen));
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, at + "[]", seen));
        } else {
            seen.add(at);
        }
    }
}
