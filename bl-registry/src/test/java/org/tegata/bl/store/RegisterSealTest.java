package org.tegata.bl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.ActionCode;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.ChainParty;
import org.tegata.bl.domain.ChangeOfMedium;
import org.tegata.bl.domain.DocumentKind;
import org.tegata.bl.domain.EnvelopeNote;
import org.tegata.bl.domain.EnvelopePurpose;
import org.tegata.bl.domain.NamedParty;
import org.tegata.bl.domain.Predecessor;
import org.tegata.bl.domain.RegisterEntry;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.bl.domain.SurrenderReason;
import org.tegata.bl.domain.Transaction;
import org.tegata.problem.Rejected;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

/** A record whose seals are linked: whatever is changed, left out, moved or added is found. */
class RegisterSealTest {

    private static final UUID BILL = UUID.fromString("01981b5a-7c00-7b52-9d43-7e1f6a4b8c20");
    private static final PartyId CARRIER = PartyId.ofLei("TGTACARRIER000000165");

    private final RegisterSeal seal = new RegisterSeal(Sealer.fromJwk(Keys.newEcKeyJwk()), Optional.empty());
    private final List<String> record = record(seal, BILL, 4);

    private static List<String> record(RegisterSeal seal, UUID bill, int length) {
        List<String> seals = new ArrayList<>();
        String previous = null;
        for (int i = 1; i <= length; i++) {
            var sealed = seal.seal(entry(bill, i), previous);
            seals.add(sealed.seal());
            previous = sealed.checksum();
        }
        return seals;
    }

    private static RegisterEntry entry(UUID bill, long sequence) {
        return new RegisterEntry(
                bill,
                sequence,
                BillAct.TRANSFER,
                Instant.parse("2026-11-12T02:00:00Z"),
                CARRIER,
                "clerk",
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private List<SealedEntry> verified(RegisterSeal by, long version, List<String> seals) {
        var head = seals.isEmpty() ? "" : RegisterSeal.checksum(seals.get(seals.size() - 1));
        return by.verified(BILL, version, head, seals);
    }

    private static BillTerms waybillFromPaper() {
        return new BillTerms(
                "N1",
                "a".repeat(64),
                null,
                "f".repeat(64),
                new NamedParty("C", CARRIER),
                new NamedParty("S", null),
                null,
                false,
                new Predecessor(
                        Predecessor.Because.FROM_PAPER,
                        UUID.randomUUID(),
                        "e".repeat(64),
                        3,
                        new NamedParty("C", CARRIER)),
                DocumentKind.SEA_WAYBILL);
    }

    @Test
    void shouldReadBackWhatWasSealed() {
        var carrier = ChainParty.of(CARRIER, "Setouchi \"Ocean\" Línea 瀬戸内", "TGTA");
        var transaction = new Transaction(
                ActionCode.SURRENDER_FOR_AMENDMENT,
                carrier,
                carrier,
                Instant.parse("2026-11-12T02:00:00.120Z"),
                SurrenderReason.COD,
                "why");
        var terms = waybillFromPaper();
        var note = new EnvelopeNote(
                UUID.randomUUID(),
                EnvelopePurpose.SURRENDER,
                "TGTB",
                3,
                "b".repeat(64),
                "RECE",
                "c".repeat(64),
                CARRIER);
        var entry = new RegisterEntry(
                BILL,
                1,
                BillAct.RECEIVE,
                Instant.parse("2026-11-12T02:00:00.001Z"),
                null,
                "gateway",
                List.of(transaction),
                terms,
                note,
                "d".repeat(64),
                new ChangeOfMedium(ChangeOfMedium.Direction.TO_PAPER, 3, "Kobe"),
                null);

        var sealed = seal.seal(entry, null);

        assertThat(verified(seal, 1, List.of(sealed.seal()))).singleElement().isEqualTo(sealed);
    }

    @Test
    void shouldVerifyAWholeRecordFromItsLastSeal() {
        assertThat(verified(seal, 4, record)).hasSize(4);
    }

    @Test
    void shouldStillVerifyOldRecordsAfterTheKeyWasChanged() {
        var changed = new RegisterSeal(Sealer.fromJwk(Keys.newEcKeyJwk()), Optional.of(seal.publicJwks()));
        var last = verified(seal, 4, record).get(3);
        var continued = new ArrayList<>(record);
        continued.add(changed.seal(entry(BILL, 5), last.checksum()).seal());

        assertThat(verified(changed, 4, record)).hasSize(4);
        assertThat(verified(changed, 5, continued)).hasSize(5);
    }

    @Test
    void shouldFindAChangedEntryWhereverItIs() {
        for (int i = 0; i < record.size(); i++) {
            var changed = new ArrayList<>(record);
            changed.set(i, withPayload(record.get(i), payload(record.get(i)).replace("clerk", "thief")));
            corrupt(changed, 4);
        }
    }

    @Test
    void shouldFindAnEntryThatAnotherKeySealed() {
        var forger = new RegisterSeal(Sealer.fromJwk(Keys.newEcKeyJwk()), Optional.empty());
        for (int i = 0; i < record.size(); i++) {
            var changed = new ArrayList<>(record);
            changed.set(i, record(forger, BILL, 4).get(i));
            corrupt(changed, 4);
        }
    }

    @Test
    void shouldFindAnEntryLeftOutMovedOrCutOff() {
        corrupt(record.subList(0, 3), 4);
        corrupt(record.subList(1, 4), 3);
        corrupt(List.of(record.get(0), record.get(2), record.get(3)), 3);
        corrupt(List.of(record.get(0), record.get(2), record.get(1), record.get(3)), 4);
        corrupt(List.of(), 0);
    }

    @Test
    void shouldFindTheRecordOfAnotherBill() {
        corrupt(record(seal, UUID.randomUUID(), 4), 4);
        var grafted = new ArrayList<>(record.subList(0, 3));
        grafted.add(record(seal, UUID.randomUUID(), 4).get(3));
        corrupt(grafted, 4);
    }

    @Test
    void shouldFindWhatIsNoEntryThoughTheRegisterSealedIt() {
        var key = Sealer.fromJwk(Keys.newEcKeyJwk());
        var own = new RegisterSeal(key, Optional.empty());

        assertThatThrownBy(() -> verified(own, 1, List.of(key.seal("[]"))))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.type()).isEqualTo(BillProblem.REGISTER_CORRUPT));
    }

