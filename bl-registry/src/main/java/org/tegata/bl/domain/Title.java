package org.tegata.bl.domain;

import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;

/**
 * Possession and title, derived from the chain and from nothing else (MLETR art. 11; DCSA PINT 3.0.0 leaves the
 * derivation to the platform).
 *
 * @param possessor who has exclusive control; null before issue
 * @param firstHolder possession has not moved since issue
 * @param endorsed an endorsement has been made
 * @param surrender the surrender that the carrier has not answered
 * @param ended the carrier has accepted a surrender: nothing may follow
 * @param pledgor to whom the possessor, who holds the bill as security, has to give it back
 * @param returnable the title before the transfer that the possessor may still reject, as it has not acted since
 */
public record Title(
        BillTerms terms,
        Order order,
        @Nullable ChainParty possessor,
        boolean firstHolder,
        boolean endorsed,
        @Nullable Transaction surrender,
        boolean ended,
        @Nullable ChainParty pledgor,
        @Nullable Title returnable) {

    static Title unissued(BillTerms terms) {
        return new Title(terms, Order.of(terms), null, false, false, null, false, null, null);
    }

    /** The title after one more transaction; refuses one that DCSA's rules do not allow here. */
    public Title after(Transaction next) {
        if (next.actionCode() == ActionCode.ISSUE) {
            return issued(next);
        }
        require(!ended, next, "the carrier has accepted the surrender");
        var holder = possessor;
        if (holder == null) {
            throw broken(next, "the bill was never issued");
        }
        if (surrender != null) {
            return answered(next, surrender);
        }
        require(terms.kind().knows(next.actionCode()), next, "a sea waybill is no document of title");
        require(sameHand(next.actor(), holder), next, "the actor is not in possession");
        return switch (next.actionCode()) {
            case TRANSFER -> moved(recipientOf(next));
            case ENDORSE, ENDORSE_TO_ORDER, BLANK_ENDORSE -> endorsed(next, holder);
            case SURRENDER_FOR_DELIVERY, SURRENDER_FOR_AMENDMENT -> surrendered(next, holder);
            case SIGN -> kept();
            default -> throw broken(next, "there is no surrender to answer");
        };
    }

    private Title issued(Transaction next) {
        require(possessor == null && !ended, next, "a bill is issued once, first");
        require(terms.carrier().is(next.actor()), next, "the actor is not the carrier that the document names");
        return new Title(terms, order, recipientOf(next), true, false, null, false, null, null);
    }

    private Title moved(ChainParty recipient) {
        return new Title(terms, order, recipient, false, endorsed, null, false, null, null);
    }

    /** After a transfer here: the recipient may still reject it, and then all is as it was before. */
    Title returnableTo(Title before) {
        return new Title(terms, order, possessor, firstHolder, endorsed, surrender, ended, pledgor, before.kept());
    }

    /** After a transfer that was a pledge. */
    Title pledgedBy(@Nullable ChainParty holder) {
        return new Title(terms, order, possessor, firstHolder, endorsed, surrender, ended, holder, null);
    }

    /** After an act of the possessor, whatever comes of it: what it was transferred it can reject no more. */
    Title kept() {
        return new Title(terms, order, possessor, firstHolder, endorsed, surrender, ended, pledgor, null);
    }

    /** After a transfer that went back to where the bill had just come from. */
    Title asBefore(@Nullable Title before) {
        if (before == null || possessor == null || !possessor.equals(before.possessor)) {
            throw new IllegalArgumentException("there was no transfer to reject");
        }
        return before;
    }

    /** With the possessor known by one code alone, the one that names a party of this platform. */
    Title heldUnder(PartyId code) {
        var holder = possessor;
        if (holder == null || !holder.is(code)) {
            throw new IllegalArgumentException("the possessor is not " + code);
        }
        return new Title(terms, order, holder.only(code), firstHolder, endorsed, surrender, ended, pledgor, returnable);
    }

    private Title endorsed(Transaction next, ChainParty holder) {
        require(negotiable(), next, "a straight bill cannot be endorsed");
        require(order.entitles(holder), next, "the actor is not the endorsee");
        require(mayEndorse(), next, "the last endorsement does not allow another");
        return new Title(terms, orderAfter(next), possessor, firstHolder, true, null, false, pledgor, null);
    }

    private static Order orderAfter(Transaction next) {
        if (next.actionCode() == ActionCode.BLANK_ENDORSE) {
            return new Order.Blank();
        }
        var endorsee = recipientOf(next);
        boolean onward = next.actionCode() == ActionCode.ENDORSE_TO_ORDER;
        return new Order.ToOrderOf(new Order.Endorsee(endorsee.partyName(), endorsee.reference(), onward));
    }

    private Title surrendered(Transaction next, ChainParty holder) {
        require(terms.carrier().is(recipientOf(next)), next, "it is not addressed to the carrier that issued the bill");
        require(maySurrender(holder, next.actionCode()), next, "the actor is not entitled to the goods");
        return new Title(terms, order, recipientOf(next), firstHolder, endorsed, next, false, pledgor, null);
    }

    private Title answered(Transaction next, Transaction asked) {
        var carrier = recipientOf(asked);
        require(sameHand(next.actor(), carrier), next, "a surrender is answered by the carrier");
        return switch (next.actionCode()) {
            case SACC -> new Title(terms, order, carrier, firstHolder, endorsed, null, true, null, null);
            case SREJ -> new Title(terms, order, asked.actor(), firstHolder, endorsed, null, false, pledgor, null);
            default -> throw broken(next, "the carrier has not answered the surrender");
        };
    }

    /** Whether the bill can be endorsed at all. */
    public boolean negotiable() {
        return !(order instanceof Order.Straight);
    }

    /** Whether the endorsee, being in possession, may endorse on. */
    public boolean mayEndorse() {
        return !(order instanceof Order.ToOrderOf named) || named.endorsee().mayEndorse();
    }

    /**
     * Whether the possessor may surrender: the endorsee, the consignee of a straight bill, anyone on a blank one; and
     * the first holder, who can give back what it was issued while nobody else has had it. Whoever was issued a bill
     * only because it gave up another, on paper perhaps, does not come to the goods by that.
     */
    boolean maySurrender(ChainParty holder, ActionCode how) {
        boolean mayGiveBack = how == ActionCode.SURRENDER_FOR_AMENDMENT
                || terms.predecessor() == null
                || terms.shipper().is(holder);
        return firstHolder && mayGiveBack || order.entitles(holder);
    }

    /** To whose order the bill is, when a party is named. */
    public Order.@Nullable Endorsee endorsee() {
        return order instanceof Order.ToOrderOf named ? named.endorsee() : null;
    }

    private static boolean sameHand(ChainParty actor, ChainParty holder) {
        return actor.sameParty(holder) && actor.eblPlatform().equals(holder.eblPlatform());
    }

    private static ChainParty recipientOf(Transaction transaction) {
        var recipient = transaction.recipient();
        if (recipient == null) {
            throw broken(transaction, "it names no recipient");
        }
        return recipient;
    }

    private static void require(boolean holds, Transaction transaction, String otherwise) {
        if (!holds) {
            throw broken(transaction, otherwise);
        }
    }

    private static Rejected broken(Transaction transaction, String why) {
        return new Rejected(
                BillProblem.CHAIN_RULE_BROKEN,
                "%s of %s: %s",
                transaction.actionCode(),
                transaction.actionDateTime(),
                why);
    }
}
