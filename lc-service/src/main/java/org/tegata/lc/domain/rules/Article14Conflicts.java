package org.tegata.lc.domain.rules;

import static org.tegata.lc.domain.rules.Rule.discrepancy;

import java.util.List;
import org.tegata.lc.domain.InvoiceFacts;
import org.tegata.lc.domain.Trader;
import org.tegata.lc.domain.rules.Rule.Finding;

/** UCP 600 art. 14(d) and 14(j): data in one document must not conflict with data in another, or with the credit. */
final class Article14Conflicts {

    private Article14Conflicts() {}

    static List<Rule> rules() {
        return List.of(
                discrepancy(
                        "I04",
                        "UCP 600 art. 14(j)",
                        ":59: / invoice seller's country",
                        Presented::invoiceIsPresenters,
                        presented -> country(
                                presented.terms().parties().beneficiary(),
                                presented.invoice().seller())),
                discrepancy(
                        "I04-BUYER",
                        "UCP 600 art. 14(j)",
                        ":50: / invoice buyer's country",
                        Presented::invoiceIsPresenters,
                        presented -> country(
                                presented.terms().parties().applicant(),
                                presented.invoice().buyer())),
                discrepancy(
                        "X01",
                        "UCP 600 art. 14(d)",
                        "invoice gross weight / bill of lading gross weight",
                        Article14Conflicts::both,
                        Article14Conflicts::grossWeight),
                discrepancy(
                        "X03",
                        "UCP 600 art. 14(d)",
                        "invoice packages / bill of lading packages",
                        Article14Conflicts::both,
                        Article14Conflicts::packages));
    }

    private static boolean both(Presented presented) {
        return presented.invoiceIsPresenters() && presented.billIsPresenters();
    }

    /** Only the country is compared: the rest of an address need not be the same. */
    private static Finding country(Trader named, InvoiceFacts.NamedParty shown) {
        var wanted = named.country();
        String found = shown.country();
        if (wanted.isEmpty() || found == null) {
            // Absence of a datum that nobody asked for does not conflict.
            return Finding.notApplicable();
        }
        return Finding.that(
                wanted.get().equals(found),
                wanted.get(),
                found,
                "The invoice has %s in %s, the credit in %s".formatted(shown.name(), found, wanted.get()));
    }

    private static Finding grossWeight(Presented presented) {
        var invoice = presented.invoice().grossWeight();
        var bill = presented.bill().grossWeight();
        if (invoice == null || bill == null) {
            return Finding.notApplicable();
        }
        return Finding.of(
                Measures.compareWeights(invoice, bill),
                invoice,
                bill,
                "Gross weight is %s on the invoice and %s on the bill of lading".formatted(invoice, bill));
    }

    private static Finding packages(Presented presented) {
        var invoice = presented.invoice().packageQuantity();
        var bill = presented.bill().packageQuantity();
        if (invoice == null || bill == null) {
            return Finding.notApplicable();
        }
        return Finding.that(
                invoice.compareTo(bill) == 0,
                invoice.toPlainString(),
                bill.toPlainString(),
                "%s packages on the invoice, %s on the bill of lading"
                        .formatted(invoice.toPlainString(), bill.toPlainString()));
    }
}
