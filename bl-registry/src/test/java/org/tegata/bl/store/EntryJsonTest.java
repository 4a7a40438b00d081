package org.tegata.bl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.DocumentKind;
import org.tegata.bl.domain.NamedParty;
import org.tegata.bl.domain.RegisterEntry;

/** What is sealed: entries of records that exist keep their bytes, whatever is added for new ones. */
class EntryJsonTest {

    private static final NamedParty CARRIER =
            new NamedParty("Setouchi Ocean Line", PartyId.ofLei("TGTACARRIER000000165"));
    private static final NamedParty SHIPPER = new NamedParty("Hanshin Seiki", PartyId.ofLei("TGTASHIPPER000000139"));

    /** First entries as the register wrote them before it knew sea waybills. */
    static Stream<String> oldEntries() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/entries/before-sea-waybills.jsonl")).stream();
    }

    private static String written(RegisterEntry entry) {
        return new String(EntryJson.write(entry, null), StandardCharsets.UTF_8);
    }

    private static RegisterEntry read(String json) {
        return EntryJson.read(json.getBytes(StandardCharsets.UTF_8)).entry();
    }

    private static RegisterEntry drafted(DocumentKind kind) {
        var terms = new BillTerms(
                "SOLU26110001",
                "4e".repeat(32),
                "9c".repeat(32),
                null,
                CARRIER,
                SHIPPER,
                new NamedParty("Nordimport", null),
                false,
                null,
                kind);
        return new RegisterEntry(
                UUID.fromString("01981b5a-7c00-7b52-9d43-7e1f6a4b8c20"),
                1,
                BillAct.DRAFT,
                Instant.parse("2026-11-12T02:00:00.120Z"),
                CARRIER.party(),
                "clerk",
                List.of(),
                terms,
                null,
                null,
                null,
                null);
    }

    @ParameterizedTest
    @MethodSource("oldEntries")
    void shouldKeepTheBytesOfAnEntryOfBeforeSeaWaybills(String old) {
        var entry = read(old);

        assertThat(entry.terms().kind()).isEqualTo(DocumentKind.BILL_OF_LADING);
        assertThat(written(entry)).isEqualTo(old);
    }

    @Test
    void shouldSealOfABillOfLadingWhatWasSealedBefore() throws IOException {
        var members = oldEntries().map(EntryJsonTest::read).findFirst().orElseThrow();

        assertThat(written(drafted(DocumentKind.BILL_OF_LADING)))
                .isEqualTo(written(members).replace(",\"party\":\"GLEIF:TGTBIMPORTER00000164\"", ""))
                .doesNotContain("typeCode");
    }

    @Test
    void shouldSealThatItIsASeaWaybill() {
        var entry = drafted(DocumentKind.SEA_WAYBILL);

        assertThat(written(entry)).endsWith(",\"toOrder\":false,\"typeCode\":\"710\"}}");
        assertThat(read(written(entry))).isEqualTo(entry);
    }

    /** Of a bill that came as JSON its characters are the record, whatever its canonical form. */
    @Test
    void shouldSealTheDigestOfATransportDocumentThatCameAsJson() {
        var xml = drafted(DocumentKind.BILL_OF_LADING).terms();
        var terms = new BillTerms(
                "SOLU26110002", "4e".repeat(32), null, "7a".repeat(32), CARRIER, SHIPPER, null, true, null, xml.kind());
        var entry = new RegisterEntry(
                UUID.randomUUID(),
                1,
                BillAct.DRAFT,
                Instant.EPOCH,
                CARRIER.party(),
                "clerk",
                List.of(),
                terms,
                null,
                null,
                null,
                null);

        assertThat(written(entry))
                .contains("\"transportDocumentDigest\":\"" + "7a".repeat(32) + "\"")
                .doesNotContain("documentDigest");
        assertThat(read(written(entry))).isEqualTo(entry);
        assertThat(terms.digest()).isEqualTo("7a".repeat(32));
        assertThat(xml.digest()).isEqualTo("9c".repeat(32));
    }

    /** What another version may have sealed is not taken for what this one knows. */
    @Test
    void shouldNotReadAKindThatItDoesNotKnow() {
        var waybill = written(drafted(DocumentKind.SEA_WAYBILL));

        for (var otherwise : List.of("\"706\"", "710", "null", "\"\"")) {
            var changed = waybill.replace("\"710\"", otherwise);
            assertThatThrownBy(() -> read(changed)).isInstanceOf(IllegalArgumentException.class);
        }
        var toOrder = waybill.replace("\"toOrder\":false", "\"toOrder\":true");
        assertThatThrownBy(() -> read(toOrder)).isInstanceOf(IllegalArgumentException.class);
    }
}
