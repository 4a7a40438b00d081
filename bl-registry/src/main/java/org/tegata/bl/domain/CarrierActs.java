package org.tegata.bl.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;

/** What the carrier may do: draft, issue, void, and answer a surrender (DCSA PINT: ISSUE, SACC, SREJ). */
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
        if (!terms.toOrder() && (consignee == null || consignee.party() == null)) {
            throw new Rejected(BillProblem.BILL_WITHOUT_HOLDER, "The consignee of a straight bill has no identifier");
        }
        var entry = new RegisterEntry(
                id, 1, BillAct.DRAFT, caller.at(), caller.party(), caller.user(), List.of(), terms, null, null);
        return new Decision(Bill.begin(platform, entry), List.of(entry));
    }

    /** Whom a draft will be issued to: the shipper, on this platform (DCSA {@code issueTo}). */
    public static ChainParty issueTo(Bill bill) {
        var shipper = bill.terms().shipper();
        if (shipper.party() == null) {
            throw new Rejected(BillProblem.BILL_WITHOUT_HOLDER, "The shipper has no identifier");
        }
        return ChainParty.of(shipper.party(), shipper.partyName(), bill.platform());
    }

    /** May this caller issue this bill now? Asked before the carrier's signature is verified. */
    public static void mayIssue(Bill bill, Caller caller) {
        Acting.requireState(bill, BillAct.ISSUE);
        Acting.requireCarrier(bill, caller);
    }

    /** Issues the bill to the shipper; the carrier's signed manifest has been verified by the caller. */
    public static Decision issue(Bill bill, Caller caller, String manifestChecksum) {
        mayIssue(bill, caller);
        var carrier =
                ChainParty.of(caller.requireParty(), bill.terms().carrier().partyName(), bill.platform());
        var issue = Transaction.of(ActionCode.ISSUE, carrier, issueTo(bill), caller.at());
        return new Acting(bill, caller)
                .record(BillAct.ISSUE, List.of(issue), null, manifestChecksum)
                .decided();
    }

    /** Voids a bill that has not left its first holder. */
    public static Decision voidBill(Bill bill, Caller caller) {
        Acting.requireState(bill, BillAct.VOID);
        Acting.requireCarrier(bill, caller);
        var title = bill.title();
        if (title.possessor() != null && (!title.firstHolder() || title.endorsed())) {
            throw new Rejected(BillProblem.ALREADY_TRANSFERRED, BillProblem.ALREADY_TRANSFERRED.title());
        }
        return new Acting(bill, caller).record(BillAct.VOID, List.of()).decided();
    }

    /** Accepts the surrender; when it came from another platform, the answer has to travel there. */
    public static Decision acceptSurrender(Bill bill, Caller caller, UUID envelopeId) {
        var asked = surrender(bill, caller, BillAct.ACCEPT_SURRENDER);
        var answer = answer(ActionCode.SACC, asked, caller, null);
        return notify(new Acting(bill, caller).record(BillAct.ACCEPT_SURRENDER, List.of(answer)), asked, envelopeId);
    }

    /** Refuses the surrender: possession goes back to whoever surrendered. */
    public static Decision refuseSurrender(Bill bill, Caller caller, UUID envelopeId, @Nullable String comments) {
        var asked = surrender(bill, caller, BillAct.REFUSE_SURRENDER);
        var answer = answer(ActionCode.SREJ, asked, caller, comments);
        var act = asked.actor().isAt(bill.platform())
                ? BillAct.REFUSE_SURRENDER
                : BillAct.REFUSE_SURRENDER_FROM_ELSEWHERE;
        return notify(new Acting(bill, caller).record(act, List.of(answer)), asked, envelopeId);
    }

    private static Decision notify(Acting acting, Transaction asked, UUID envelopeId) {
        var platform = asked.actor().eblPlatform();
        if (!platform.equals(acting.bill().platform())) {
            acting.send(BillAct.START_NOTIFICATION, EnvelopePurpose.NOTIFICATION, platform, envelopeId, null);
        }
        return acting.decided();
    }

    private static Transaction surrender(Bill bill, Caller caller, BillAct act) {
        Acting.requireState(bill, act);
        Acting.requireCarrier(bill, caller);
        var asked = bill.title().surrender();
        var carrier = asked == null ? null : asked.recipient();
        if (asked == null || carrier == null || !carrier.isAt(bill.platform())) {
            throw new Rejected(BillProblem.WRONG_STATE, "The surrender is answered on the carrier's platform");
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
