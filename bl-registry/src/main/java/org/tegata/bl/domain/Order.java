package org.tegata.bl.domain;

import org.jspecify.annotations.Nullable;

/** Who besides the possessor must be right for the goods to be claimed (DCSA PINT: straight, blank, to order). */
public sealed interface Order {

    /** Not negotiable: only the named consignee can claim the goods. */
    record Straight(@Nullable NamedParty consignee) implements Order {}

    /** To the order of a named party: by the document, or by an endorsement. */
    record ToOrderOf(Endorsee endorsee) implements Order {}

    /** Endorsed in blank, or made out to bearer: whoever possesses it. */
    record Blank() implements Order {}

    /** The party to whose order the bill is; {@code mayEndorse} is false after ENDORSE. */
    record Endorsee(String partyName, String party, boolean mayEndorse) {

        boolean is(ChainParty other) {
            return other.identifyingCodes().stream()
                    .anyMatch(code -> code.toString().equals(party));
        }
    }

    /** How the document itself makes the bill out. */
    static Order of(BillTerms terms) {
        var consignee = terms.consignee();
        if (!terms.toOrder()) {
            return new Straight(consignee);
        }
        if (consignee == null || consignee.party() == null) {
            return new Blank();
        }
        return new ToOrderOf(
                new Endorsee(firstEndorsee(terms, consignee), consignee.party().toString(), true));
    }

    /** The party's own name: the consignee box of a bill to order says "TO ORDER OF" it, or of the shipper. */
    private static String firstEndorsee(BillTerms terms, NamedParty consignee) {
        if (consignee.party() != null
                && consignee.party().equals(terms.shipper().party())) {
            return terms.shipper().partyName();
        }
        return consignee.partyName().replaceFirst("^TO ORDER OF ", "");
    }

    /** Whether this party, being in possession, can claim the goods. */
    default boolean entitles(ChainParty possessor) {
        if (this instanceof ToOrderOf order) {
            return order.endorsee().is(possessor);
        }
        if (this instanceof Straight straight) {
            var consignee = straight.consignee();
            return consignee != null && consignee.is(possessor);
        }
        return true;
    }
}
