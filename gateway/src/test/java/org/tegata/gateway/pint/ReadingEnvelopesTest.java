package org.tegata.gateway.pint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.gateway.peer.PeerEnvelope;
import org.tegata.gateway.peer.PeerJson;
import org.tegata.gateway.peer.PeerKey;

/** A message is read as it came, or refused with the place of every fault. */
class ReadingEnvelopesTest {

    private final PeerEnvelope peer = new PeerEnvelope("SOLU26110001", new PeerKey(), new PeerKey());

    @Test
    void shouldKeepTheCharactersOfTheDocument() {
        var envelope = read(peer.build().json());
        assertThat(envelope.transportDocument()).isEqualTo(peer.document);
        assertThat(envelope.transportDocument()).contains("12000.0", "33.50", "瀬戸内丸", "\\u20ac", "-0.0");
    }

    @Test
    void shouldComputeTheChecksumOfTheCanonicalFormWhateverTheSpelling() {
        String expected = PeerJson.documentChecksum(peer.document);
        assertThat(read(peer.build().json()).transportDocumentChecksum()).isEqualTo(expected);
        peer.document = peer.document
                .replace("12000.0", "12000")
                .replace("\\u20ac", "€")
                .replace("  ", " ");
        assertThat(read(peer.build().json()).transportDocumentChecksum())
                .as("the same document in another spelling has the same checksum")
                .isEqualTo(expected);
        peer.document = peer.document.replace("12000,", "12001,");
        assertThat(read(peer.build().json()).transportDocumentChecksum()).isNotEqualTo(expected);
    }

    @Test
    void shouldWriteWhatItReads() {
        var envelope = read(peer.build().json());
        assertThat(read(new String(envelope.toJson(), StandardCharsets.UTF_8))).isEqualTo(envelope);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{\"a\":NaN}",
                "{\"envelopeTransferChain\":[]}",
                "{\"transportDocument\":{},\"envelopeManifestSignedContent\":\"a.b.c\",\"envelopeTransferChain\":[]}"
            })
    void shouldRefuseWhatIsNoEnvelope(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(UnreadableMessage.class);
    }

    @Test
    void shouldRefuseWhatIsNotUtf8AndWhatIsTooDeep() {
        assertThatThrownBy(() -> Envelope.read(new byte[] {'{', (byte) 0xff, '}'}))
                .isInstanceOf(UnreadableMessage.class);
        assertThatThrownBy(() -> Envelope.read("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(UnreadableMessage.class);
        assertThatThrownBy(() -> read("[".repeat(100) + "]".repeat(100))).isInstanceOf(UnreadableMessage.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"SMDG\" | \"NOPE\" | $.transportDocument.carrierCodeListProvider",
                "\"shippedOnBoardDate\": \"2026-11-02\" | \"shippedOnBoardDate\": \"2026-13-02\" "
                        + "| $.transportDocument.shippedOnBoardDate",
                "\"isToOrder\": true | \"isToOrder\": \"yes\" | $.transportDocument.isToOrder",
                "12000.0 | \"12000\" | $.transportDocument.consignmentItems[0].cargoItems[0].cargoGrossWeight.value",
                "\"KGM\" | \"TON\" | $.transportDocument.consignmentItems[0].cargoItems[0].cargoGrossWeight.unit",
                "\"seals\": [ | \"sealz\": [ | $.transportDocument.utilizedTransportEquipments[0].seals",
                "\"SOLU\" | \"SO LU\" | $.transportDocument.carrierCode",
                "\"transportDocumentTypeCode\": \"BOL\", | '' | $.transportDocument.transportDocumentTypeCode"
            })
    void shouldNameThePlaceOfAFaultInTheDocument(String text, String fault, String jsonPath) {
        String was = peer.document;
        peer.document = was.replace(text, fault);
        assertThat(peer.document).isNotEqualTo(was);
        assertThatThrownBy(() -> read(peer.build().json()))
                .isInstanceOfSatisfying(
                        UnreadableMessage.class,
                        unreadable -> assertThat(unreadable.violations())
                                .extracting(UnreadableMessage.Violation::jsonPath)
                                .contains(jsonPath));
    }

    @Test
    void shouldNameTheOffendingValue() {
        peer.document = peer.document.replace(
                "\"invoicePayableAt\"", "\"placeOfIssue\": {\"UNLocationCode\": \"toolong\"}, \"invoicePayableAt\"");
        assertThatThrownBy(() -> read(peer.build().json()))
                .isInstanceOfSatisfying(UnreadableMessage.class, unreadable -> {
                    var violation = unreadable.violations().get(0);
                    assertThat(violation.jsonPath()).isEqualTo("$.transportDocument.placeOfIssue.UNLocationCode");
                    assertThat(violation.property()).isEqualTo("UNLocationCode");
                    assertThat(violation.value()).isEqualTo("toolong");
                });
    }

    @Test
    void shouldLeaveConditionsBetweenAttributesToTheRegistry() {
        String was = peer.document;
        peer.document = was.replace("\"transportDocumentTypeCode\": \"BOL\"", "\"transportDocumentTypeCode\": \"SWB\"");
        assertThat(peer.document).isNotEqualTo(was);
        assertThat(read(peer.build().json()).transportDocument()).isEqualTo(peer.document);
    }

    @Test
    void shouldNotListEveryFaultOfAHopelessDocument() {
        peer.document = "{\"consignmentItems\":[" + "{},".repeat(200) + "{}]}";
        assertThatThrownBy(() -> read(peer.build().json()))
                .isInstanceOfSatisfying(
                        UnreadableMessage.class,
                        unreadable -> assertThat(unreadable.violations()).hasSize(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "1e10000001863"})
    void shouldRefuseADocumentWithoutCanonicalForm(String number) {
        String message = peer.build().json();
        assertThat(message).contains("1.5e-7");
        assertThatThrownBy(() -> read(message.replace("1.5e-7", number))).isInstanceOf(UnreadableMessage.class);
    }

    private static Envelope read(String json) {
        return Envelope.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
