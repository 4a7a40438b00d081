package org.tegata.invoice.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.invoice.InvoiceFixture;
import org.tegata.invoice.xml.InvoiceXml;

/** The sample invoices of others ({@code ph-cii-testfiles}) are good invoices: not even a warning is due. */
class OfficialSamplesTest {

    private static final CheckInvoice CHECK = new CheckInvoice(new InvoiceXml());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void shouldAcceptEverySampleOfD22bWithoutAFinding(int number) throws IOException {
        var checked = CHECK.check(sample("/external/test-cii/d22b/CII_example" + number + ".xml"));

        assertThat(checked.report().findings()).isEmpty();
        var document = checked.document();
        assertThat(document).isNotNull();
        assertThat(document.lines()).isNotEmpty();
        assertThat(document.facts(new java.util.UUID(0, 0), checked.digest(), InvoiceFixture.STRANGER))
                .satisfies(facts -> {
                    assertThat(facts.number()).isNotBlank();
                    assertThat(facts.grandTotalAmount()).isPositive();
                    assertThat(facts.goodsDescriptions()).hasSameSizeAs(document.lines());
                });
    }

    private static byte[] sample(String name) throws IOException {
        try (var stream = OfficialSamplesTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return stream.readAllBytes();
        }
    }
}
