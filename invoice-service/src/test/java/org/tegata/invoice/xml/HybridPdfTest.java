package org.tegata.invoice.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.tegata.invoice.PdfFixture.ascii;
import static org.tegata.invoice.PdfFixture.byHand;
import static org.tegata.invoice.PdfFixture.encrypted;
import static org.tegata.invoice.PdfFixture.facturX;
import static org.tegata.invoice.PdfFixture.inObjectStream;
import static org.tegata.invoice.PdfFixture.packed;
import static org.tegata.invoice.PdfFixture.packedZeros;
import static org.tegata.invoice.PdfFixture.pdf;
import static org.tegata.invoice.PdfFixture.stream;
import static org.tegata.invoice.PdfFixture.withAttachment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.invoice.PdfFixture.Attachment;
import org.tegata.problem.Rejected;

/** The invoice is taken out of a hybrid PDF; whatever else a PDF may hold is refused, soon and in little memory. */
class HybridPdfTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final byte[] XML = "<x>Z\u00fcrich</x>".getBytes(StandardCharsets.UTF_8);
    private static final int LIMIT = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "factur-x.xml,Alternative",
        "factur-x.xml,Data",
        "factur-x.xml,Source",
        "factur-x.xml,",
        "zugferd-invoice.xml,Alternative",
        "ZUGFeRD-invoice.xml,Alternative",
        "xrechnung.xml,Source"
    })
    void shouldTakeTheInvoiceOut(String name, String relationship) {
        var other = new Attachment("terms.txt", "Supplement", new byte[] {1});

        assertThat(HybridPdf.invoice(pdf(new Attachment(name, relationship, XML), other), LIMIT))
                .isEqualTo(XML);
    }

    @Test
    void shouldTakeAnInvoiceThatIsNotPacked() {
        assertThat(HybridPdf.invoice(withAttachment(stream("", XML)), LIMIT)).isEqualTo(XML);
    }

    @Test
    void shouldReadAFileWhoseTableIsWrong() {
        var text = new String(withAttachment(stream("", XML)), StandardCharsets.ISO_8859_1);

        assertThat(HybridPdf.invoice(ascii(text.replace("startxref\n", "startxref\n9")), LIMIT))
                .isEqualTo(XML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice.xml", "factur-x.xml.exe", "order-x.xml"})
    void shouldNotTakeAnAttachmentOfAnotherName(String name) {
        assertThat(problem(pdf(new Attachment(name, "Data", XML)))).isEqualTo("pdf-without-invoice");
    }

    @Test
    void shouldNeedExactlyOneInvoice() {
        assertThat(problem(pdf())).isEqualTo("pdf-without-invoice");
        assertThat(problem(pdf(new Attachment("factur-x.xml", "Supplement", XML))))
                .isEqualTo("pdf-without-invoice");
        assertThat(problem(
                        pdf(new Attachment("factur-x.xml", "Data", XML), new Attachment("xrechnung.xml", "Data", XML))))
                .isEqualTo("pdf-without-invoice");
    }

    @Test
    void shouldRefuseWhatIsEncryptedEvenWithoutAPassword() {
        assertThat(problem(encrypted("", XML))).isEqualTo("pdf-unreadable");
        assertThat(problem(encrypted("secret", XML))).isEqualTo("pdf-unreadable");
    }

    static Stream<Map.Entry<String, byte[]>> attempts() {
        var attempts = new TreeMap<String, byte[]>();
        attempts.put("nothing", new byte[0]);
        attempts.put("a header alone", ascii("%PDF-1.7\n"));
        attempts.put("XML", XML);
        attempts.put("zeros", new byte[8 << 20]);
        attempts.put("many headers", ascii("%PDF-1.7\n".repeat(1_000_000)));
        attempts.put("a million objects begun", ascii("%PDF-1.7\n" + "1 0 obj\n<<".repeat(500_000)));
        attempts.put("streams that do not end", ascii("%PDF-1.7\n" + "1 0 obj\n<<>>stream\n".repeat(200_000)));
        attempts.put("one stream after another", ascii("%PDF-1.7\n" + "1 0 obj<</Type/XRef>>stream\n".repeat(200_000)));
        bombs(attempts);
        knots(attempts);
        // All of them end as a file should, or they would not be looked into.
        attempts.replaceAll((name, file) -> concat(file, ascii("\n%%EOF\n")));
        return attempts.entrySet().stream();
    }

    private static void bombs(Map<String, byte[]> to) {
        var zeros = packedZeros(300);
        to.put("an attachment of 300 MB", withAttachment(stream("/Filter/FlateDecode", zeros)));
        to.put(
                "an attachment packed twice",
                withAttachment(stream("/Filter[/FlateDecode/FlateDecode]", packed(zeros, 1))));
        to.put(
                "an attachment packed a hundred times",
                withAttachment(stream("/Filter[" + "/FlateDecode".repeat(100) + "]", zeros)));
        to.put("a picture for an attachment", withAttachment(stream("/Filter/DCTDecode", XML)));
        to.put(
                "rows of two thousand million columns",
                withAttachment(
                        stream("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647>>", packed(XML, 1))));
        to.put(
                "an object stream of 300 MB",
                ascii(new String(
                                byHand(List.of(
                                        ascii("<</Type/Catalog/Pages 3 0 R/Names 4 0 R>>"),
                                        stream("/Type/ObjStm/N 1/First 5/Filter/FlateDecode", zeros))),
                                StandardCharsets.ISO_8859_1)
                        .replace("startxref", "startxref 0")));
        to.put(
                "a table of a thousand million rows without width",
                ascii("%PDF-1.7\n1 0 obj\n<</Type/XRef/W[0 0 0]/Size 1000000000/Root 2 0 R/Length 5>>stream\n"
                        + "12345\nendstream\nendobj\nstartxref\n9\n"));
        to.put(
                "a table of 300 MB",
                ascii("%PDF-1.7\n"
                        + new String(
                                concat(
                                        ascii("1 0 obj\n"),
                                        stream(
                                                "/Type/XRef/W[1 1 1]/Size 100000000/Root 2 0 R/Filter/FlateDecode",
                                                zeros)),
                                StandardCharsets.ISO_8859_1)
                        + "\nendobj\nstartxref\n9\n%%EOF\n"));
    }

    private static void knots(Map<String, byte[]> to) {
        to.put(
                "a name tree that is its own child",
                byHand(List.of(
                        ascii("<</Type/Catalog/Pages<</Kids[]>>/Names<</EmbeddedFiles 2 0 R>>>>"),
                        ascii("<</Kids[2 0 R 2 0 R]>>"))));
        to.put("arrays in arrays", withAttachment(ascii("[".repeat(1_000_000))));
        to.put("dictionaries in dictionaries", withAttachment(ascii("<</A".repeat(500_000))));
        to.put("a million empty dictionaries", withAttachment(ascii("[" + "<<>>".repeat(2_000_000) + "]")));
        to.put("a stream as long as itself", withAttachment(ascii("<</Length 3 0 R>>stream\nx\nendstream")));
        var chain = new ArrayList<byte[]>();
        for (int i = 4; i < 20_000; i++) {
            chain.add(ascii("<</Length %d 0 R>>stream\nx\nendstream".formatted(i + 1)));
        }
        to.put(
                "a chain of lengths",
                withAttachment(ascii("<</Length 4 0 R>>stream\nx\nendstream"), chain.toArray(byte[][]::new)));
        to.put(
                "tables that name each other",
                ascii("%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF\n"));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void shouldRefuseInBoundedTimeAndMemory(Map.Entry<String, byte[]> attempt) {
        var refused = assertTimeoutPreemptively(PATIENCE, () -> problem(attempt.getValue()));

        assertThat(refused).as(attempt.getKey()).startsWith("pdf-");
    }

    @Test
    void shouldRefuseTooManyNames() {
        assertThat(problem(withInCatalogue("/X<<" + names("a", 4_000) + ">>"))).isNull();
        assertThat(problem(withInCatalogue("/X<<" + names("b", 6_000) + ">>"))).isEqualTo("pdf-unreadable");
    }

    @Test
    void shouldRefuseTooManyObjects() {
        assertThat(problem(withInCatalogue("/X[" + "1 ".repeat(15_000) + "]"))).isNull();
        assertThat(problem(withInCatalogue("/X[" + "1 ".repeat(25_000) + "]"))).isEqualTo("pdf-unreadable");
    }

    /** By whatever it is that an object stream is made of, and whatever type it says it is. */
    @ParameterizedTest
    @ValueSource(strings = {"ObjStm", "XRef"})
    void shouldCountWhatObjectStreamsHold(String type) {
        assertThat(problem(inObjectStream(type, "<<" + names("c", 4_000) + ">>", XML)))
                .isNull();
        assertThat(problem(inObjectStream(type, "<<" + names("d", 6_000) + ">>", XML)))
                .isEqualTo("pdf-unreadable");
        for (String one : List.of("1 ", "<>", "[]", "()", "<<>>")) {
            assertThat(problem(inObjectStream(type, "[" + one.repeat(4_000) + "]", XML)))
                    .as(one)
                    .isNull();
            assertThat(problem(inObjectStream(type, "[" + one.repeat(25_000) + "]", XML)))
                    .as(one)
                    .isEqualTo("pdf-unreadable");
        }
    }

    @Test
    void shouldNotKeepTheNamesOfAFile() throws ReflectiveOperationException {
        var kept = COSName.class.getDeclaredField("nameMap");
        kept.setAccessible(true);

        for (int i = 0; i < 10; i++) {
            assertThat(problem(withInCatalogue("/X<<" + names("e" + i + "-", 4_000) + ">>")))
                    .isNull();
        }

        assertThat((Map<?, ?>) kept.get(null)).hasSizeLessThan(4_000);
    }

    private static String names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> "/" + prefix + i + " 1").collect(Collectors.joining());
    }

    private static byte[] withInCatalogue(String entry) {
        var file = new String(withAttachment(stream("", XML)), StandardCharsets.ISO_8859_1);
        return ascii(file.replace("<</Type/Catalog", "<</Type/Catalog" + entry));
    }

    @Test
    void shouldNotRunOrFetchWhatAFileAsksFor() {
        var file = new String(withAttachment(stream("", XML)), StandardCharsets.ISO_8859_1)
                .replace(
                        "<</Type/Catalog",
                        "<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.launchURL\\(\"http://127.0.0.1:1/\"\\))>>"
                                + "/AA<</WC<</S/Launch/F(/bin/sh)>>>>");

        assertThat(HybridPdf.invoice(ascii(file), LIMIT)).isEqualTo(XML);
        assertThat(problem(withAttachment(stream("/F<</FS/URL/F(http://127.0.0.1:1/x)>>", new byte[0]))))
                .as("bytes elsewhere are not fetched: the attachment is as empty as it is here")
                .isNull();
    }

    @Test
    void shouldAnswerEveryCutAndEveryDamage() {
        var whole = facturX(XML);
        long seed = 20261121;
        var random = new Random(seed);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int cut = 0; cut < whole.length; cut += 7) {
                assertThat(problem(Arrays.copyOf(whole, cut)))
                        .as("cut at %d", cut)
                        .isNotNull();
            }
            for (int i = 0; i < 3_000; i++) {
                var damaged = whole.clone();
                for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                String problem = problem(damaged);
                assertThat(problem == null || problem.startsWith("pdf-"))
                        .as("seed %d, round %d: %s", seed, i, problem)
                        .isTrue();
            }
        });
    }

    /** How it is refused; null if it is not. */
    private static String problem(byte[] pdf) {
        var refused = catchThrowableOfType(Rejected.class, () -> HybridPdf.invoice(pdf, LIMIT));
        return refused == null ? null : refused.type().slug();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
