package org.tegata.invoice.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.invoice.HostileXml;
import org.tegata.invoice.InvoiceFixture;
import org.tegata.invoice.domain.RulesAsked;
import org.tegata.problem.Rejected;

/** Hostile and broken XML is refused with a stable problem, quickly, and without a word to the network. */
class HostileXmlTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final CheckInvoice CHECK = new CheckInvoice(InvoiceFixture.codec());

    @ParameterizedTest
    @MethodSource("org.tegata.invoice.HostileXml#attempts")
    void shouldRefuse(HostileXml.Attempt attempt) {
        var refused = assertTimeoutPreemptively(
                PATIENCE,
                () -> catchThrowableOfType(
                        Rejected.class, () -> CHECK.check(InvoiceFixture.xml(attempt.body()), RulesAsked.NOTHING)));

        assertThat(refused).as("nothing was refused").isNotNull();
        assertThat(refused.type().slug()).isEqualTo(attempt.problem());
        assertThat(refused.type().status()).isEqualTo(400);
        assertThat(refused.detail()).doesNotContain("org.", "java.", "root:");
    }

    @Test
    void shouldJudgeANumberOfAMillionDigitsInNoTime() {
        var body = invoice().replace("250000.00", "9".repeat(1_000_000));

        var verdict = assertTimeoutPreemptively(
                PATIENCE,
                () -> CHECK.read(InvoiceFixture.xml(body), RulesAsked.NOTHING)
                        .read()
                        .verdict());

        assertThat(verdict.valid()).isFalse();
        assertThat(verdict.findings())
                .anySatisfy(found -> assertThat(found.ruleId()).isEqualTo("TGT-INV-07"));
    }

    @Test
    void shouldAskNobodyWhenAnInvoiceNamesItsOwnSchemaOrAnInclude() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(200);
            var url = "http://127.0.0.1:" + listener.getLocalPort() + "/x.xsd";
            var body = invoice()
                    .replace(
                            "<rsm:CrossIndustryInvoice\n",
                            "<rsm:CrossIndustryInvoice xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                    + " xsi:schemaLocation=\"urn:x " + url + "\" xsi:noNamespaceSchemaLocation=\"" + url
                                    + "\"\n")
                    .replace(
                            "<ram:LanguageID>en</ram:LanguageID>",
                            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + url + "\"/>");

            var verdict = CHECK.check(InvoiceFixture.xml(body), RulesAsked.NOTHING);

            assertThat(verdict.valid())
                    .as("an include is an element that does not belong there")
                    .isFalse();
            assertThat(catchThrowableOfType(IOException.class, listener::accept))
                    .isNotNull();
        }
    }

    @Test
    void shouldReadTheSameInvoiceInUtf16AndWithAByteOrderMark() {
        var utf16 = "\uFEFF" + invoice().replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");

        for (var body : List.of(
                utf16.getBytes(StandardCharsets.UTF_16BE),
                utf16.getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + invoice()).getBytes(StandardCharsets.UTF_8))) {
            assertThat(CHECK.check(InvoiceFixture.xml(body), RulesAsked.NOTHING).findings())
                    .isEmpty();
        }
    }

    private static String invoice() {
        return new String(InvoiceFixture.anExportInvoice(), StandardCharsets.UTF_8);
    }
}
