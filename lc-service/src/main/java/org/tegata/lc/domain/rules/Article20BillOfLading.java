package org.tegata.lc.domain.rules;

import static org.tegata.lc.domain.rules.Rule.discrepancy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.BillFacts;
import org.tegata.lc.domain.Place;
import org.tegata.lc.domain.RequiredDocument;
import org.tegata.lc.domain.RequiredDocument.Kind;
import org.tegata.lc.domain.rules.Rule.Finding;

/** UCP 600 art. 20 and ISBP 821 part E: what the bill of lading says. */
final class Article20BillOfLading {

    private Article20BillOfLading() {}

    static List<Rule> rules() {
        return List.of(
                rule("B01", "UCP 600 art. 20(a)", ":46A: / transport document type", Article20BillOfLading::type),
                rule("B03", "UCP 600 art. 20(a)(i)", "bill of lading carrier", Article20BillOfLading::carrier),
                rule("B07", "UCP 600 art. 20(a)(ii)", "bill of lading on board date", Article20BillOfLading::onBoard),
                rule("B09", "UCP 600 art. 20(a)(ii)", ":44C: / on board date", Article20BillOfLading::lateShipment),
                rule(
                        "B11",
                        "UCP 600 art. 20(a)(iii)",
                        ":44E: / port of loading",
                        presented -> port(
                                presented.terms().shipment().portOfLoading(),
                                presented.bill().portOfLoading(),
                                "loading")),
                rule(
                        "B12",
                        "UCP 600 art. 20(a)(iii)",
                        ":44F: / port of discharge",
                        presented -> port(
                                presented.terms().shipment().portOfDischarge(),
                                presented.bill().portOfDischarge(),
                                "discharge")),
                rule("B21", "ISBP 821 E12", ":46A: / consignee", Article20BillOfLading::consignee),
                rule("B23", "UCP 600 art. 14(j)", ":46A: / notify party", Article20BillOfLading::notifyParty),
                rule("B24", "ISBP 821 E26", ":46A: / freight payment", Article20BillOfLading::freight));
    }

    /** What field 46A says about the bill of lading, when it asks for one. */
    static Optional<RequiredDocument> requirement(Presented presented) {
        return presented.terms().conditions().requiredDocuments().stream()
                .filter(document -> document.kind() == Kind.BILL_OF_LADING)
                .findFirst();
    }

    private static Rule rule(String id, String article, String location, Function<Presented, Finding> check) {
        return discrepancy(id, article, location, Presented::billIsPresenters, check);
    }

    private static Finding type(Presented presented) {
        // A sea waybill is no document of title: art. 21, and only where the credit asks for one.
        String type = presented.bill().typeCode();
        return requirement(presented).isEmpty()
                ? Finding.notApplicable()
                : Finding.that(
                        type.equals("705"),
                        "bill of lading (705)",
                        type,
                        "Document type %s (UNTDID 1001) was presented as the bill of lading".formatted(type));
    }

    private static Finding carrier(Presented presented) {
        String name = presented.bill().carrier().name();
        return Finding.that(!name.isBlank(), "a named carrier", name, "The bill names no carrier");
    }

    private static Finding onBoard(Presented presented) {
        var date = presented.bill().shippedOnBoardDate();
        return Finding.that(
                date != null, "shipped on board", date, "The bill does not show that the goods are on board");
    }

    private static Finding lateShipment(Presented presented) {
        var latest = presented.terms().shipment().latestShipment();
        var shipped = presented.bill().shippedOnBoardDate();
        if (latest == null) {
            return presented.terms().shipment().shipmentPeriod() == null
                    ? Finding.notApplicable()
                    : Finding.unknown(
                            presented.terms().shipment().shipmentPeriod(), shipped, "The shipment period is in words");
        }
        if (shipped == null) {
            return Finding.that(false, latest, null, "The bill does not show when the goods were shipped");
        }
        // Art. 29(c): the latest date for shipment never moves to a banking day.
        return Finding.that(
                !shipped.isAfter(latest),
                latest,
                shipped,
                "Late shipment: on board %s, latest %s".formatted(shipped, latest));
    }

