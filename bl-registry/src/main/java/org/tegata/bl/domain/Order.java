package org.tegata.bl.domain;

import org.jspecify.annotations.Nullable;

/** Who besides the possessor must be right for the goods to be claimed (DCSA PINT: straight, blank, to order). */
public sealed interface Order {

    /** What stands before the name of the first endorsee. */
    String TO_ORDER_OF = "TO ORDER OF ";

    /** In place of the code of a party that has none known here; it is nobody, whoever may be called so. */
    String NOBODY = "ZZZ:UNKNOWN";

    /** Not negotiable: only the named consignee can claim the goods. */
    record Straight(@Nullable NamedParty consignee) implements Order {}

    /** To the order of a named party: by the document, or by an endorsement. */
    record ToOrderOf(Endorsee endorsee) implements Order {}

    /** Endorsed in blank, or made out to bearer: whoever possesses it. */
    record Blank() implements Order {}

    /** The party to whose order the bill is; {@code mayEndorse} is false after ENDORSE. */
    record Endorsee(String partyName, String party, boolean mayEndorse) {

        boolean is(ChainParty other) {
            return !party.equals(NOBODY)
                    && other.identifyingCodes().stream()
                            .anyMatch(code -> code.toString().equals(party));
        }
    }

    /** How the document itself makes the bill out. */
    static Order of(BillTerms terms) {
        var consignee = terms.consignee();
        if (!terms.toOrder()) {
            return new Straight(consignee);
        }
        if (consignee == null) {
            return new Blank();
        }
        // A party that is named but has no code we know is nobody here, and never makes the bill blank.
        var party = consignee.party() == null ? NOBODY : consignee.party().toString();
        return new ToOrderOf(new Endorsee(firstEndorsee(terms, consignee), party, true));
    }

    /** The party's own name: the consignee box of a bill to order says "TO ORDER OF" it, or of the shipper. */
    private static String firstEndorsee(BillTerms terms, NamedParty consignee) {
        boolean isShipper = consignee.party() != null
                && consignee.party().equals(terms.shipper().party());
        var words = consignee.partyName();
        if (isShipper && (words.equals("TO ORDER OF SHIPPER") || !words.startsWith(TO_ORDER_OF))) {
            return terms.shipper().partyName();
        }
        return words.startsWith(TO_ORDER_OF) ? words.substring(TO_ORDER_OF.length()) : words;
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
