package org.tegata.bench.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documents are what the benchmark says they are, in the eyes of both judges. Nothing is timed here. */
class DocumentsTest {
    private static final List<Judge> JUDGES = List.of(new TegataJudge(), new PhiveJudge());

    @ParameterizedTest
    @EnumSource(Fault.class)
    void shouldFireTheRulesThatAFaultNames(Fault fault) {
        byte[] invoice = new GeneratedInvoice("T-1", 3, 0).bytes(fault);
        Set<String> expected = fault == Fault.NOT_BY_THE_SCHEMA ? Set.of(Judge.SCHEMA) : fault.rules();
        for (Judge judge : JUDGES) {
            assertThat(judge.verdict(invoice)).as(judge.name()).isEqualTo(expected);
        }
    }

    @Test
    void shouldBeValidWhateverTheSize() {
        for (int lines : new int[] {1, 2, 45, 46, 101}) {
            for (Judge judge : JUDGES) {
                assertThat(judge.verdict(new GeneratedInvoice("T-2", lines, 0).bytes()))
                        .isEmpty();
            }
        }
    }

    @Test
    void shouldHaveTheSameVerdictsOfBothOnEverythingThatIsMeasured() {
        for (byte[] document : Documents.mix().all()) {
            assertThat(JUDGES.get(0).verdict(document)).isEqualTo(JUDGES.get(1).verdict(document));
        }
    }

    @Test
    void shouldMeasureWhatItSays() {
        assertThat(Documents.ordinary().all()).hasSizeBetween(20, 30);
        assertThat(Documents.mix().all()).hasSizeBetween(45, 55);
        assertThat(Documents.attachments().all()).allMatch(document -> document.length > 200_000);
        assertThat(new GeneratedInvoice("T-3", 100, 0).bytes().length / 100).isBetween(2_000, 2_600);
    }

    @Test
    void shouldStreamTheSameBytes() throws IOException {
        GeneratedInvoice invoice = new GeneratedInvoice("T-4", 7, 1_000);
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        try (InputStream in = invoice.stream()) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                one.write(b);
            }
        }
        assertThat(one.toByteArray()).isEqualTo(invoice.bytes());
    }
}
