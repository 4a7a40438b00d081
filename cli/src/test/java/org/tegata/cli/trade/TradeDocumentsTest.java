package org.tegata.cli.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.cli.platform.Folders;
import org.tegata.cli.trade.TradeDocuments.Faults;

class TradeDocumentsTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 9);

    private final TradeDocuments papers = new TradeDocuments(Folders.checkout(), TODAY, "0A1B2C3D");

    @ParameterizedTest
    @EnumSource(Faults.class)
    void shouldMakeWellFormedDocumentsWithNumbersOfTheirOwn(Faults faults) throws Exception {
        for (byte[] xml : new byte[][] {papers.invoice(faults), papers.bill(faults)}) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        }
        assertThat(text(papers.invoice(faults)))
                .contains("<ram:ID>" + papers.invoiceNumber(faults) + "<")
                .contains("<ram:IssuerAssignedID>" + papers.creditNumber(faults) + "<");
        assertThat(text(papers.bill(faults))).contains("<ram:ID>" + papers.billNumber(faults) + "<");
        assertThat(text(papers.mt700(faults))).contains(":20:" + papers.creditNumber(faults));
        // SWIFT field 20 has room for 16 characters
        assertThat(papers.creditNumber(faults)).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void shouldShipTheGoodsBeforeTheLatestDateAndTheFaultyOnesAfterIt() {
        assertThat(text(papers.mt700(Faults.NONE))).contains(":44C:270304");
        assertThat(onBoard(papers.bill(Faults.NONE))).isEqualTo("20270227");
        assertThat(onBoard(papers.bill(Faults.LATE_OTHER_PORT_TOO_MUCH))).isEqualTo("20270306");
    }

    @Test
    void shouldPlantTheOtherTwoFaults() {
        assertThat(text(papers.bill(Faults.LATE_OTHER_PORT_TOO_MUCH))).contains("<ram:ID>JPYOK</ram:ID>");
        assertThat(text(papers.bill(Faults.NONE))).doesNotContain("JPYOK");
        assertThat(text(papers.invoice(Faults.LATE_OTHER_PORT_TOO_MUCH)))
                .contains("<ram:GrandTotalAmount>275000.00<")
                .doesNotContain("250000.00");
    }

    @Test
    void shouldBreakCopiesInOnePlaceEach() {
        String good = text(papers.invoice(Faults.NONE));
        assertThat(text(papers.misspeltInvoice())).contains("InvoiceCurency");
        assertThat(text(papers.miscalculatedInvoice()).split("250000.00", -1))
                .hasSize(good.split("250000.00", -1).length - 1);
        assertThat(text(papers.hostileInvoice())).contains("<!DOCTYPE").contains("file:///etc/passwd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CII_example1.xml", "CII_example4.xml", "CII_example7.xml"})
    void shouldFindTheForeignInvoices(String name) {
        assertThat(text(TradeDocuments.foreignInvoice(name))).contains("CrossIndustryInvoice");
        assertThat(InvoiceSteps.FOREIGN).contains(name);
    }

    private static String onBoard(byte[] bill) {
        String text = text(bill);
        int at = text.indexOf("format=\"102\">", text.indexOf("<ram:ShippedOnboardDateTime>")) + 13;
        return text.substring(at, at + 8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