    private static Finding port(@Nullable String wanted, Place shown, String what) {
        if (wanted == null) {
            return Finding.notApplicable();
        }
        String named = wanted.replace('\n', ' ');
        return Finding.of(
                Places.compare(named, shown),
                named,
                shown,
                "The port of %s is %s on the bill, %s in the credit".formatted(what, shown, named));
    }

    private static Finding consignee(Presented presented) {
        var document = requirement(presented).orElse(null);
        var wanted = document == null ? null : document.consignment().orElse(null);
        if (document == null || wanted == null) {
            return Finding.notApplicable();
        }
        var bill = presented.bill();
        String shown = shown(bill);
        String otherwise = "The bill is made out to %s, the credit asks: %s".formatted(shown, document.flat());
        return switch (wanted) {
            case TO_ORDER_OF_SHIPPER ->
                Finding.that(bill.toOrder() && isShippersOrder(bill), "to order of shipper", shown, otherwise);
            case TO_ORDER_OF ->
                bill.toOrder()
                        ? partyOf(document, bill, "to order of ", otherwise)
                        : Finding.that(false, document.consignee().orElse("to order"), shown, otherwise);
            case STRAIGHT ->
                bill.toOrder()
                        ? Finding.that(false, document.consignee().orElse("a named consignee"), shown, otherwise)
                        : partyOf(document, bill, "", otherwise);
        };
    }

    private static Finding partyOf(RequiredDocument document, BillFacts bill, String prefix, String otherwise) {
        String wanted = document.consignee().orElse("");
        String shown = bill.consigneeName() == null ? "" : bill.consigneeName();
        String name = shown.toUpperCase(Locale.ROOT)
                .replaceFirst("^TO (THE )?ORDER( OF)?", "")
                .strip();
        var agreement = name.isEmpty() ? Agreement.CONFLICTS : Names.compare(wanted, name);
        // "Issuing bank" or "applicant" is a role, not a name: a person compares.
        boolean role = wanted.matches(".*\\b(BANK|APPLICANT|ACCOUNTEE)\\b.*") && agreement == Agreement.CONFLICTS;
        return Finding.of(role ? Agreement.UNKNOWN : agreement, prefix + wanted, shown, otherwise);
    }

    private static boolean isShippersOrder(BillFacts bill) {
        var consignee = bill.consignee();
        if (consignee != null && consignee.equals(bill.shipper().party())) {
            return true;
        }
        String name = bill.consigneeName() == null ? "" : bill.consigneeName();
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z ]", "").strip();
        return plain.isEmpty()
                || plain.matches("(TO )?(THE )?ORDER( OF( THE)? (SHIPPER|CONSIGNOR))?")
                || Names.compare(
                                name.replaceFirst("(?i)^to (the )?order of ", ""),
                                bill.shipper().name())
                        == Agreement.AGREES;
    }

    private static String shown(BillFacts bill) {
        String name = bill.consigneeName() == null ? "" : bill.consigneeName();
        return bill.toOrder() && !name.toUpperCase(Locale.ROOT).contains("ORDER")
                ? ("to order " + (name.isEmpty() ? "" : "of " + name)).strip()
                : name;
    }

    private static Finding notifyParty(Presented presented) {
        var document = requirement(presented).orElse(null);
        if (document == null || !document.notifyApplicant()) {
            return Finding.notApplicable();
        }
        String applicant = presented.terms().parties().applicant().name();
        var shown = presented.bill().notifyParties();
        var agreement =
                shown.stream().map(name -> Names.compare(applicant, name)).reduce(Agreement.CONFLICTS, Agreement::or);
        return Finding.of(
                agreement,
                applicant,
                String.join(", ", shown),
                "The bill does not have the applicant notified: " + applicant);
    }

    private static Finding freight(Presented presented) {
        var wanted = requirement(presented).flatMap(RequiredDocument::freight).orElse(null);
        if (wanted == null) {
            return Finding.notApplicable();
        }
        String term = presented.bill().freightPaymentTerm();
        String shown = term == null ? null : term.equals("PRE") ? "PREPAID" : term.equals("COL") ? "COLLECT" : term;
        return Finding.that(
                wanted.equals(shown),
                "FREIGHT " + wanted,
                shown == null ? null : "FREIGHT " + shown,
                "Freight is %s on the bill, the credit asks for %s"
                        .formatted(shown == null ? "not stated" : shown, wanted));
    }
}
