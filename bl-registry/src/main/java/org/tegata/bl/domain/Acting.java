package org.tegata.bl.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the entries of one decision, each judged by the lifecycle and by the chain before it counts. */
final class Acting {

    private final Caller caller;
    private final List<RegisterEntry> entries = new ArrayList<>();
    private Bill bill;

    Acting(Bill bill, Caller caller) {
        this.bill = bill;
        this.caller = caller;
    }

    Acting record(BillAct act, List<Transaction> transactions) {
        return record(act, transactions, null, null, null);
    }

    Acting record(BillAct act, List<Transaction> transactions, @Nullable EnvelopeNote envelope) {
        return record(act, transactions, envelope, null, null);
    }

    Acting record(
            BillAct act,
            List<Transaction> transactions,
            @Nullable EnvelopeNote envelope,
            @Nullable String manifestChecksum,
            @Nullable ChangeOfMedium changeOfMedium) {
        var entry = new RegisterEntry(
                bill.id(),
                bill.version() + 1,
                act,
                caller.at(),
                caller.party(),
                caller.user(),
                transactions,
                null,
                envelope,
                manifestChecksum,
                changeOfMedium,
                entries.isEmpty() ? caller.signedAct() : null);
        bill = bill.after(entry);
        entries.add(entry);
        return this;
    }

    /** Notes that an envelope to another platform is due, with the transaction that waits for its answer, if any. */
    Acting send(
            BillAct act, EnvelopePurpose purpose, String platform, UUID envelopeId, @Nullable Transaction inFlight) {
        var note = new EnvelopeNote(envelopeId, purpose, platform, bill.chainLength(), null, null, null, null);
        return record(act, inFlight == null ? List.of() : List.of(inFlight), note);
    }

    Bill bill() {
        return bill;
    }

    Decision decided() {
        return new Decision(bill, entries);
    }
}
