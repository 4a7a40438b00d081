package org.tegata.bl.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.pdf.ReadBack.dense;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.bl.pdf.Paper.Bilingual;

/** The bill on paper: whose copy it is, that nothing is left out, that it will be readable in thirty years. */
class BillPdfTest {

    private static final BillPdf PRESS = new BillPdf(1, Duration.ofSeconds(10));
    private static final List<Paper.Attachment> ATTACHED = List.of(
            Papers.attachment("document.xml", "application/xml", "<bill/>"),
            Papers.attachment("chain.json", "application/json", "{\"entries\":[]}"));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBeArchivalWhoeverReadsIt(boolean original) throws Exception {
        var pdf = PRESS.of(Papers.paper(original, Papers.containers(20), ATTACHED));

        assertThat(Conformance.violations(pdf)).isEmpty();
    }

    @Test
    void shouldBeFoundOutWhenAFileIsNotArchival() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var plain = new PDDocument()) {
            plain.addPage(new PDPage());
            plain.save(bytes);
        }

        assertThat(Conformance.violations(bytes.toByteArray())).isNotEmpty();
    }

    @Test
    void shouldCarryTheRecordAsData() {
        var pdf = PRESS.of(Papers.paper(true, Papers.sampleBill(), ATTACHED));

        assertThat(ReadBack.attached(pdf))
                .containsOnlyKeys("chain.json", "document.xml")
                .containsEntry("document.xml", "<bill/>".getBytes(StandardCharsets.UTF_8));
        var associated = ReadBack.with(
                pdf, file -> file.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF")));
        assertThat(associated.size()).isEqualTo(2);
        assertThat(dense(pdf)).contains("document.xml", "7bytes");
    }

    @Test
    void shouldSayOriginalOnlyToWhoHasControl() {
        var original = ReadBack.pages(PRESS.of(Papers.original(Papers.sampleBill())));
        var copy = ReadBack.pages(PRESS.of(Papers.copy(Papers.containers(30))));

        assertThat(original)
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> assertThat(page).contains("ORIGINAL").doesNotContain("COPY", "NOT THE RECORD"));
        assertThat(copy)
                .hasSizeGreaterThan(4)
                .allSatisfy(page ->
                        assertThat(page).contains("COPY – NOT THE RECORD", "写し").doesNotContain("ORIGINAL"));
        // the foot, the head, and across the page
        assertThat(copy)
                .allSatisfy(page ->
                        assertThat(dense(page).split("NOTTHERECORD", -1)).hasSizeGreaterThan(3));
        assertThat(original.get(0))
                .contains(Papers.HEAD, "rendered 2026-11-21T12:00:00Z", "the record in the register decides");
    }

    @Test
    void shouldNumberItsPagesAndNameTheBillOnEach() {
        var pages = ReadBack.pages(PRESS.of(Papers.copy(Papers.containers(30))));

        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("Page " + (i + 1) + " of " + pages.size(), "SOLU2026KOB00817");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 50})
    void shouldLeaveNothingOut(int containers) {
        var bill = Papers.containers(containers);
        bill.put("somethingNobodyThoughtOf", "a value in no box");
        bill.withObject("/documentParties/shipper").put("alsoUnknown", 4711);
        bill.putArray("feedbacks");
        bill.withArray("charges")
                .addObject()
                .put("chargeName", "BAF")
                .put("currencyAmount", 1234.5)
                .put("isX", true);

        var text = dense(PRESS.of(Papers.copy(bill)));

        assertSaid(bill, "", text);
        assertThat(text).contains(dense("somethingNobodyThoughtOf"), dense("documentParties / shipper / alsoUnknown"));
    }

    private static void assertSaid(JsonNode node, String at, String text) {
        node.properties().forEach(member -> assertSaid(member.getValue(), at + "/" + member.getKey(), text));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            assertSaid(node.get(i), at + "/" + i, text);
        }
        if (node.isTextual() && !inOtherWords(at)) {
            assertThat(text).as(at).contains(dense(node.asText()));
        }
        if (node.isNumber()) {
            assertThat(text.replace(",", "")).as(at).contains(node.asText());
        }
    }

    /** A code for which the form has words. */
    private static boolean inOtherWords(String at) {
        return at.equals("/freightPaymentTermCode") || at.equals("/transportDocumentTypeCode");
    }

    @Test
    void shouldContinueABoxInFullWhenItIsTooSmall() {
        var bill = Papers.sampleBill();
        var lines = bill.withObject("/documentParties/shipper").putArray("addressLines");
        for (int i = 0; i < 40; i++) {
            lines.add("Line " + i + " of a long address");
        }

        var pages = ReadBack.pages(PRESS.of(Papers.original(bill)));

        assertThat(pages.get(0)).contains("in full on a later page");
        assertThat(pages.get(1)).contains("CONTINUATION", "Shipper", "Line 0 of", "Line 39 of");
    }

    @Test
    void shouldHaveTheTermsTheEndorsementsAndWhatWasAmended() {
        var paper = Papers.original(Papers.sampleBill());
        var amended = new Paper(
                true,
                paper.marking(),
                paper.kind(),
                paper.number(),
                paper.id(),
                paper.version(),
                paper.head(),
                paper.checksum(),
                paper.renderedAt(),
                null,
                paper.signature(),
                paper.standing(),
                List.of(new Bilingual("Three paper originals were cancelled", "書面の原本三通は無効とされた")),
                List.of(new Paper.Amendment("/issueDate", "2026-11-09", "2026-11-10")),
                paper.acts(),
                paper.document(),
                List.of(new Paper.Unsaid("/rsm:Bill/ram:Odd", "odd", "no such member")),
                List.of());

        var text = String.join("\n", ReadBack.pages(PRESS.of(amended)));

        assertThat(text)
                .contains("CARRIER'S TERMS", "incorporate the Hague-Visby Rules", "ENDORSEMENTS AND TRANSFERS")
                .contains("endorsed the bill in blank", "白地裏書", "Three paper originals were cancelled", "三通は無効")
                .contains("Amended information", "/issueDate", "2026-11-09", "no such member");
    }

    @Test
    void shouldSayThatAWaybillIsNotNegotiable() {
        var bill = Papers.sampleBill();
        bill.put("transportDocumentTypeCode", "SWB").put("isToOrder", false);
        ((ObjectNode) bill.get("documentParties")).remove("endorsee");

        assertThat(ReadBack.pages(PRESS.of(Papers.original(bill))))
                .allSatisfy(page -> assertThat(page).contains("NON-NEGOTIABLE SEA WAYBILL"));
    }

    @Test
    void shouldLeadToTheVerificationPage() {
        var pdf = PRESS.of(Papers.copy(Papers.sampleBill()));

        assertThat(ReadBack.qrCode(pdf)).isEqualTo(Papers.VERIFICATION);
        assertThat(dense(pdf)).contains(Papers.VERIFICATION);
    }

    @Test
    void shouldGiveTheSameBytesForTheSameRecordAndTime() {
        var once = PRESS.of(Papers.paper(false, Papers.containers(3), ATTACHED));
        var again = new BillPdf(1, Duration.ofSeconds(1)).of(Papers.paper(false, Papers.containers(3), ATTACHED));

        assertThat(again).isEqualTo(once);
        assertThat(PRESS.of(Papers.paper(true, Papers.containers(3), ATTACHED))).isNotEqualTo(once);
    }
}
