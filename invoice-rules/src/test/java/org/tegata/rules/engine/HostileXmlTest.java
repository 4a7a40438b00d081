package org.tegata.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Finding;
import org.tegata.problem.Rejected;
import org.tegata.rules.schema.Release;

/** Bytes sent to do harm, or by mistake: refused with a stable problem, quickly, and without a word to the network. */
class HostileXmlTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FORBIDDEN = "xml-forbidden-construct";
    private static final String MALFORMED = "xml-malformed";
    private static final String TOO_DEEP = "xml-too-deep";
    private static final Engine ENGINE = new Engine(Release.D16B, List.of());

    /** One attempt, and the problem that must answer it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Attempt(String name, byte[] body, String problem) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Attempt> attempts() {
        var all = new ArrayList<Attempt>();
        documentTypes(all);
        encodings(all);
        shapes(all);
        return all;
    }

    private static void documentTypes(List<Attempt> to) {
        to.add(text("an empty document type", "<!DOCTYPE x><x/>", FORBIDDEN));
        to.add(text("an external DTD", "<!DOCTYPE x SYSTEM \"http://169.254.169.254/x.dtd\"><x/>", FORBIDDEN));
        to.add(text("a public DTD", "<!DOCTYPE x PUBLIC \"-//X\" \"file:///etc/passwd\"><x/>", FORBIDDEN));
        to.add(text(
                "a file as entity", "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><x>&f;</x>", FORBIDDEN));
        to.add(text(
                "a parameter entity",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://localhost:1/\"> %p;]><x/>",
                FORBIDDEN));
        to.add(text(
                "an out-of-band parameter entity",
                "<!DOCTYPE x [<!ENTITY % f SYSTEM \"file:///etc/hostname\">"
                        + "<!ENTITY % d SYSTEM \"ftp://127.0.0.1:1/d\">%d;]><x/>",
                FORBIDDEN));
        to.add(text("default attributes", "<!DOCTYPE x [<!ATTLIST x a CDATA \"1\">]><x/>", FORBIDDEN));
        String bomb = IntStream.range(1, 40)
                .mapToObj(i -> "<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining());
        to.add(text("a billion laughs", "<!DOCTYPE x [<!ENTITY a0 \"ha\">" + bomb + "]><x>&a39;</x>", FORBIDDEN));
        to.add(text(
                "a quadratic blow-up",
                "<!DOCTYPE x [<!ENTITY a \"" + "a".repeat(50_000) + "\">]><x>" + "&a;".repeat(50_000) + "</x>",
                FORBIDDEN));
        to.add(text("an undeclared entity", Sample.text(Sample.invoice(1)).replace("Bolt", "&nobody;"), FORBIDDEN));
        to.add(text(
                "an entity in an attribute",
                Sample.text(Sample.invoice(1)).replace("<ram:Name>", "<ram:Name languageID=\"&nobody;\">"),
                FORBIDDEN));
        String utf16 = "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE x><x/>";
        to.add(new Attempt("a document type in UTF-16BE", utf16.getBytes(StandardCharsets.UTF_16BE), FORBIDDEN));
        to.add(new Attempt("a document type in UTF-16LE", utf16.getBytes(StandardCharsets.UTF_16LE), FORBIDDEN));
        to.add(text(
                "a document type in UTF-7",
                "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-!DOCTYPE x+AD4-+ADw-x/+AD4-",
                MALFORMED));
    }

    private static void encodings(List<Attempt> to) {
        to.add(new Attempt(
                "Latin-1 that says UTF-8",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><x>Z\u00fcrich</x>".getBytes(StandardCharsets.ISO_8859_1),
                MALFORMED));
        to.add(text("UTF-8 that says UTF-16", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><x/>", MALFORMED));
        to.add(text("an encoding with states", "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><x/>", MALFORMED));
        to.add(text("an encoding that does not exist", "<?xml version=\"1.0\" encoding=\"TEGATA-8\"?><x/>", MALFORMED));
        to.add(new Attempt(
                "EBCDIC",
                "<?xml version=\"1.0\" encoding=\"IBM037\"?><x/>".getBytes(Charset.forName("IBM037")),
                MALFORMED));
        to.add(bytes("an overlong NUL", '<', 'x', '>', 0xC0, 0x80, '<', '/', 'x', '>'));
        to.add(bytes("an overlong less-than", '<', 'x', '>', 0xC0, 0xBC, '<', '/', 'x', '>'));
        to.add(bytes("an overlong letter of three bytes", '<', 'x', '>', 0xE0, 0x81, 0x81, '<', '/', 'x', '>'));
        to.add(bytes("an overlong letter of four bytes", '<', 'x', '>', 0xF0, 0x80, 0x81, 0x81, '<', '/', 'x', '>'));
        to.add(bytes("surrogates in UTF-8", '<', 'x', '>', 0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80, '<', '/', 'x', '>'));
        to.add(bytes("beyond Unicode", '<', 'x', '>', 0xF4, 0x90, 0x80, 0x80, '<', '/', 'x', '>'));
        to.add(text("a NUL byte in a text", "<x>a\u0000b</x>", MALFORMED));
        to.add(text("a NUL byte after the end", "<x/>\u0000", MALFORMED));
        to.add(text("NUL as character reference", "<x>&#0;</x>", MALFORMED));
        to.add(text("a lone surrogate as character reference", "<x>&#xD800;</x>", MALFORMED));
        to.add(text("a character reference beyond Unicode", "<x>&#x110000;</x>", MALFORMED));
        to.add(text("a non-character", "<x>\uFFFF</x>", MALFORMED));
    }

    private static void shapes(List<Attempt> to) {
        to.add(text("nothing", "", MALFORMED));
        to.add(text("blanks", " \n ", MALFORMED));
        to.add(text("JSON", "{\"invoice\":1}", MALFORMED));
        to.add(text("a text cut in the middle", Sample.text(Sample.invoice(2)).substring(0, 1_500), MALFORMED));
        to.add(text("two roots", "<x/><x/>", MALFORMED));
        to.add(text("an undeclared prefix", "<rsm:CrossIndustryInvoice/>", MALFORMED));
        to.add(text("an attribute twice", "<x a=\"1\" a=\"2\"/>", MALFORMED));
        to.add(text(
                "an attribute twice by namespace", "<x xmlns:p=\"u\" xmlns:q=\"u\" p:a=\"1\" q:a=\"2\"/>", MALFORMED));
        to.add(text("a prefix undeclared", "<x xmlns:q=\"\"/>", MALFORMED));
        to.add(text("ten thousand levels", "<x>".repeat(10_000) + "</x>".repeat(10_000), TOO_DEEP));
        to.add(text("a million levels never closed", "<x>".repeat(1_000_000), TOO_DEEP));
        to.add(text(
                "levels below what the schema knows",
                Sample.text(Sample.invoice(1)).replace("Bolt", "<x>".repeat(70) + "</x>".repeat(70)),
                TOO_DEEP));
    }

    private static Attempt text(String name, String body, String problem) {
        return new Attempt(name, body.getBytes(StandardCharsets.UTF_8), problem);
    }

    private static Attempt bytes(String name, int... bytes) {
        var body = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            body[i] = (byte) bytes[i];
        }
        return new Attempt(name, body, MALFORMED);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void shouldRefuse(Attempt attempt) {
        var refused = assertTimeoutPreemptively(
                PATIENCE, () -> catchThrowableOfType(Rejected.class, () -> judge(attempt.body())));

        assertThat(refused).as("nothing was refused").isNotNull();
        assertThat(refused.type().slug()).isEqualTo(attempt.problem());
        assertThat(refused.detail()).doesNotContain("org.", "java.", "com.", "root:");
    }

    @Test
    void shouldReadLongTextsBetweenOrdinaryTags() {
        for (int size : new int[] {100_000, 255_000, 256_000, 300_000, 1_000_000, 3_000_000}) {
            var longName = Sample.text(Sample.invoice(2)).replace("Bolt", "b".repeat(size));

            assertThat(judge(Sample.bytes(longName))).as("%d characters", size).isEmpty();
        }
    }

    @Test
    void shouldReadAnAttachmentOfAnySize() {
        var attached = Sample.text(Sample.invoice(1))
                .replace(
                        "<ram:ApplicableHeaderTradeAgreement/>",
                        "<ram:ApplicableHeaderTradeAgreement><ram:AdditionalReferencedDocument>"
                                + "<ram:AttachmentBinaryObject>"
                                + "QUJD".repeat(1_000_000)
                                + "</ram:AttachmentBinaryObject></ram:AdditionalReferencedDocument>"
                                + "</ram:ApplicableHeaderTradeAgreement>");

        assertThat(judge(Sample.bytes(attached))).isEmpty();
        assertThat(judge(Sample.bytes(attached.replace("QUJD</", "QUJ</")))).hasSize(1);
    }

    /** Large in one dimension, and well-formed: a verdict, in bounded time. */
    static List<Attempt> large() {
        return List.of(
                tag("an attribute of 5 MB", " languageID=\"" + "a".repeat(5_000_000) + "\""),
                tag("50,000 attributes", repeated(50_000, i -> " a" + i + "=\"\"")),
                tag("attributes whose names share a hash", repeated(1 << 15, i -> " " + colliding(i) + "=\"\"")),
                tag("20,000 namespaces", repeated(20_000, i -> " xmlns:n" + i + "=\"u" + i + "\"")),
                name("a name of 1 MB", "<" + "n".repeat(1_000_000) + "/>"),
                name("100,000 unknown names", repeated(100_000, i -> "<n" + i + "/>")),
                name("a comment of 5 MB", "<!--" + "c".repeat(5_000_000) + "-->Bolt"),
                name("a million empty CDATA sections", "<![CDATA[]]>".repeat(1_000_000)),
                edited(
                        "a number of a million digits",
                        xml -> xml.replace(
                                "HeaderMonetarySummation/>",
                                "HeaderMonetarySummation><ram:GrandTotalAmount>" + "9".repeat(1_000_000)
                                        + "</ram:GrandTotalAmount>"
                                        + "</ram:SpecifiedTradeSettlementHeaderMonetarySummation>")));
    }

    private static Attempt tag(String name, String attributes) {
        return edited(name, xml -> xml.replace("<ram:Name>", "<ram:Name" + attributes + ">"));
    }

    private static Attempt name(String name, String content) {
        return edited(name, xml -> xml.replace("Bolt", content));
    }

    private static String repeated(int times, IntFunction<String> part) {
        return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining());
    }

    private static Attempt edited(String name, UnaryOperator<String> edit) {
        return text(name, edit.apply(Sample.text(Sample.invoice(1))), "");
    }

    /** "Aa" and "BB" have one hash; so have all words of them. */
    private static String colliding(int bits) {
        var name = new StringBuilder("a");
        for (int i = 0; i < 15; i++) {
            name.append((bits >> i & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    /** In UTF-16 the letter U+013C has the byte of a less-than sign: bytes alone tell nothing there. */
    @Test
    void shouldRefuseAnEndlessTagInUtf16() {
        var xml = "\uFEFF"
                + Sample.text(Sample.invoice(1))
                        .replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"")
                        .replace(
                                "<ram:Name>",
                                "<ram:Name" + repeated(60_000, i -> " \u013C%011d=\"\"".formatted(i)) + ">");

        var refused = assertTimeoutPreemptively(
                PATIENCE,
                () -> catchThrowableOfType(Rejected.class, () -> judge(xml.getBytes(StandardCharsets.UTF_16BE))));

        assertThat(refused.type().slug()).isEqualTo("xml-too-long");
    }

    @ParameterizedTest
    @MethodSource("large")
    void shouldGiveAVerdictInBoundedTime(Attempt attempt) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            try {
                judge(attempt.body());
            } catch (Rejected refused) {
                assertThat(refused.type().slug()).isIn(MALFORMED, "xml-too-long");
            }
        });
    }

    @Test
    void shouldAskNobodyWhenAnInvoiceNamesItsOwnSchemaOrAnInclude() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(200);
            var url = "http://127.0.0.1:" + listener.getLocalPort() + "/x.xsd";
            var body = Sample.text(Sample.invoice(1))
                    .replace(
                            "<rsm:CrossIndustryInvoice\n",
                            "<?xml-stylesheet href=\"" + url + "\"?><rsm:CrossIndustryInvoice"
                                    + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                    + " xsi:schemaLocation=\"urn:x "
                                    + url + "\" xsi:noNamespaceSchemaLocation=\"" + url + "\"\n");
            var including = body.replace(
                    "<ram:ID>1</ram:ID>",
                    "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + url + "\"/>");

            assertThat(judge(Sample.bytes(body))).isEmpty();
            assertThat(judge(Sample.bytes(including)))
                    .as("an include does not belong there")
                    .isNotEmpty();
            assertThat(catchThrowableOfType(IOException.class, listener::accept))
                    .isNotNull();
        }
    }

    @Test
    void shouldReadTheEncodingsThatTheJdkReads() {
        for (String encoding :
                List.of("UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "ISO-8859-1", "windows-1252", "Shift_JIS")) {
            var xml = Sample.text(Sample.invoice(1)).replace("encoding=\"UTF-8\"", "encoding=\"" + encoding + "\"");

            assertThat(judge(xml.getBytes(Charset.forName(encoding))))
                    .as(encoding)
                    .isEmpty();
        }
        assertThat(judge(Sample.bytes("\uFEFF" + Sample.text(Sample.invoice(1)))))
                .as("byte order mark")
                .isEmpty();
    }

    private static List<Finding> judge(byte[] xml) {
        return ENGINE.judge(new ByteArrayInputStream(xml), 100).findings();
    }
}
