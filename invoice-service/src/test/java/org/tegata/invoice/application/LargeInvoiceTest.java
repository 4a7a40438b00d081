package org.tegata.invoice.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tegata.invoice.InvoiceFixture;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.invoice.domain.RulesAsked;
import org.tegata.xml.Digest;

/** The largest invoice that is read is judged in seconds, and what is told about it stays small. */
class LargeInvoiceTest {

    private static final int LINES = 11_000;
    private static final String FIRST_LINE_ENDS = "    </ram:IncludedSupplyChainTradeLineItem>\n";
    private static final CheckInvoice CHECK = new CheckInvoice(InvoiceFixture.codec());

    @Test
    void shouldJudgeThousandsOfLines() {
        var large = large();
        assertThat(large.length).isBetween(9_000_000, 10 * 1024 * 1024);

        var read = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> CHECK.read(InvoiceFixture.xml(large), RulesAsked.NOTHING).read());

        assertThat(read.verdict().valid()).as("%s", read.verdict().counts()).isTrue();
        var facts = read.document().facts(new UUID(0, 0), Digest.sha256Hex(large), InvoiceFixture.SHIPPER);
        assertThat(facts.goodsDescriptions()).hasSize(InvoiceDocument.MAX_DESCRIPTIONS);
        assertThat(facts.goodsDescriptions().get(0)).hasSize(InvoiceDocument.MAX_DESCRIPTION_LENGTH);
    }

    @Test
    void shouldListSomeFindingsAndCountThemAll() {
        var text = new String(large(), StandardCharsets.UTF_8).replace(">0.00<", ">nothing<");

        var verdict = CHECK.check(InvoiceFixture.xml(text), RulesAsked.NOTHING);

        assertThat(verdict.valid()).isFalse();
        assertThat(verdict.findings()).hasSize(10_000);
        assertThat(verdict.omitted()).isEqualTo(LINES + 1 - 10_000);
        assertThat(verdict.counts().values()).containsExactly(LINES + 1);
    }

    private static byte[] large() {
        var small = InvoiceFixture.aSmallInvoice();
        int first = small.indexOf("    <ram:IncludedSupplyChainTradeLineItem>");
        int afterLines = small.lastIndexOf(FIRST_LINE_ENDS) + FIRST_LINE_ENDS.length();
        var line = small.substring(first, small.indexOf(FIRST_LINE_ENDS) + FIRST_LINE_ENDS.length())
                .replace(">60.00<", ">0.00<")
                .replace(">Lathe<", ">" + "L".repeat(70) + "<");
        var longest = line.replace("L".repeat(70), "M".repeat(5_000));
        var xml = small.substring(0, first)
                + longest
                + line.repeat(LINES)
                + small.substring(first, afterLines)
                + small.substring(afterLines);
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
