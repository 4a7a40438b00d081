package org.tegata.bl.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;

/**
 * Who may do what to a bill now, and why not: asked by every act before it decides, and by whoever wants to know.
 * Possession can be handed over by whoever has it, as banks do in collections; the goods can be claimed, and the bill
 * endorsed, only by whoever is entitled besides (DCSA PINT 3.0.0; MLETR art. 11 and 15).
 */
public final class Permission {

    private Permission() {}

    /** Why this party may not, if it may not; what depends on the act's arguments is not judged. */
    public static Optional<Rejected> refusal(Bill bill, TitleAct act, PartyId party) {
        try {
            require(bill, act, party);
            return Optional.empty();
        } catch (Rejected refused) {
            return Optional.of(refused);
        }
    }

    /** Who is in the position that the act needs, wherever that party is; null when nobody is. */
    public static @Nullable ChainParty performer(Bill bill, TitleAct act) {
        return switch (act.role()) {
            case HOLDER -> bill.holder();
            case CARRIER -> carrier(bill);
        };
    }

    private static @Nullable ChainParty carrier(Bill bill) {
        var named = bill.terms().carrier();
        if (bill.carrier() != null || named.party() == null) {
            return bill.carrier();
        }
        return ChainParty.of(named.party(), named.partyName(), bill.platform());
    }

    /** Refuses in this order: the state of the bill, the party, what the party is entitled to. */
    static void require(Bill bill, TitleAct act, PartyId party) {
        bill.status().after(act.entry());
        switch (act.role()) {
            case HOLDER -> requireHolder(bill, party);
            case CARRIER -> requireCarrier(bill, party);
        }
        requireKnown(bill, act);
        switch (act) {
            case ENDORSE, ENDORSE_TO_ORDER -> requireEndorser(bill);
            case BLANK_ENDORSE -> {
                requireEndorser(bill);
                requireUnpledged(bill);
            }
            case SURRENDER_FOR_DELIVERY -> requireClaimant(bill, ActionCode.SURRENDER_FOR_DELIVERY);
            case SURRENDER_FOR_AMENDMENT -> requireClaimant(bill, ActionCode.SURRENDER_FOR_AMENDMENT);
            case REJECT_TRANSFER -> requireReturnable(bill);
            case ACCEPT_SURRENDER, REFUSE_SURRENDER, SWITCH_TO_PAPER -> requireAnswerable(bill, act);
            case VOID -> requireUnmoved(bill);
            case ISSUE, TRANSFER, SIGN, PLEDGE, RELEASE -> {
                // state and party say it all
            }
        }
    }

    private static void requireHolder(Bill bill, PartyId party) {
        var holder = bill.holder();
        if (holder == null || !holder.is(party) || !holder.isAt(bill.platform())) {
            throw new Rejected(BillProblem.NOT_YOUR_ACT, "You do not hold the bill");
        }
    }

    /** The carrier acts on the platform where it issued the bill; another platform only remembers. */
    private static void requireCarrier(Bill bill, PartyId party) {
        var carrier = carrier(bill);
        if (carrier == null || !bill.terms().carrier().is(party) || !carrier.isAt(bill.platform())) {
            throw new Rejected(BillProblem.NOT_YOUR_ACT, "Only the carrier that issued the bill here may do this");
        }
    }

    private static void requireKnown(Bill bill, TitleAct act) {
        if (!bill.terms().kind().knows(act)) {
            throw new Rejected(
                    BillProblem.NOT_NEGOTIABLE,
                    "A sea waybill is no document of title: it is not transferred, endorsed, pledged or surrendered for"
                            + " the goods, which the carrier delivers to the consignee that it names");
        }
    }

    private static void requireUnpledged(Bill bill) {
        if (bill.title().pledgor() != null) {
            throw new Rejected(BillProblem.HELD_AS_SECURITY, BillProblem.HELD_AS_SECURITY.title());
        }
    }

    private static void requireEndorser(Bill bill) {
        var title = bill.title();
        if (!title.negotiable()) {
            throw new Rejected(BillProblem.NOT_NEGOTIABLE, "A straight bill cannot be endorsed");
        }
        if (!title.order().entitles(bill.requireHolder())) {
            throw new Rejected(BillProblem.NOT_ENTITLED, "The bill is to the order of another party");
        }
        if (!title.mayEndorse()) {
            throw new Rejected(BillProblem.ENDORSEMENT_ENDS_HERE, BillProblem.ENDORSEMENT_ENDS_HERE.title());
        }
    }

    private static void requireClaimant(Bill bill, ActionCode how) {
        if (!bill.title().maySurrender(bill.requireHolder(), how)) {
            throw new Rejected(BillProblem.NOT_ENTITLED, "The goods are for another party to claim");
        }
        var carrier = bill.carrier();
        if (bill.status() == BillStatus.PLEDGED && (carrier == null || !carrier.isAt(bill.platform()))) {
            throw new Rejected(
                    BillProblem.HELD_AS_SECURITY, "The carrier is on another platform: release the pledge first");
        }
    }

    private static void requireReturnable(Bill bill) {
        if (bill.title().returnable() == null) {
            throw new Rejected(BillProblem.NOTHING_TO_REJECT, BillProblem.NOTHING_TO_REJECT.title());
        }
    }

    private static void requireAnswerable(Bill bill, TitleAct act) {
        var asked = bill.title().surrender();
        boolean forPaper = asked != null && asked.reasonCode() == SurrenderReason.SWTP;
        if (act == TitleAct.ACCEPT_SURRENDER && forPaper) {
            throw new Rejected(BillProblem.PAPER_ASKED, BillProblem.PAPER_ASKED.title());
        }
        if (act == TitleAct.SWITCH_TO_PAPER && !forPaper) {
            throw new Rejected(BillProblem.PAPER_NOT_ASKED, BillProblem.PAPER_NOT_ASKED.title());
        }
    }

    private static void requireUnmoved(Bill bill) {
        var title = bill.title();
        if (title.possessor() != null && (!title.firstHolder() || title.endorsed())) {
            throw new Rejected(BillProblem.ALREADY_TRANSFERRED, BillProblem.ALREADY_TRANSFERRED.title());
        }
    }
}
