package org.tegata.invoice.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.invoice.InvoiceFixture;
import org.tegata.invoice.domain.RulesAsked;
import org.tegata.invoice.domain.Weight;
import org.tegata.rules.schema.Release;

/** The sample invoices of others ({@code ph-cii-testfiles}), of both releases, can be kept. */
class OfficialSamplesTest {

    private static final CheckInvoice CHECK = new CheckInvoice(InvoiceFixture.codec());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void shouldReadEverySampleOfD22b(int number) {
        assertFacts("d22b", number, Release.D22B);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void shouldReadEverySampleOfD16b(int number) {
        assertFacts("d16b", number, null);
    }

    /** By EN 16931 itself, which all samples name as their guideline, the others have faults. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 7, 8, 9})
    void shouldAcceptTheGoodSamplesByTheirOwnGuideline(int number) {
        var sample = InvoiceFixture.xml(InvoiceFixture.sample("d16b/CII_example" + number + ".xml"));

        var read = CHECK.read(sample, RulesAsked.NOTHING).read();

        assertThat(read.verdict().ruleSet()).isEqualTo("en16931");
        assertThat(read.verdict().release()).isEqualTo(Release.D16B);
        assertThat(read.verdict().valid()).as("%s", read.verdict().counts()).isTrue();
    }

    /** The schema lets pass blanks around a unit, and an em space for a unit; the empty text it refuses itself. */
    @ParameterizedTest
    @CsvSource({"'\u2003',", "' KGM ',KGM", "KGM,KGM"})
    void shouldTellAWeightOnlyWithItsUnit(String written, String unit) {
        var sample = new String(InvoiceFixture.sample("d16b/CII_example1.xml"), StandardCharsets.UTF_8)
                .replace(
                        "<ram:ApplicableHeaderTradeDelivery/>",
                        ("<ram:ApplicableHeaderTradeDelivery><ram:RelatedSupplyChainConsignment>"
                                        + "<ram:GrossWeightMeasure unitCode=\"%s\">7</ram:GrossWeightMeasure>"
                                        + "</ram:RelatedSupplyChainConsignment></ram:ApplicableHeaderTradeDelivery>")
                                .formatted(written));
        assertThat(sample).contains("GrossWeightMeasure");

        var read = CHECK.read(InvoiceFixture.xml(sample), new RulesAsked("en16931", null))
                .read();

        assertThat(read.verdict().release()).isEqualTo(Release.D16B);
        assertThat(read.document()).as("%s", read.verdict().findings()).isNotNull();
        assertThat(read.document().grossWeight()).isEqualTo(unit == null ? null : new Weight(new BigDecimal(7), unit));
    }

    private static void assertFacts(String folder, int number, Release release) {
        var sample = InvoiceFixture.xml(InvoiceFixture.sample(folder + "/CII_example" + number + ".xml"));

        var read = CHECK.read(sample, new RulesAsked("uncefact-cii", null)).read();

        assertThat(read.verdict().valid()).as("%s", read.verdict().findings()).isTrue();
        if (release != null) {
            assertThat(read.verdict().release()).isEqualTo(release);
        }
        var document = read.document();
        assertThat(document).isNotNull();
        assertThat(document.facts(new UUID(0, 0), "0".repeat(64), InvoiceFixture.STRANGER))
                .satisfies(facts -> {
                    assertThat(facts.number()).isNotBlank();
                    assertThat(facts.grandTotalAmount()).isPositive();
                    assertThat(facts.goodsDescriptions()).isNotEmpty();
                });
    }
}
