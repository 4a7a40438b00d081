package org.tegata.bl.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;

/**
 * What a bill takes the place of; sealed with its first entry.
 *
 * @param billId the closed bill under this register; null for a paper bill that never was here
 * @param head SHA-256 of the last seal of that bill; null with it
 * @param originals how many paper originals were issued when that bill was switched to paper: all of them come back;
 *     null when the record does not say
 * @param issueTo the first holder of the new bill: whoever gave up the old one, so that nobody loses control by it
 */
public record Predecessor(
        Because because,
        @Nullable UUID billId,
        @Nullable String head,
        @Nullable Integer originals,
        NamedParty issueTo) {

    public Predecessor {
        boolean here = billId != null;
        if (here != (head != null) || (because == Because.AMENDED && !here)) {
            throw new IllegalArgumentException("a predecessor under this register is named with its head");
        }
        if (issueTo.party() == null) {
            throw new IllegalArgumentException("the first holder has an identifier");
        }
        if (originals != null && (!here || because != Because.FROM_PAPER)) {
            throw new IllegalArgumentException("paper originals come back of a bill that was switched to paper");
        }
    }

    /** Why there is a new bill. */
    public enum Because {
        /** The old bill was surrendered for amendment (MLETR art. 16). */
        AMENDED,
        /** The old bill was on paper (MLETR art. 17). */
        FROM_PAPER
    }

    /**
     * That bill, which its carrier replaces; refuses one that was not surrendered to it, here, for that.
     *
     * @param named to whom the new bill is to be issued; needed when the old one was on paper, or was surrendered from
     *     another platform, and else nobody but the party that surrendered it
     */
    public static Predecessor of(BillAtHead old, PartyId carrier, @Nullable NamedParty named) {
        var bill = old.bill();
        if (!bill.terms().carrier().is(carrier)) {
            throw new Rejected(BillProblem.NOT_YOUR_ACT, "Only its carrier replaces a bill");
        }
        var issuer = bill.carrier();
        boolean here = issuer != null && issuer.isAt(bill.platform());
        if (!here || bill.status() != BillStatus.SURRENDERED_FOR_AMENDMENT) {
            throw new Rejected(BillProblem.NOT_REPLACEABLE, BillProblem.NOT_REPLACEABLE.title());
        }
        if (!bill.isOnPaper()) {
            return new Predecessor(Because.AMENDED, bill.id(), old.head(), null, surrenderer(bill, named));
        }
        // a record of before SWITCH_TO_PAPER accepted the surrender, and does not say how many originals there are
        var switched = bill.switchToPaper();
        var originals = switched == null ? null : switched.change().originals();
        return new Predecessor(Because.FROM_PAPER, bill.id(), old.head(), originals, required(named));
    }

    private static NamedParty surrenderer(Bill bill, @Nullable NamedParty named) {
        var all = bill.transactions();
        var surrender = all.stream()
                .filter(transaction -> transaction.actionCode() == ActionCode.SURRENDER_FOR_AMENDMENT)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("a bill surrendered for amendment has a surrender"));
        var actor = surrender.actor();
        if (!actor.isAt(bill.platform())) {
            return required(named);
        }
        if (named != null && !named.is(actor)) {
            throw new Rejected(
                    BillProblem.BILL_WITHOUT_HOLDER,
                    "An amended bill is issued to whoever surrendered the old one, %s",
                    actor.reference());
        }
        return actor.identifyingCodes().size() == 1
                ? new NamedParty(actor.partyName(), PartyId.parse(actor.reference()))
                : required(named);
    }

    private static NamedParty required(@Nullable NamedParty named) {
        if (named == null) {
            throw new Rejected(
                    BillProblem.BILL_WITHOUT_HOLDER, "To whom is the new bill issued? Name who gave up the old one");
        }
        return named;
    }

    /** A bill that was on paper, and never under this register. */
    public static Predecessor paperFromOutside(@Nullable NamedParty named) {
        return new Predecessor(Because.FROM_PAPER, null, null, null, required(named));
    }

    /** Refuses to let the new bill be issued while paper may still be out (MLETR art. 17), or what makes no sense. */
    void requireCancelled(@Nullable ChangeOfMedium cancelled) {
        if (because == Because.AMENDED) {
            if (cancelled != null) {
                throw ChangeOfMedium.wasNotOnPaper();
            }
        } else if (cancelled == null) {
            throw new Rejected(
                    BillProblem.ATTESTATION_MISSING,
                    "How many paper originals were cancelled, and where? All must have been (MLETR art. 17)");
        } else if (originals != null && cancelled.originals() != originals) {
            throw new Rejected(
                    BillProblem.ATTESTATION_MISSING,
                    "%d paper originals were issued, %d are attested to be cancelled",
                    originals,
                    cancelled.originals());
        }
    }
}