    @Test
    void shouldFindAHeadThatIsAnother() {
        assertThatThrownBy(() -> seal.verified(BILL, 4, RegisterSeal.checksum(record.get(2)), record))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.type()).isEqualTo(BillProblem.REGISTER_CORRUPT));
    }

    /** Even whoever has the register's key cannot put another past under what a party has signed. */
    @Test
    void shouldFindAnActThatWasSignedForAnotherPlace() {
        var actor = Sealer.fromJwk(Keys.newEcKeyJwk());
        var first = seal.seal(entry(BILL, 1), null);
        for (var statement : List.of(
                "{\"billId\":\"%s\",\"head\":\"%s\"}".formatted(BILL, "0".repeat(64)),
                "{\"billId\":\"%s\",\"head\":\"%s\"}".formatted(UUID.randomUUID(), first.checksum()),
                "[]")) {
            var second = seal.seal(signed(actor.seal(statement)), first.checksum());
            corrupt(List.of(first.seal(), second.seal()), 2);
        }
        var right = "{\"billId\":\"%s\",\"head\":\"%s\"}".formatted(BILL, first.checksum());
        var second = seal.seal(signed(actor.seal(right)), first.checksum());
        assertThat(verified(seal, 2, List.of(first.seal(), second.seal()))).hasSize(2);
    }

    private static RegisterEntry signed(String act) {
        var plain = entry(BILL, 2);
        return new RegisterEntry(
                BILL,
                2,
                plain.act(),
                plain.recordedAt(),
                plain.party(),
                plain.user(),
                List.of(),
                null,
                null,
                null,
                null,
                act);
    }

    private void corrupt(List<String> seals, long version) {
        assertThatThrownBy(() -> verified(seal, version, seals))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.type()).isEqualTo(BillProblem.REGISTER_CORRUPT));
    }

    private static String payload(String jws) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static String withPayload(String jws, String payload) {
        var parts = jws.split("\\.");
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return parts[0] + "." + encoded + "." + parts[2];
    }
}
