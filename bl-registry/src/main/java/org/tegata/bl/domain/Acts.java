package org.tegata.bl.domain;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;

/** From a party's statement to the decision of the register: permission first, then the act. */
public final class Acts {

    private Acts() {}

    /** What an act needs to know and the bill does not say. */
    public interface Asking {

        /** Who gets possession: a party of this platform that it knows, or one of another platform. */
        ChainParty possessor(NamedRecipient named);

        /** Who is endorsed to; need not be known here. */
        ChainParty endorsee(NamedRecipient named);

        /** SHA-256 of the carrier's signed issuance manifest, once it is found to be the one of this draft. */
        String verifiedManifest(Bill bill, @Nullable String issuanceManifest);
    }

    /** The decision; refuses what the party may not do, and arguments that do not make sense for the act. */
    public static Decision decide(Bill bill, ActStatement asked, Caller caller, Asking asking, UUID envelopeId) {
        if (!asked.billId().equals(bill.id()) || !asked.actor().equals(caller.party())) {
            throw new IllegalArgumentException("the statement is of another bill, or of another party");
        }
        Permission.require(bill, asked.act(), asked.actor());
        return switch (asked.act()) {
            case ISSUE -> {
                var cancelled = changeOfMedium(asked, ChangeOfMedium.Direction.FROM_PAPER);
                CarrierActs.requireCancelled(bill, cancelled);
                var manifest = asking.verifiedManifest(bill, asked.issuanceManifest());
                yield CarrierActs.issue(bill, caller, manifest, cancelled);
            }
            case TRANSFER -> HolderActs.transfer(bill, caller, possessor(asked, asking), envelopeId);
            case REJECT_TRANSFER -> HolderActs.rejectTransfer(bill, caller, asked.comments());
            case ENDORSE -> endorse(bill, asked, caller, asking, ActionCode.ENDORSE);
            case ENDORSE_TO_ORDER -> endorse(bill, asked, caller, asking, ActionCode.ENDORSE_TO_ORDER);
            case BLANK_ENDORSE -> endorse(bill, asked, caller, asking, ActionCode.BLANK_ENDORSE);
            case SIGN -> HolderActs.sign(bill, caller);
            case PLEDGE -> HolderActs.pledge(bill, caller, possessor(asked, asking));
            case RELEASE -> HolderActs.release(bill, caller);
            case SURRENDER_FOR_DELIVERY ->
                surrender(bill, asked, caller, ActionCode.SURRENDER_FOR_DELIVERY, envelopeId);
            case SURRENDER_FOR_AMENDMENT ->
                surrender(bill, asked, caller, ActionCode.SURRENDER_FOR_AMENDMENT, envelopeId);
            case ACCEPT_SURRENDER -> CarrierActs.acceptSurrender(bill, caller, envelopeId);
            case REFUSE_SURRENDER -> CarrierActs.refuseSurrender(bill, caller, envelopeId, asked.comments());
            case SWITCH_TO_PAPER -> {
                var issued = changeOfMedium(asked, ChangeOfMedium.Direction.TO_PAPER);
                if (issued == null) {
                    throw new Rejected(BillProblem.ATTESTATION_MISSING, "How many paper originals are issued?");
                }
                yield CarrierActs.switchToPaper(bill, caller, envelopeId, issued);
            }
            case VOID -> CarrierActs.voidBill(bill, caller);
        };
    }

    private static Supplier<ChainParty> possessor(ActStatement asked, Asking asking) {
        var named = asked.recipient();
        if (named == null) {
            throw new Rejected(BillProblem.PARTY_MISSING, "Who is the recipient?");
        }
        return () -> asking.possessor(named);
    }

    private static Decision endorse(Bill bill, ActStatement asked, Caller caller, Asking asking, ActionCode code) {
        var named = asked.recipient();
        return HolderActs.endorse(bill, caller, code, () -> named == null ? null : asking.endorsee(named));
    }

    private static Decision surrender(Bill bill, ActStatement asked, Caller caller, ActionCode code, UUID envelopeId) {
        return HolderActs.surrender(bill, caller, code, asked.reasonCode(), asked.comments(), envelopeId);
    }

    /** What the statement says of paper originals, with the place that it needs then (MLETR art. 13). */
    private static @Nullable ChangeOfMedium changeOfMedium(ActStatement asked, ChangeOfMedium.Direction direction) {
        var originals = asked.originals();
        if (originals == null) {
            return null;
        }
        var place = asked.place();
        if (place == null) {
            throw new Rejected(BillProblem.ATTESTATION_MISSING, "Where is it that paper is issued, or was cancelled?");
        }
        return new ChangeOfMedium(direction, originals, place);
    }
}
