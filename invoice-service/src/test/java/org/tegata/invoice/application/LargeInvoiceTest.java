package org.tegata.invoice.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tegata.invoice.InvoiceFixture;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.invoice.xml.InvoiceXml;

/** The largest invoice that is read is judged in seconds, and what is told about it stays small. */
class LargeInvoiceTest {

    private static final int LINES = 11_000;
    private static final String FIRST_LINE_ENDS = "    </ram:IncludedSupplyChainTradeLineItem>\n";
    private static final CheckInvoice CHECK = new CheckInvoice(new InvoiceXml());

    @Test
    void shouldJudgeThousandsOfLines() throws IOException {
        var checked = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> CHECK.check(large()));

        assertThat(checked.bytes().length).isBetween(9_000_000, 10 * 1024 * 1024);
        assertThat(checked.report().findings())
                .as("one warning a line, but no more than a reader can use")
                .hasSize(100)
                .allSatisfy(finding -> assertThat(finding.ruleId()).isEqualTo("TGT-INV-17"));
        var document = checked.document();
        assertThat(document).isNotNull();
        var facts = document.facts(new UUID(0, 0), checked.digest(), InvoiceFixture.SHIPPER);
        assertThat(facts.goodsDescriptions()).hasSize(InvoiceDocument.MAX_DESCRIPTIONS);
        assertThat(facts.goodsDescriptions().get(0)).hasSize(InvoiceDocument.MAX_DESCRIPTION_LENGTH);
    }

    private static byte[] large() throws IOException {
        var small = Files.readString(Path.of("src/test/resources/xml/valid/small.xml"));
        int first = small.indexOf("    <ram:IncludedSupplyChainTradeLineItem>");
        int afterLines = small.lastIndexOf(FIRST_LINE_ENDS) + FIRST_LINE_ENDS.length();
        var line = small.substring(first, small.indexOf(FIRST_LINE_ENDS) + FIRST_LINE_ENDS.length())
                .replace(">60.00<", ">0.00<")
                .replace(">845811<", ">84<")
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
