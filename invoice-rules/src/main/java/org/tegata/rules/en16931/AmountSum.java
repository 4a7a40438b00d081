package org.tegata.rules.en16931;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;

/**
 * The amounts of lines, charges or allowances, added up in two ways: exactly, and as doubles.
 *
 * <p>The schema lets each have several amounts. The exact sum takes the first, as the published rules either do or
 * cannot go on; their sums of doubles take all.
 */
final class AmountSum {

    private BigDecimal exact = BigDecimal.ZERO;
    private final DoubleSum rough = new DoubleSum();
    private final Map<BigDecimal, BigDecimal> byRate = new HashMap<>();

    /** Adds what one line, charge or allowance comes to; the amount counts under each VAT rate that it names. */
    void add(Element owner, Path amounts, @Nullable Name rated) {
        amounts.forEachIn(owner, amount -> rough.add(XPathNumbers.number(amount)));
        BigDecimal first = XPathNumbers.decimal(amounts.firstIn(owner));
        if (first != null) {
            exact = exact.add(first);
            if (rated != null) {
                addByRate(owner, first, rated);
            }
        }
    }

    /** A rate counts whether it stands with the category in question or beside it: so do the published rules. */
    private void addByRate(Element owner, BigDecimal amount, Name rated) {
        BigDecimal only = null;
        Set<BigDecimal> more = null;
        for (Element tax = owner.child(rated); tax != null; tax = tax.next()) {
            BigDecimal rate = tax.name() == rated ? XPathNumbers.decimal(tax.child(Cii.RATE)) : null;
            if (rate == null) {
                continue;
            }
            rate = rate.stripTrailingZeros();
            boolean first;
            if (only == null) {
                only = rate;
                first = true;
            } else {
                more = more == null ? new HashSet<>(Set.of(only)) : more;
                first = more.add(rate);
            }
            if (first) {
                byRate.merge(rate, amount, BigDecimal::add);
            }
        }
    }

    BigDecimal exact() {
        return exact;
    }

    /** Of those that name the rate. */
    BigDecimal exact(BigDecimal rate) {
        return byRate.getOrDefault(rate.stripTrailingZeros(), BigDecimal.ZERO);
    }

    double rough() {
        return rough.sum();
    }
}
