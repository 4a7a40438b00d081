package org.tegata.bl.domain;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;

/**
 * What the holder may do: endorse, hand over, surrender. Possession can be handed over by whoever has it, as banks do
 * in collections; the goods can be claimed only by whoever is entitled besides (DCSA PINT; MLETR art. 11 and 15).
 */
public final class HolderActs {

    private HolderActs() {}

    /** Endorses to a party (with or without leave to endorse on) or in blank; who it is, is asked last. */
    public static Decision endorse(
            Bill bill, Caller caller, ActionCode code, Supplier<@Nullable ChainParty> endorseeAsked) {
        if (!code.isEndorsement()) {
            throw new IllegalArgumentException(code + " is not an endorsement");
        }
        Acting.requireState(bill, BillAct.ENDORSE);
        var holder = holder(bill, caller);
        var title = bill.title();
        if (!title.negotiable()) {
            throw new Rejected(BillProblem.NOT_NEGOTIABLE, BillProblem.NOT_NEGOTIABLE.title());
        }
        if (!title.order().entitles(holder)) {
            throw new Rejected(BillProblem.NOT_ENTITLED, "The bill is to the order of another party");
        }
        if (!title.mayEndorse()) {
            throw new Rejected(BillProblem.ENDORSEMENT_ENDS_HERE, BillProblem.ENDORSEMENT_ENDS_HERE.title());
        }
        boolean blank = code == ActionCode.BLANK_ENDORSE;
        var endorsee = endorseeAsked.get();
        if (blank != (endorsee == null)) {
            throw new Rejected(
                    BillProblem.PARTY_MISSING, blank ? "A blank endorsement names nobody" : "Who is the endorsee?");
        }
        var transaction = Transaction.of(code, holder, endorsee, caller.at());
        return new Acting(bill, caller)
                .record(BillAct.ENDORSE, List.of(transaction))
                .decided();
    }

    /** Hands possession over; to a party on another platform it takes effect when that platform has accepted it. */
    public static Decision transfer(Bill bill, Caller caller, Supplier<ChainParty> recipientAsked, UUID envelopeId) {
        Acting.requireState(bill, BillAct.TRANSFER);
        var holder = holder(bill, caller);
        var recipient = recipientAsked.get();
        boolean stays = recipient.isAt(bill.platform());
        if (stays && recipient.sameParty(holder)) {
            throw new Rejected(BillProblem.RECIPIENT_IS_HOLDER, BillProblem.RECIPIENT_IS_HOLDER.title());
        }
        var transaction = Transaction.of(ActionCode.TRANSFER, holder, recipient, caller.at());
        var acting = new Acting(bill, caller);
        if (stays) {
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

    /** Surrenders to the carrier, wherever the carrier lives. */
    public static Decision surrender(
            Bill bill, Caller caller, ActionCode code, @Nullable SurrenderReason reason, UUID envelopeId) {
        boolean delivery = code == ActionCode.SURRENDER_FOR_DELIVERY;
        if (!code.isSurrender() || (delivery && reason != null)) {
            throw new IllegalArgumentException(code + " with " + reason + " is not a surrender");
        }
        Acting.requireState(bill, delivery ? BillAct.SURRENDER_FOR_DELIVERY : BillAct.SURRENDER_FOR_AMENDMENT);
        var holder = holder(bill, caller);
        if (!bill.title().maySurrender(holder)) {
            throw new Rejected(BillProblem.NOT_ENTITLED, "The goods are for another party to claim");
        }
        var carrier = bill.carrier();
        if (carrier == null) {
            throw new IllegalStateException("an issued bill has a carrier in its chain");
        }
        var transaction = new Transaction(code, holder, carrier, caller.at(), reason, null);
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

    private static ChainParty holder(Bill bill, Caller caller) {
        var holder = bill.holder();
        if (holder == null || !holder.is(caller.requireParty()) || !holder.isAt(bill.platform())) {
            throw new Rejected(BillProblem.NOT_YOUR_ACT, "You do not hold the bill");
        }
        return holder;
    }
}
