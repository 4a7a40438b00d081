package org.tegata.lc.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.lc.CreditFixture;
import org.tegata.lc.TestFiles;
import org.tegata.lc.swift.Mt700Codec;

/** MT700 to XML to MT700 gives the same text: nothing of a credit is lost between the two. */
class RoundTripTest {

    private static final CreditXml XML = new CreditXml();

    static Stream<Path> valid() {
        return TestFiles.in("mt700/valid").stream();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void shouldGiveTheSameTextThroughXml(Path file) {
        byte[] received = TestFiles.read(file);

        byte[] xml = XML.write(Mt700Codec.read(received), null);
        byte[] again = Mt700Codec.write(XML.read(xml));

        assertThat(XML.check(xml).findings()).isEmpty();
        assertThat(block4(again)).isEqualTo(block4(received));
    }

    @Test
    void shouldGiveTheSameBytesForAnInputMessageWithoutSession() {
        byte[] received = TestFiles.sampleCredit();

        assertThat(Mt700Codec.write(Mt700Codec.read(received))).isEqualTo(received);
    }

    @Test
    void shouldNameTheReceiverOfAnOutputMessageToo() {
        var output = Mt700Codec.read(
                TestFiles.read(Path.of("src/test/resources/mt700/valid/output-message-with-trailer.txt")));

        assertThat(output.heading().senderBic()).isEqualTo("ALSBDEHHXXX");
        assertThat(output.heading().receiverBic()).isEqualTo("NANWJPJSXXX");
    }

    @Test
    void shouldCarryTheIdentifiersOfTheParties() {
        String xml = new String(
                XML.write(Mt700Codec.read(TestFiles.sampleCredit()), CreditFixture.ROLES), StandardCharsets.UTF_8);

        assertThat(xml).contains("schemeID=\"0199\">TGTASHIPPER000000139<", ">TGTAISSUBANK00000116<");
        assertThat(xml).contains("urn:tegata:data:standard:LetterOfCredit:1");
    }

    /** The XML to look at; {@code -Dtegata.update-snapshots=true} writes it anew. */
    @Test
    void shouldWriteTheSampleCreditAsCommitted() throws IOException {
        var snapshot = Path.of("src/test/resources/xml/letter-of-credit.xml");

        String xml = new String(
                XML.write(Mt700Codec.read(TestFiles.sampleCredit()), CreditFixture.ROLES), StandardCharsets.UTF_8);
        if (Boolean.getBoolean("tegata.update-snapshots")) {
            Files.createDirectories(snapshot.getParent());
            Files.writeString(snapshot, xml);
        }

        assertThat(xml).isEqualTo(Files.readString(snapshot));
    }

    @Test
    void shouldLeaveOutWhatIsForBanksOnly() {
        var shown = Mt700Codec.read(TestFiles.sampleCredit()).withoutBankOnlyConditions();

        assertThat(new String(Mt700Codec.write(shown), StandardCharsets.US_ASCII))
                .doesNotContain("49H", "CONFIRMATION COMMISSION");
        assertThat(new String(XML.write(shown, null), StandardCharsets.UTF_8))
                .doesNotContain("CONFIRMATION COMMISSION");
    }

    private static String block4(byte[] message) {
        String text = new String(message, StandardCharsets.US_ASCII).replace("\r\n", "\n");
        return text.substring(text.indexOf("{4:"), text.indexOf("\n-}") + 3);
    }
}
