package org.tegata.invoice.domain.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** The catalogue of our own rules: id, severity and what is demanded. Ids are never used again for another rule. */
public enum InvoiceRule {
    CURRENCY("TGT-INV-01", Severity.ERROR, "Every currency named is a currency of ISO 4217 in which one can pay."),
    DECIMALS("TGT-INV-02", Severity.ERROR, "No total has more decimals than its currency."),
    LINE_SUM("TGT-INV-03", Severity.ERROR, "The header's line total is the sum of the lines' totals."),
    ISSUE_DATE("TGT-INV-04", Severity.ERROR, "The issue date is a real day, written in the format it states."),
    COMPLETE(
            "TGT-INV-05",
            Severity.ERROR,
            "Number, type code, issue date, currency, names of seller and buyer, and one grand total are there."),
    LEI(
            "TGT-INV-06",
            Severity.ERROR,
            "A party identified under scheme 0199 has one Legal Entity Identifier, with right check digits."),
    READABLE("TGT-INV-07", Severity.ERROR, "Numbers and texts that others rely on are not longer than can be handled."),
    TAX_BASIS("TGT-INV-10", Severity.WARNING, "The tax basis is line total minus allowances plus charges."),
    GRAND_TOTAL("TGT-INV-11", Severity.WARNING, "The grand total is tax basis plus tax."),
    DUE_PAYABLE("TGT-INV-12", Severity.WARNING, "The amount due is grand total minus prepaid amount plus rounding."),
    TYPE_CODE("TGT-INV-13", Severity.WARNING, "The type code is one of an invoice or a credit note (UNTDID 1001)."),
    WEIGHT("TGT-INV-14", Severity.WARNING, "The net weight is not above the gross weight."),
    NAMED_PLACE("TGT-INV-15", Severity.WARNING, "An Incoterms rule is followed by its named place."),
    UNLOCODE("TGT-INV-16", Severity.WARNING, "A UN/LOCODE is a country code and three letters or digits 2 to 9."),
    HS_CODE("TGT-INV-17", Severity.WARNING, "A code of the Harmonized System has six to ten digits.");

    private final String id;
    private final Severity severity;
    private final String statement;

    InvoiceRule(String id, Severity severity, String statement) {
        this.id = id;
        this.severity = severity;
        this.statement = statement;
    }

    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** What the rule demands, in one sentence. */
    public String statement() {
        return statement;
    }

    Finding finding(String at, String message, @Nullable Object... args) {
        return new Finding(id, severity, at, String.format(Locale.ROOT, message, args));
    }
}
