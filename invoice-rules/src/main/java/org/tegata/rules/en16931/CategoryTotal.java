package org.tegata.rules.en16931;

import java.math.BigDecimal;

/** How often a VAT category is used, and what is taxed under it. */
final class CategoryTotal {

    int inLines;
    int inBreakdown;
    int inAllowances;

    final AmountSum lines = new AmountSum();
    final AmountSum charges = new AmountSum();
    final AmountSum allowances = new AmountSum();

    /** Lines and charges less allowances, each rounded to cents. */
    BigDecimal taxable() {
        return XPathNumbers.cents(lines.exact())
                .add(XPathNumbers.cents(charges.exact()))
                .subtract(XPathNumbers.cents(allowances.exact()));
    }

    /** The same of one VAT rate; for the category that is kept by rate. */
    BigDecimal taxable(BigDecimal rate) {
        return XPathNumbers.cents(lines.exact(rate))
                .add(XPathNumbers.cents(charges.exact(rate)))
                .subtract(XPathNumbers.cents(allowances.exact(rate)));
    }

    /** The same in doubles, as older versions reckoned. */
    double roughlyTaxable() {
        return XPathNumbers.cents(lines.rough())
                + XPathNumbers.cents(charges.rough())
                - XPathNumbers.cents(allowances.rough());
    }
}
