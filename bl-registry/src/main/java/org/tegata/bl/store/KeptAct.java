package org.tegata.bl.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.application.Authority;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.BillStatus;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.RegisterEntry;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.outbox.OneTrip;
import org.tegata.outbox.OneTrip.Part;

/** A decision as the parts of the one SQL statement that keeps it; foundation/outbox adds key and events. */
final class KeptAct {

    /** The compare-and-set: of all statements that name this head one finds it. */
    static final String MOVE_HEAD = "UPDATE bills SET version = ?, head = ? WHERE id = ? AND version = ? AND head = ?";

    /** The key that signed, judged at the same moment. */
    static final String KEY_IN_FORCE = " AND EXISTS (SELECT 1 FROM party_keys WHERE party = ? AND key_id = ?"
            + " AND revoked_at IS NULL AND not_before <= ? AND not_after > ?)";

    static final String ENTRIES = "INSERT INTO bill_entries (bill_id, sequence, previous_checksum, seal) ";

    static final String READERS = "admitted AS (INSERT INTO bill_parties (party, bill_id)"
            + " SELECT unnest(?::text[]), ? FROM gate ON CONFLICT DO NOTHING)";

    /** Whoever was only to get the bill, and has not got it, reads it no longer. */
    private static final String NO_READERS =
            "dismissed AS (DELETE FROM bill_parties USING gate WHERE bill_id = ? AND party <> ALL (?::text[]))";

    private static final String ENVELOPE = "due AS (INSERT INTO outgoing_envelopes"
            + " (id, bill_id, purpose, recipient_platform, from_sequence, state)"
            + " SELECT ?, ?, ?, ?, ?, 'DUE' FROM gate)";

    private static final String MANIFEST =
            "manifest AS (INSERT INTO issuance_manifests (bill_id, jws) SELECT ?, ? FROM gate)";

    /** A draft never had a chain: its document may be lodged again. */
    private static final String FORGET_NUMBER =
            "freed AS (DELETE FROM bill_numbers USING gate WHERE bill_id = ? RETURNING carrier, reference)";

    private static final String FREE_NUMBER =
            "freed AS (UPDATE bill_numbers SET live = false FROM gate WHERE bill_id = ? RETURNING carrier, reference)";

    private static final String FREE_PLACE = "place AS (DELETE FROM successors USING gate WHERE successor = ?)";

    private static final String NUMBER_BACK = "back AS (UPDATE bill_numbers held SET live = true FROM freed"
            + " WHERE held.bill_id = ? AND held.carrier = freed.carrier AND held.reference = freed.reference)";

    private final BillAtHead before;
    private final Bill bill;
    private final String[] readers;
    private final List<SealedEntry> entries;

    private KeptAct(BillAtHead before, Decision decision, List<SealedEntry> entries) {
        this.before = before;
        this.bill = decision.bill();
        this.readers = decision.readers().stream()
                .filter(party -> !before.bill().isParty(party))
                .toArray(String[]::new);
        this.entries = entries;
    }

    static KeptAct of(BillAtHead before, Decision decision, RegisterSeal seal) {
        return new KeptAct(before, decision, seal.seal(decision.entries(), before.head()));
    }

    List<SealedEntry> entries() {
        return entries;
    }

    /** The bill as it is once this is kept. */
    BillAtHead after() {
        return new BillAtHead(bill, entries.get(entries.size() - 1).checksum());
    }

    /** Opens if the head is the one that was decided from. */
    Part gate() {
        return Part.of(
                MOVE_HEAD + " RETURNING 1",
                bill.version(),
                after().head(),
                bill.id(),
                before.bill().version(),
                before.head());
    }

    /** Opens if besides the key that signed is in force. */
    Part gate(Authority authority) {
        var signed = authority.act();
        var at = time(authority.at());
        return Part.of(
                MOVE_HEAD + KEY_IN_FORCE + " RETURNING 1",
                bill.version(),
                after().head(),
                bill.id(),
                before.bill().version(),
                before.head(),
                signed.statement().actor().toString(),
                signed.keyId(),
                at,
                at);
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    List<Part> parts(@Nullable String issuanceManifest) {
        List<Part> parts = new ArrayList<>();
        parts.add(entries(entries));
        parts.add(readers(bill.id(), readers));
        for (SealedEntry one : entries) {
            if (one.entry().act().startsEnvelope()) {
                parts.add(envelope(one.entry()));
            }
        }
        if (issuanceManifest != null) {
            parts.add(manifest(bill.id(), issuanceManifest));
        }
        if (entries.stream().anyMatch(one -> one.entry().act().comesBack())) {
            parts.add(Part.of(NO_READERS, bill.id(), bill.parties().toArray(String[]::new)));
        }
        if (bill.status() == BillStatus.VOIDED) {
            free(parts);
        }
        return parts;
    }

    static Part entries(List<SealedEntry> entries) {
        List<@Nullable Object> values = new ArrayList<>();
        for (SealedEntry one : entries) {
            values.add(one.entry().billId());
            values.add(one.entry().sequence());
            values.add(one.previousChecksum());
            values.add(one.seal());
        }
        var sql = new StringBuilder("kept AS (").append(ENTRIES);
        return new Part(
                OneTrip.rows(sql, "?, ?, ?, ?", entries.size()).append(')').toString(), values);
    }

    static Part readers(UUID billId, String[] parties) {
        return Part.of(READERS, parties, billId);
    }

    private static Part envelope(RegisterEntry entry) {
        var note = Objects.requireNonNull(entry.envelope());
        return Part.of(
                ENVELOPE,
                note.envelopeId(),
                entry.billId(),
                note.purpose().name(),
                note.otherPlatform(),
                entry.sequence());
    }

    static Part manifest(UUID billId, String jws) {
        return Part.of(MANIFEST, billId, jws);
    }

    private void free(List<Part> parts) {
        boolean draft = before.bill().status() == BillStatus.DRAFT;
        parts.add(Part.of(draft ? FORGET_NUMBER : FREE_NUMBER, bill.id()));
        var predecessor = bill.terms().predecessor();
        if (predecessor != null && predecessor.billId() != null) {
            parts.add(Part.of(FREE_PLACE, bill.id()));
            parts.add(Part.of(NUMBER_BACK, predecessor.billId()));
        }
    }
}
