package org.tegata.bl.domain;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;

/**
 * What the holder does: hand over, reject, endorse, sign, pledge, release, surrender. {@link Permission} is asked
 * first.
 */
public final class HolderActs {

    /** What the chain says of an act for which DCSA has no word of its own. */
    static final String PLEDGE = "Pledge";

    static final String RELEASE = "Release of pledge";
    static final String REJECTION = "Transfer rejected";

    private HolderActs() {}

    /** Endorses to a party (with or without leave to endorse on) or in blank; who it is, is asked last. */
    static Decision endorse(Bill bill, Caller caller, ActionCode code, Supplier<@Nullable ChainParty> endorseeAsked) {
        boolean blank = code == ActionCode.BLANK_ENDORSE;
        var endorsee = endorseeAsked.get();
        if (blank != (endorsee == null)) {
            throw new Rejected(
                    BillProblem.PARTY_MISSING, blank ? "A blank endorsement names nobody" : "Who is the endorsee?");
        }
        var pledgor = bill.title().pledgor();
        if (pledgor != null && (endorsee == null || !endorsee.sameParty(pledgor))) {
            throw new Rejected(BillProblem.HELD_AS_SECURITY, BillProblem.HELD_AS_SECURITY.title());
        }
        var transaction = Transaction.of(code, bill.requireHolder(), endorsee, caller.at());
        return new Acting(bill, caller)
                .record(BillAct.ENDORSE, List.of(transaction))
                .decided();
    }

    /** Confirms possession visibly; nothing moves. */
    static Decision sign(Bill bill, Caller caller) {
        var transaction = Transaction.of(ActionCode.SIGN, bill.requireHolder(), null, caller.at());
        return new Acting(bill, caller)
                .record(BillAct.SIGN, List.of(transaction))
                .decided();
    }

    /** Hands possession over; to a party on another platform it takes effect when that platform has accepted it. */
    static Decision transfer(Bill bill, Caller caller, Supplier<ChainParty> recipientAsked, UUID envelopeId) {
        var recipient = recipientAsked.get();
        var acting = new Acting(bill, caller);
        var transaction = handingOver(bill, caller, recipient, null);
        if (recipient.isAt(bill.platform())) {
            return acting.record(BillAct.TRANSFER, List.of(transaction)).decided();
        }
        return acting.send(
                        BillAct.START_TRANSFER,
                        EnvelopePurpose.TRANSFER,
                        recipient.eblPlatform(),
                        envelopeId,
                        transaction)
                .decided();
    }

    /** Gives back what has just been transferred, as if it had never come. */
    static Decision rejectTransfer(Bill bill, Caller caller, @Nullable String comments) {
        var before = bill.title().returnable();
        var giver = before == null ? null : before.possessor();
        if (giver == null) {
            throw new IllegalStateException("asked before: there is a transfer to reject");
        }
        var transaction = handingOver(bill, caller, giver, comments == null ? REJECTION : comments);
        return new Acting(bill, caller)
                .record(BillAct.REJECT_TRANSFER, List.of(transaction))
                .decided();
    }

    /** Hands possession to a bank of this platform as security; the bank owes it back to the pledgor. */
    static Decision pledge(Bill bill, Caller caller, Supplier<ChainParty> pledgeeAsked) {
        var pledgee = pledgeeAsked.get();
        if (!pledgee.isAt(bill.platform())) {
            throw new Rejected(BillProblem.UNKNOWN_RECIPIENT, "A bill is pledged to a party of this platform only");
        }
        var transaction = handingOver(bill, caller, pledgee, PLEDGE);
        return new Acting(bill, caller)
                .record(BillAct.PLEDGE, List.of(transaction))
                .decided();
    }

    /** The pledgee gives possession back. */
    static Decision release(Bill bill, Caller caller) {
        var pledgor = bill.title().pledgor();
        if (pledgor == null) {
            throw new IllegalStateException("a pledged bill has a pledgor");
        }
        var transaction = handingOver(bill, caller, pledgor, RELEASE);
        return new Acting(bill, caller)
                .record(BillAct.RELEASE, List.of(transaction))
                .decided();
    }

    private static Transaction handingOver(Bill bill, Caller caller, ChainParty to, @Nullable String comments) {
        var holder = bill.requireHolder();
        if (to.isAt(bill.platform()) && to.sameParty(holder)) {
            throw new Rejected(BillProblem.RECIPIENT_IS_HOLDER, BillProblem.RECIPIENT_IS_HOLDER.title());
        }
        return new Transaction(ActionCode.TRANSFER, holder, to, caller.at(), null, comments);
    }

    /** Surrenders to the carrier, wherever the carrier lives. */
    static Decision surrender(
            Bill bill,
            Caller caller,
            ActionCode code,
            @Nullable SurrenderReason reason,
            @Nullable String comments,
            UUID envelopeId) {
        boolean delivery = code == ActionCode.SURRENDER_FOR_DELIVERY;
        if (!code.isSurrender() || (delivery && reason != null)) {
            throw new IllegalArgumentException(code + " with " + reason + " is not a surrender");
        }
        var carrier = bill.carrier();
        if (carrier == null) {
            throw new IllegalStateException("an issued bill has a carrier in its chain");
        }
        var transaction = new Transaction(code, bill.requireHolder(), carrier, caller.at(), reason, comments);
        var acting = new Acting(bill, caller);
        if (carrier.isAt(bill.platform())) {
            return acting.record(
                            delivery ? BillAct.SURRENDER_FOR_DELIVERY : BillAct.SURRENDER_FOR_AMENDMENT,
                            List.of(transaction))
                    .decided();
        }
        return acting.send(
                        delivery ? BillAct.SEND_SURRENDER_FOR_DELIVERY : BillAct.SEND_SURRENDER_FOR_AMENDMENT,
                        EnvelopePurpose.SURRENDER,
                        carrier.eblPlatform(),
                        envelopeId,
                        transaction)
                .decided();
    }
}
