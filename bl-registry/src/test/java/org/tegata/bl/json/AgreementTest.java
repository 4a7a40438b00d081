package org.tegata.bl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.bl.xml.BillXml;
import org.tegata.bl.xml.GoldenBills;

/** One bill, two languages, the same facts: XML to facts, and XML to DCSA's JSON to facts. */
class AgreementTest {

    private static final UUID ID = UUID.fromString("01981b4e-5f00-7a31-8c42-6d0f5e3a7b20");
    private static final String DIGEST = "0".repeat(64);

    private final BillXml bills = new BillXml();
    private final TransportDocumentJson dcsa = new TransportDocumentJson();

    static List<Path> bills() {
        return Stream.concat(GoldenBills.in("valid").stream(), GoldenBills.in("warned").stream())
                .filter(file -> !file.toString().contains("word-longer-than-a-line"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bills")
    void shouldTellTheSameInBothLanguages(Path file) {
        var document = bills.read(GoldenBills.read(file));

        var again = dcsa.read(dcsa.write(document));

        assertThat(again)
                .usingRecursiveComparison()
                // An electronic bill has one original at most in DCSA's words.
                .ignoringFields(several(document.originalsIssued()) ? "originalsIssued" : "none")
                .isEqualTo(document);
        assertThat(again.facts(ID, DIGEST))
                .usingRecursiveComparison()
                .ignoringFields(several(document.originalsIssued()) ? "originalsIssued" : "none")
                .isEqualTo(document.facts(ID, DIGEST));
    }

    @ParameterizedTest
    @MethodSource("bills")
    void shouldWriteTheSameCharactersAgain(Path file) {
        String once = dcsa.write(bills.read(GoldenBills.read(file)));

        String twice = dcsa.write(dcsa.read(once));

        assertThat(twice).isEqualTo(once);
        assertThat(dcsa.check(once).findings()).isEmpty();
    }

    private static boolean several(@org.jspecify.annotations.Nullable Integer originals) {
        return originals != null && originals > 1;
    }
}
