package org.tegata.invoice.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tegata.invoice.InvoiceFixture;
import org.tegata.invoice.domain.RulesAsked;

/** The demo's invoice: faultless, and still faultless after the replacements that the demo makes in its text. */
class ExportInvoiceExampleTest {

    private static final CheckInvoice CHECK = new CheckInvoice(InvoiceFixture.codec());

    @Test
    void shouldBeWithoutAFinding() {
        var verdict = CHECK.read(InvoiceFixture.xml(InvoiceFixture.anExportInvoice()), RulesAsked.NOTHING)
                .read()
                .verdict();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.ruleSet()).isEqualTo("export-invoice");
    }

    @Test
    void shouldStayWithoutAFindingWhenTheDemoRaisesTheAmount() {
        var text = new String(InvoiceFixture.anExportInvoice(), StandardCharsets.UTF_8);
        assertThat(text).contains("INV-2026-0815", "250000.00", "ALSBLC-2026-0042", "20261102");

        var raised = text.replace("INV-2026-0815", "INV-2026-0816")
                .replace("250000.00", "275000.00")
                .replace("20261102", "20261109");

        assertThat(CHECK.read(InvoiceFixture.xml(raised), RulesAsked.NOTHING)
                        .read()
                        .verdict()
                        .findings())
                .isEmpty();
    }
}
