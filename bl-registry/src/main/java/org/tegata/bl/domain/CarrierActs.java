package org.tegata.bl.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;

/**
 * What the carrier does: draft, issue, void, and answer a surrender (DCSA PINT: ISSUE, SACC, SREJ); {@link Permission}
 * is asked first.
 */
public final class CarrierActs {

    private CarrierActs() {}

    /** Opens the record of a bill. */
    public static Decision draft(UUID id, String platform, BillTerms terms, Caller caller) {
        if (!terms.carrier().is(caller.requireParty())) {
            throw new Rejected(BillProblem.NOT_YOUR_ACT, "The bill names another carrier");
        }
        if (terms.shipper().party() == null) {
            throw new Rejected(BillProblem.BILL_WITHOUT_HOLDER, "The shipper, the first holder, has no identifier");
        }
        var consignee = terms.consignee();
        boolean waybill = terms.kind() == DocumentKind.SEA_WAYBILL;
        if (waybill && (consignee == null || consignee.partyName().isBlank())) {
            throw new Rejected(BillProblem.BILL_WITHOUT_HOLDER, "A sea waybill names its consignee");
        }
        // to the consignee of a sea waybill the carrier delivers whether the register knows it or not
        if (!waybill && !terms.toOrder() && (consignee == null || consignee.party() == null)) {
            throw new Rejected(BillProblem.BILL_WITHOUT_HOLDER, "The consignee of a straight bill has no identifier");
        }
        var entry = new RegisterEntry(
                id,
                1,
                BillAct.DRAFT,
                caller.at(),
                caller.party(),
                caller.user(),
                List.of(),
                terms,
                null,
                null,
                null,
                null);
        return new Decision(Bill.begin(platform, entry), List.of(entry));
    }

    /** Whom a draft will be issued to on this platform: the shipper, or whoever gave up the bill that it replaces. */
    public static ChainParty issueTo(Bill bill) {
        var predecessor = bill.terms().predecessor();
        var holder = predecessor == null ? bill.terms().shipper() : predecessor.issueTo();
        if (holder.party() == null) {
            throw new Rejected(BillProblem.BILL_WITHOUT_HOLDER, "The first holder has no identifier");
        }
        return ChainParty.of(holder.party(), holder.partyName(), bill.platform());
    }

    /** Refuses to issue a bill that was on paper unless all originals were cancelled (MLETR art. 17). */
    static void requireCancelled(Bill bill, @Nullable ChangeOfMedium cancelled) {
        var predecessor = bill.terms().predecessor();
        if (predecessor != null) {
            predecessor.requireCancelled(cancelled);
        } else if (cancelled != null) {
            throw ChangeOfMedium.wasNotOnPaper();
        }
    }

    /** Issues the bill to its first holder; the carrier's signed manifest has been verified. */
    static Decision issue(Bill bill, Caller caller, String manifestChecksum, @Nullable ChangeOfMedium cancelled) {
        var carrier =
                ChainParty.of(caller.requireParty(), bill.terms().carrier().partyName(), bill.platform());
        var issue = Transaction.of(ActionCode.ISSUE, carrier, issueTo(bill), caller.at());
        return new Acting(bill, caller)
                .record(BillAct.ISSUE, List.of(issue), null, manifestChecksum, cancelled)
                .decided();
    }

    /** Voids a bill that has not left its first holder. */
    static Decision voidBill(Bill bill, Caller caller) {
        return new Acting(bill, caller).record(BillAct.VOID, List.of()).decided();
    }

    /** Accepts the surrender; when it came from another platform, the answer has to travel there. */
    static Decision acceptSurrender(Bill bill, Caller caller, UUID envelopeId) {
        var asked = surrender(bill);
        var answer = answer(ActionCode.SACC, asked, caller, null);
        return notify(new Acting(bill, caller).record(BillAct.ACCEPT_SURRENDER, List.of(answer)), asked, envelopeId);
    }

    /** Accepts a surrender for paper: the originals are paper now, and this record is without effect. */
    static Decision switchToPaper(Bill bill, Caller caller, UUID envelopeId, ChangeOfMedium issued) {
        var asked = surrender(bill);
        var answer = answer(ActionCode.SACC, asked, caller, null);
        return notify(
                new Acting(bill, caller).record(BillAct.SWITCH_TO_PAPER, List.of(answer), null, null, issued),
                asked,
                envelopeId);
    }

    /** Refuses the surrender: possession goes back to whoever surrendered. */
    static Decision refuseSurrender(Bill bill, Caller caller, UUID envelopeId, @Nullable String comments) {
        var asked = surrender(bill);
        var answer = answer(ActionCode.SREJ, asked, caller, comments);
        return notify(new Acting(bill, caller).record(refusal(bill, asked), List.of(answer)), asked, envelopeId);
    }

    private static BillAct refusal(Bill bill, Transaction asked) {
        if (!asked.actor().isAt(bill.platform())) {
            return BillAct.REFUSE_SURRENDER_FROM_ELSEWHERE;
        }
        return bill.title().pledgor() == null ? BillAct.REFUSE_SURRENDER : BillAct.REFUSE_SURRENDER_BY_PLEDGEE;
    }

    private static Decision notify(Acting acting, Transaction asked, UUID envelopeId) {
        var platform = asked.actor().eblPlatform();
        if (!platform.equals(acting.bill().platform())) {
            acting.send(BillAct.START_NOTIFICATION, EnvelopePurpose.NOTIFICATION, platform, envelopeId, null);
        }
        return acting.decided();
    }

    private static Transaction surrender(Bill bill) {
        var asked = bill.title().surrender();
        if (asked == null) {
            throw new IllegalStateException("asked before: there is a surrender to answer");
        }
        return asked;
    }

    private static Transaction answer(ActionCode code, Transaction asked, Caller caller, @Nullable String comments) {
        var carrier = asked.recipient();
        if (carrier == null) {
            throw new IllegalStateException("a surrender has a recipient");
        }
        return new Transaction(code, carrier, asked.actor(), caller.at(), null, comments);
    }
}
