package org.tegata.lc.domain.rules;

import static org.tegata.lc.domain.rules.Rule.discrepancy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tegata.lc.domain.RequiredDocument;
import org.tegata.lc.domain.RequiredDocument.Kind;
import org.tegata.lc.domain.rules.Rule.Finding;

/** UCP 600 art. 6, 14 and 29, eUCP art. e6: when documents come, which, and whether they are what they claim. */
final class Articles06And14Presentation {

    private static final int DEFAULT_PERIOD_DAYS = 21;

    /** What a presentation through this service consists of. */
    private static final Set<Kind> PRESENTED = Set.of(Kind.INVOICE, Kind.BILL_OF_LADING);

    private Articles06And14Presentation() {}

    static List<Rule> rules() {
        return List.of(
                discrepancy(
                        "P01",
                        "UCP 600 art. 6(d), 29(a)",
                        ":31D: / day of presentation",
                        presented -> true,
                        Articles06And14Presentation::beforeExpiry),
                discrepancy(
                        "P02",
                        "UCP 600 art. 14(c)",
                        ":48: / day of presentation",
                        Presented::billIsPresenters,
                        Articles06And14Presentation::withinPeriod),
                discrepancy(
                        "P05",
                        "UCP 600 art. 14(a)",
                        ":46A: / documents presented",
                        presented -> true,
                        Articles06And14Presentation::requiredDocuments),
                discrepancy(
                        "P08",
                        "UCP 600 art. 14(i)",
                        "day of presentation / dates of documents",
                        presented -> presented.invoiceIsPresenters() && presented.billIsPresenters(),
                        Articles06And14Presentation::nothingDatedLater),
                discrepancy(
                        "P14",
                        "eUCP art. e6(f)",
                        "presentation / invoice",
                        presented -> true,
                        Articles06And14Presentation::authenticInvoice),
                discrepancy(
                        "P14-BL",
                        "eUCP art. e6(f)",
                        "presentation / bill of lading",
                        presented -> true,
                        Articles06And14Presentation::authenticBill));
    }

    private static Finding beforeExpiry(Presented presented) {
        LocalDate expiry = presented.terms().heading().expiryDate();
        LocalDate received = presented.presentation().presentedOn();
        boolean weekend = expiry.getDayOfWeek() == DayOfWeek.SATURDAY || expiry.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (received.isAfter(expiry) && weekend && !received.isAfter(nextMonday(expiry))) {
            // Art. 29(a): the date moves to the next banking day; which that is, a bank's calendar says.
            return Finding.unknown(expiry, received, "Expiry fell on a weekend: was this the next banking day?");
        }
        return Finding.that(
                !received.isAfter(expiry),
                expiry,
                received,
                "The credit expired on %s; documents were presented on %s".formatted(expiry, received));
    }

    private static LocalDate nextMonday(LocalDate day) {
        return day.plusDays(DayOfWeek.SUNDAY.getValue() - day.getDayOfWeek().getValue() + 1L);
    }

    private static Finding withinPeriod(Presented presented) {
        var shipped = presented.bill().shippedOnBoardDate();
        var period = presented.terms().conditions().presentationPeriod();
        int days = period == null ? DEFAULT_PERIOD_DAYS : period.days();
        LocalDate received = presented.presentation().presentedOn();
        if (period != null && period.fromEvent() != null) {
            return Finding.unknown(days + " " + period.fromEvent(), received, "The days do not count from shipment");
        }
        if (shipped == null) {
            return Finding.unknown(days + " days after shipment", received, "The bill shows no date of shipment");
        }
        long taken = ChronoUnit.DAYS.between(shipped, received);
        return Finding.that(
                taken <= days,
                days + " days after shipment",
                taken + " days (shipped " + shipped + ", presented " + received + ")",
                "Presented %d days after shipment; the credit allows %d".formatted(taken, days));
    }

    private static Finding requiredDocuments(Presented presented) {
        var required = presented.terms().conditions().requiredDocuments();
        var missing = required.stream()
                .map(RequiredDocument::kind)
                .filter(kind -> kind != Kind.UNKNOWN && !PRESENTED.contains(kind))
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        String asked = required.stream().map(RequiredDocument::flat).collect(Collectors.joining(" | "));
        if (!missing.isEmpty()) {
            return Finding.that(
                    false, asked, "invoice, bill of lading", "Required and not presented: %s".formatted(missing));
        }
        if (required.stream().anyMatch(document -> document.kind() == Kind.UNKNOWN)) {
            return Finding.unknown(asked, "invoice, bill of lading", "A required document is described in free words");
        }
        return Finding.that(true, asked, "invoice, bill of lading", "");
    }

    private static Finding nothingDatedLater(Presented presented) {
        LocalDate received = presented.presentation().presentedOn();
        LocalDate latest = presented.invoice().issueDate();
        LocalDate bill = presented.bill().issueDate();
        latest = bill != null && bill.isAfter(latest) ? bill : latest;
        return Finding.that(
                !latest.isAfter(received),
                received,
                latest,
                "A document is dated %s, after the day of presentation %s".formatted(latest, received));
    }

    private static Finding authenticInvoice(Presented presented) {
        return Finding.that(
                presented.invoiceIsPresenters(),
                presented.presentation().invoice().id(),
                null,
                "The invoice cannot be authenticated as the presenter's: cancelled, of other bytes, or another's");
    }

    private static Finding authenticBill(Presented presented) {
        return Finding.that(
                presented.billIsPresenters(),
                presented.presentation().bill().id(),
                null,
                "The bill cannot be authenticated as the presenter's: of other bytes, or never held by the presenter");
    }
}
