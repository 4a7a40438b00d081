package org.tegata.rules.en16931;

import org.tegata.rules.document.Element;

/** A sum of doubles in the order of the document; of nothing but negative zeros it is negative zero. */
final class DoubleSum {

    private double sum = -0.0;
    private boolean empty = true;

    void add(double number) {
        sum += number;
        empty = false;
    }

    /** Whether an amount is this sum, rounded to cents. */
    boolean is(Element amount) {
        return empty
                ? XPathNumbers.ZERO.test(amount)
                : XPathNumbers.same(XPathNumbers.number(amount), XPathNumbers.cents(sum));
    }

    /** The sum in cents, as people write it. */
    String shown() {
        return XPathNumbers.shown(XPathNumbers.cents(sum()));
    }

    double sum() {
        return empty ? 0 : sum;
    }
}
