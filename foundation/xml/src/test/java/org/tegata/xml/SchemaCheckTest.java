package org.tegata.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Finding;
import org.tegata.problem.Rejected;
import org.tegata.problem.Severity;

class SchemaCheckTest {

    private static final SchemaCheck CHECK = SchemaCheck.load("order-1", SchemaCheckTest.class, "/xsd/order.xsd");

    private static final String VALID = "<o:Order xmlns:o='urn:test:order'><o:Number>1</o:Number>"
            + "<o:Line><o:Amount>1.5</o:Amount></o:Line></o:Order>";

    @Test
    void shouldFindNothingInAValidDocument() {
        var report = CHECK.check(utf8(VALID));

        assertThat(report.valid()).isTrue();
        assertThat(report.ruleSet()).isEqualTo("order-1");
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void shouldNameRuleAndPlaceOfEveryFault() {
        var report = CHECK.check(utf8("<o:Order xmlns:o='urn:test:order'><o:Number>1</o:Number>"
                + "<o:Line><o:Amount>1</o:Amount></o:Line><o:Line><o:Amount>many</o:Amount></o:Line>"
                + "<o:Line/></o:Order>"));

        assertThat(report.valid()).isFalse();
        assertThat(report.findings())
                .extracting(Finding::ruleId, Finding::severity, Finding::location)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "cvc-datatype-valid.1.2.1", Severity.ERROR, "/o:Order[1]/o:Line[2]/o:Amount[1]"),
                        org.assertj.core.groups.Tuple.tuple(
                                "cvc-type.3.1.3", Severity.ERROR, "/o:Order[1]/o:Line[2]/o:Amount[1]"),
                        org.assertj.core.groups.Tuple.tuple(
                                "cvc-complex-type.2.4.b", Severity.ERROR, "/o:Order[1]/o:Line[3]"));
    }

    @Test
    void shouldSpeakEnglishOnAnyMachine() {
        // This module's tests run in a German JVM (pom.xml).
        assertThat(System.getProperty("user.language")).isEqualTo("de");

        assertThat(CHECK.check(utf8(VALID.replace("1.5", "many")))
                        .findings()
                        .get(0)
                        .message())
                .contains("is not a valid value");
    }

    @Test
    void shouldStopCollectingAtTheLimit() {
        var many = "<o:Line><o:Amount>x</o:Amount></o:Line>".repeat(SchemaCheck.MAX_FINDINGS);

        var report =
                CHECK.check(utf8("<o:Order xmlns:o='urn:test:order'><o:Number>1</o:Number>" + many + "</o:Order>"));

        assertThat(report.findings()).hasSize(SchemaCheck.MAX_FINDINGS);
    }

    @Test
    void shouldIgnoreSchemasThatTheDocumentNames() {
        var report = CHECK.check(utf8("<o:Order xmlns:o='urn:test:order' "
                + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                + "xsi:schemaLocation='urn:test:order http://localhost:1/evil.xsd'>"
                + "<o:Number>1</o:Number><o:Line><o:Amount>1.5</o:Amount></o:Line></o:Order>"));

        assertThat(report.valid()).isTrue();
    }

    @Nested
    class Hostile {

        @TempDir
        Path folder;

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.tegata.xml.SchemaCheckTest#attacks")
        void shouldRefuseInBoundedTime(String name, byte[] attack, XmlProblem expected) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() -> CHECK.check(attack))
                            .isInstanceOfSatisfying(
                                    Rejected.class,
                                    refused -> assertThat(refused.type()).isEqualTo(expected)));
        }

        @Test
        void shouldNeverTellWhatAFileHolds() throws Exception {
            var secret = Files.writeString(folder.resolve("secret.txt"), "the-secret-value");
            var attack = "<!DOCTYPE o [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>" + VALID.replace("1.5", "&x;");

            assertThatThrownBy(() -> CHECK.check(utf8(attack)))
                    .isInstanceOf(Rejected.class)
                    .hasMessageNotContaining("the-secret-value");
        }

        @Test
        void shouldNotLetThePullReaderReadAnEntityEither() {
            var attack = utf8("<!DOCTYPE o [<!ENTITY x 'boom'>]><o>&x;</o>");

            assertThatThrownBy(() -> {
                        var reader = SafeXml.reader(attack);
                        var text = new StringBuilder();
                        while (reader.hasNext()) {
                            if (reader.next() == javax.xml.stream.XMLStreamConstants.CHARACTERS) {
                                text.append(reader.getText());
                            }
                        }
                        // Not expanded is as good as refused.
                        assertThat(text.toString()).doesNotContain("boom");
                        throw new IllegalStateException("not expanded");
                    })
                    .isInstanceOf(Exception.class);
        }
    }

    static Stream<Arguments> attacks() {
        var forbidden = XmlProblem.XML_FORBIDDEN_CONSTRUCT;
        var malformed = XmlProblem.XML_MALFORMED;
        var bomb = new StringBuilder("<!DOCTYPE l [<!ENTITY l0 'lol'>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        bomb.append("]><l>&l11;</l>");
        return Stream.of(
                Arguments.of("internal DTD", utf8("<!DOCTYPE o [<!ELEMENT o ANY>]>" + VALID), forbidden),
                Arguments.of("external DTD", utf8("<!DOCTYPE o SYSTEM 'http://localhost:1/x.dtd'>" + VALID), forbidden),
                Arguments.of(
                        "file entity",
                        utf8("<!DOCTYPE o [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><o>&x;</o>"),
                        forbidden),
                Arguments.of(
                        "parameter entity",
                        utf8("<!DOCTYPE o [<!ENTITY % p SYSTEM 'http://localhost:1/e'> %p;]><o/>"),
                        forbidden),
                Arguments.of("entity bomb", utf8(bomb.toString()), forbidden),
                Arguments.of(
                        "DTD in UTF-16",
                        ("\ufeff<!DOCTYPE o [<!ENTITY x 'y'>]>" + VALID).getBytes(StandardCharsets.UTF_16BE),
                        forbidden),
                Arguments.of("undeclared entity", utf8(VALID.replace("1.5", "&nope;")), forbidden),
                Arguments.of(
                        "deep nesting",
                        utf8(VALID.replace("<o:Line>", "<o:Line>".repeat(100_000))),
                        XmlProblem.XML_TOO_DEEP),
                Arguments.of("NUL byte", utf8(VALID.replace("1.5", "1\0")), malformed),
                Arguments.of("NUL reference", utf8(VALID.replace("1.5", "&#0;")), malformed),
                Arguments.of("lone surrogate reference", utf8(VALID.replace("1.5", "&#xD800;")), malformed),
                Arguments.of(
                        "Latin-1 bytes said to be UTF-8",
                        ("<?xml version='1.0' encoding='UTF-8'?>" + VALID.replace("1.5", "\u00e9"))
                                .getBytes(StandardCharsets.ISO_8859_1),
                        malformed),
                Arguments.of(
                        "encoding nobody has",
                        ("<?xml version='1.0' encoding='x-nobody'?>" + VALID).getBytes(Charset.forName("US-ASCII")),
                        malformed),
                Arguments.of("cut off", utf8(VALID.substring(0, VALID.length() - 3)), malformed),
                Arguments.of("two roots", utf8(VALID + VALID), malformed),
                Arguments.of("nothing", new byte[0], malformed),
                Arguments.of("JSON", utf8("{}"), malformed),
                Arguments.of("a gzip header", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}, malformed));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
