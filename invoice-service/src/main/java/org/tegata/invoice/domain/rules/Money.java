package org.tegata.invoice.domain.rules;

import java.util.stream.Stream;
import org.tegata.invoice.domain.Amount;
import org.tegata.invoice.domain.Currencies;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.invoice.domain.Located;
import org.tegata.problem.Finding;

/** Currencies and their decimals (ISO 4217). */
final class Money {

    private Money() {}

    static Stream<Finding> currencies(InvoiceDocument document) {
        var currency = document.currency();
        var header = currency.value() == null || isCurrency(currency.value())
                ? Stream.<Finding>empty()
                : Stream.of(InvoiceRule.CURRENCY.finding(
                        currency.at(), "%s is not a currency in which one can pay", currency.value()));
        var own = amounts(document)
                .filter(amount -> {
                    String code = amount.value().currency();
                    return code != null && !isCurrency(code);
                })
                .map(amount -> InvoiceRule.CURRENCY.finding(
                        amount.at(),
                        "%s is not a currency in which one can pay",
                        amount.value().currency()));
        return Stream.concat(header, own);
    }

    static Stream<Finding> decimals(InvoiceDocument document) {
        // Totals only: a price may be finer than the currency, and a line's total is rounded by the sum over all.
        return document.totals().all().flatMap(amount -> {
            String own = amount.value().currency();
            String code = own == null ? document.currency().value() : own;
            int allowed =
                    code == null ? Integer.MAX_VALUE : Currencies.decimals(code).orElse(Integer.MAX_VALUE);
            int written =
                    Math.max(0, amount.value().value().stripTrailingZeros().scale());
            return written <= allowed
                    ? Stream.empty()
                    : Stream.of(InvoiceRule.DECIMALS.finding(
                            amount.at(), "%s has %d decimals, this amount has %d", code, allowed, written));
        });
    }

    private static Stream<Located<Amount>> amounts(InvoiceDocument document) {
        return Stream.concat(
                document.lines().stream().flatMap(line -> line.totals().stream()),
                document.totals().all());
    }

    private static boolean isCurrency(String code) {
        return Currencies.decimals(code).isPresent();
    }
}
