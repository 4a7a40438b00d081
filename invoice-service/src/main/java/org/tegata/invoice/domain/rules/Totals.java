package org.tegata.invoice.domain.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tegata.invoice.domain.Amount;
import org.tegata.invoice.domain.Currencies;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.invoice.domain.Located;
import org.tegata.problem.Finding;

/** How the totals of an invoice hang together (cf. EN 16931 BR-CO-10, 13, 15, 16). Each is asked only if it can be. */
final class Totals {

    private Totals() {}

    static Stream<Finding> sumOfLines(InvoiceDocument document) {
        var stated = one(document, document.totals().lineTotal());
        var totals = document.lines().stream()
                .map(line -> one(document, line.totals()))
                .toList();
        boolean grouped = document.lines().stream().anyMatch(InvoiceDocument.Line::partOfGroup);
        if (stated.isEmpty() || totals.isEmpty() || grouped || totals.stream().anyMatch(Optional::isEmpty)) {
            return Stream.empty();
        }
        var sum = totals.stream()
                .map(total -> total.orElseThrow().value().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return differs(InvoiceRule.LINE_SUM, document, stated.get(), sum, "the lines sum up to %s");
    }

    static Stream<Finding> taxBasis(InvoiceDocument document) {
        var totals = document.totals();
        var basis = one(document, totals.taxBasis());
        var lines = one(document, totals.lineTotal());
        if (basis.isEmpty() || lines.isEmpty()) {
            return Stream.empty();
        }
        var expected = lines.get()
                .value()
                .value()
                .subtract(valueOrZero(document, totals.allowanceTotal()))
                .add(valueOrZero(document, totals.chargeTotal()));
        return differs(
                InvoiceRule.TAX_BASIS, document, basis.get(), expected, "line total, allowances and charges give %s");
    }

    static Stream<Finding> grandTotal(InvoiceDocument document) {
        var totals = document.totals();
        var grand = one(document, totals.grandTotal());
        var basis = one(document, totals.taxBasis());
        if (grand.isEmpty() || basis.isEmpty()) {
            return Stream.empty();
        }
        var expected = basis.get().value().value().add(valueOrZero(document, totals.taxTotal()));
        return differs(InvoiceRule.GRAND_TOTAL, document, grand.get(), expected, "tax basis and tax give %s");
    }

    static Stream<Finding> duePayable(InvoiceDocument document) {
        var totals = document.totals();
        var due = one(document, totals.duePayable());
        var grand = one(document, totals.grandTotal());
        if (due.isEmpty() || grand.isEmpty()) {
            return Stream.empty();
        }
        var expected = grand.get()
                .value()
                .value()
                .subtract(valueOrZero(document, totals.prepaid()))
                .add(valueOrZero(document, totals.rounding()));
        return differs(
                InvoiceRule.DUE_PAYABLE, document, due.get(), expected, "grand total, prepayment and rounding give %s");
    }

    /** The one amount in the invoice currency; with none, or several, there is nothing to compare. */
    private static Optional<Located<Amount>> one(InvoiceDocument document, List<Located<Amount>> amounts) {
        var own = document.inInvoiceCurrency(amounts);
        return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }

    private static BigDecimal valueOrZero(InvoiceDocument document, List<Located<Amount>> amounts) {
        return document.inInvoiceCurrency(amounts).stream()
                .map(amount -> amount.value().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<Finding> differs(
            InvoiceRule rule, InvoiceDocument document, Located<Amount> stated, BigDecimal expected, String message) {
        String code = document.currency().value();
        int decimals = code == null ? 2 : Currencies.decimals(code).orElse(2);
        // Line totals may be finer than the currency; the sum is compared in whole units of it.
        var rounded = expected.setScale(decimals, RoundingMode.HALF_UP);
        var value = stated.value().value();
        return value.compareTo(rounded) == 0 || value.compareTo(expected) == 0
                ? Stream.empty()
                : Stream.of(rule.finding(
                        stated.at(),
                        "The amount is %s, but " + message,
                        value.toPlainString(),
                        rounded.toPlainString()));
    }
}
