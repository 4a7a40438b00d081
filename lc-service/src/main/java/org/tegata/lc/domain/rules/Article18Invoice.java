package org.tegata.lc.domain.rules;

import static org.tegata.lc.domain.rules.Rule.advice;
import static org.tegata.lc.domain.rules.Rule.discrepancy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.InvoiceFacts.NamedParty;
import org.tegata.lc.domain.Place;
import org.tegata.lc.domain.TradeTerm;
import org.tegata.lc.domain.Trader;
import org.tegata.lc.domain.rules.Rule.Finding;

/** UCP 600 art. 18 and ISBP 821 part C: the commercial invoice. */
final class Article18Invoice {

    /** UNTDID 1001: what passes for a commercial invoice (ISBP 821 C1); pro-forma and provisional ones do not. */
    private static final Set<String> INVOICES = Set.of("380", "384", "388", "389", "393", "395", "935");

    private static final Pattern WHICH_DOCUMENT = Pattern.compile("INVOICE|DOCUMENTS");
    private static final Pattern MUST_STATE =
            Pattern.compile("(?:MUST|SHALL|TO) (?:ALL )?(?:STATE|QUOTE|SHOW|BEAR|INDICATE|MENTION)");
    private static final Pattern CREDIT_NUMBER = Pattern.compile("(?:CREDIT|L/C|LC) (?:NUMBER|NO)\\b");

    private Article18Invoice() {}

    static List<Rule> rules() {
        return List.of(
                discrepancy(
                        "I01",
                        "UCP 600 art. 18(a)",
                        ":46A: / invoice type code",
                        Presented::invoiceIsPresenters,
                        Article18Invoice::type),
                discrepancy(
                        "I02",
                        "UCP 600 art. 18(a)(i)",
                        ":59: / invoice seller",
                        Presented::invoiceIsPresenters,
                        Article18Invoice::seller),
                discrepancy(
                        "I03",
                        "UCP 600 art. 18(a)(ii)",
                        ":50: / invoice buyer",
                        Presented::invoiceIsPresenters,
                        Article18Invoice::buyer),
                discrepancy(
                        "I05",
                        "UCP 600 art. 18(a)(iii)",
                        ":32B: / invoice currency",
                        Presented::invoiceIsPresenters,
                        Article18Invoice::currency),
                discrepancy(
                        "I07", "UCP 600 art. 18(b)", ":32B: / drawing", presented -> true, Article18Invoice::amount),
                advice(
                        "I08",
                        "UCP 600 art. 18(b)",
                        ":32B: / invoice total",
                        Presented::invoiceIsPresenters,
                        Article18Invoice::total),
                discrepancy(
                        "I14",
                        "ISBP 821 C8",
                        ":45A: / invoice delivery term",
                        Presented::invoiceIsPresenters,
                        Article18Invoice::tradeTerm),
                discrepancy(
                        "P19",
                        "UCP 600 art. 14(d); field 47A",
                        ":47A: / invoice credit number",
                        Presented::invoiceIsPresenters,
                        Article18Invoice::creditNumber));
    }

    private static Finding type(Presented presented) {
        String type = presented.invoice().typeCode();
        return Finding.that(
                INVOICES.contains(type),
                "commercial invoice",
                type,
                "Document type %s (UNTDID 1001) was presented as the commercial invoice".formatted(type));
    }

    private static Finding seller(Presented presented) {
        return name(
                presented.terms().parties().beneficiary(),
                presented.invoice().seller(),
                "The invoice is issued by %s, the beneficiary is %s");
    }

    private static Finding buyer(Presented presented) {
        return name(
                presented.terms().parties().applicant(),
                presented.invoice().buyer(),
                "The invoice is made out to %s, the applicant is %s");
    }

    private static Finding name(Trader named, NamedParty shown, String otherwise) {
        var agreement = Names.compare(named.name(), shown.name());
        if (named.lines().size() > 1) {
            // A long name runs on into the second line of the field.
            String two = named.name() + " " + named.lines().get(1);
            agreement = Names.compare(two, shown.name()) == Agreement.AGREES ? Agreement.AGREES : agreement;
        }
        return Finding.of(agreement, named.name(), shown.name(), otherwise.formatted(shown.name(), named.name()));
    }

    private static Finding currency(Presented presented) {
        String wanted = presented.terms().amount().currency();
        String found = presented.invoice().currency();
        return Finding.that(
                wanted.equals(found), wanted, found, "The invoice is in %s, the credit in %s".formatted(found, wanted));
    }

    private static Finding amount(Presented presented) {
        var drawing = presented.presentation().drawing();
        var available = presented.available();
        var maximum = presented.credit().maximum();
        String left = available.equals(maximum) ? available.toString() : available + " of " + maximum;
        return Finding.that(
                drawing.compareTo(available) <= 0,
                left,
                drawing,
                "%s is drawn, %s is available".formatted(drawing, left));
    }

    /** An invoice above the credit may be accepted if no more than the credit is drawn: the bank's choice. */
    private static Finding total(Presented presented) {
        var invoice = presented.invoice();
        var maximum = presented.credit().maximum();
        if (!invoice.currency().equals(maximum.currency())) {
            return Finding.notApplicable();
        }
        return Finding.that(
                invoice.grandTotal().compareTo(maximum.amount()) <= 0,
                maximum,
                invoice.total(),
                "The invoice is for %s, more than the credit's %s".formatted(invoice.total(), maximum));
    }

    private static Finding tradeTerm(Presented presented) {
        String goods = presented.terms().conditions().goods();
        var wanted = goods == null ? null : TradeTerm.find(goods).orElse(null);
        if (wanted == null) {
            return Finding.notApplicable();
        }
        var found = presented.invoice().tradeTerm();
        if (found == null) {
            return Finding.that(false, wanted, null, "The invoice does not show the trade term " + wanted);
        }
        String otherwise = "The invoice says %s, the credit %s".formatted(found, wanted);
        if (!wanted.code().equals(found.code())) {
            return Finding.that(false, wanted, found, otherwise);
        }
        String wantedPlace = wanted.place();
        String foundPlace = found.place();
        if (wantedPlace == null || foundPlace == null) {
            return Finding.of(wantedPlace == null ? Agreement.AGREES : Agreement.UNKNOWN, wanted, found, otherwise);
        }
        return Finding.of(Places.compare(wantedPlace, new Place(null, foundPlace)), wanted, found, otherwise);
    }

    private static Finding creditNumber(Presented presented) {
        String number = presented.terms().heading().number();
        String shown = presented.invoice().letterOfCreditReference();
        if (!asksForCreditNumber(presented.terms().conditions().additional())) {
            return Finding.notApplicable();
        }
        return Finding.that(
                number.equals(shown),
                number,
                shown,
                shown == null
                        ? "The invoice does not state the credit number " + number
                        : "The invoice states credit number %s, it is %s".formatted(shown, number));
    }

    /** Whether a sentence of field 47A has invoice, must state, credit number, in that order; read in one pass. */
    private static boolean asksForCreditNumber(@Nullable String conditions) {
        if (conditions == null) {
            return false;
        }
        String text = conditions.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        return Arrays.stream(text.split("[.+]")).anyMatch(sentence -> {
            var subject = WHICH_DOCUMENT.matcher(sentence);
            var verb = MUST_STATE.matcher(sentence);
            var number = CREDIT_NUMBER.matcher(sentence);
            return subject.find() && verb.find(subject.end()) && number.find(verb.end());
        });
    }
}
