package org.tegata.rules.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.uncefact.Currencies;

/**
 * The document's totals (EN 16931 BG-22) in the invoice currency, noted once: D22B allows any number of them, and to
 * look for the others from each would take the square of that.
 */
final class Totals {

    static final Name LINES = Name.of("ram:LineTotalAmount");
    static final Name CHARGES = Name.of("ram:ChargeTotalAmount");
    static final Name ALLOWANCES = Name.of("ram:AllowanceTotalAmount");
    static final Name TAX_BASIS = Name.of("ram:TaxBasisTotalAmount");
    static final Name TAX = Name.of("ram:TaxTotalAmount");
    static final Name ROUNDING = Name.of("ram:RoundingAmount");
    static final Name GRAND = Name.of("ram:GrandTotalAmount");
    static final Name PREPAID = Name.of("ram:TotalPrepaidAmount");
    static final Name DUE = Name.of("ram:DuePayableAmount");

    static final Set<Name> ALL =
            Set.copyOf(List.of(LINES, CHARGES, ALLOWANCES, TAX_BASIS, TAX, ROUNDING, GRAND, PREPAID, DUE));

    private @Nullable String currency;
    private final Map<Name, Kind> kinds = new HashMap<>();

    /** How many totals of a kind there are, and what they are together. */
    private record Kind(int count, BigDecimal sum) {

        Kind plus(Kind other) {
            return new Kind(count + other.count, sum.add(other.sum));
        }
    }

    /** Has a book note them; the schema puts the currency before the totals. */
    static <T> void gather(RuleBook<T> book, Function<T, Totals> totals) {
        book.gather(
                Where.SETTLEMENT + "/ram:InvoiceCurrencyCode",
                (tally, code) -> totals.apply(tally).currency = Read.text(code));
        book.gather(
                Where.SUMMATION + "/ram:*Amount",
                (tally, amount) -> totals.apply(tally).add(amount));
    }

    private void add(Element amount) {
        if (ALL.contains(amount.name()) && has(amount)) {
            kinds.merge(amount.name(), new Kind(1, value(amount)), Kind::plus);
        }
    }

    /** The invoice currency (BT-5). */
    @Nullable
    String currency() {
        return currency;
    }

    /** The currency of an amount of the header: its own, or else the invoice's. */
    @Nullable
    String currencyOf(Element amount) {
        String own = Read.attribute(amount, "currencyID");
        return own == null ? currency : own;
    }

    /** Whether an amount has no more decimals than its currency. */
    boolean isPayable(Element amount) {
        return value(amount).stripTrailingZeros().scale() <= decimals(currencyOf(amount), Integer.MAX_VALUE);
    }

    /** What {@link #isPayable} asks, in words. */
    String decimalsAllowed(Element amount) {
        String code = currencyOf(amount);
        return "at most %d decimals (%s)".formatted(decimals(code, Integer.MAX_VALUE), code);
    }

    private static int decimals(@Nullable String currency, int unknown) {
        return currency == null ? unknown : Currencies.decimals(currency).orElse(unknown);
    }

    /** Whether it is in the invoice currency. */
    private boolean has(Element amount) {
        String own = Read.attribute(amount, "currencyID");
        return own == null || own.equals(currency);
    }

    /** Whether it is the one of its kind in the invoice currency; with several, nothing could be compared. */
    boolean isOne(Element total) {
        return has(total) && count(total.name()) == 1;
    }

    int count(Name kind) {
        var known = kinds.get(kind);
        return known == null ? 0 : known.count;
    }

    /** The one total of that kind; null with none, or several. */
    @Nullable
    BigDecimal one(Name kind) {
        var known = kinds.get(kind);
        return known == null || known.count != 1 ? null : known.sum;
    }

    /** All totals of that kind, added up. */
    BigDecimal sum(Name kind) {
        var known = kinds.get(kind);
        return known == null ? BigDecimal.ZERO : known.sum;
    }

    /** The amount; what is too long to count with (TGT-INV-07) is taken as nothing. */
    static BigDecimal value(Element amount) {
        var value = Read.number(amount);
        return value == null ? BigDecimal.ZERO : value;
    }

    /** In whole units of the currency: amounts of lines may be finer than it, sums are compared in what can be paid. */
    BigDecimal payable(BigDecimal amount) {
        return amount.setScale(decimals(currency, 2), RoundingMode.HALF_UP);
    }

    boolean agree(BigDecimal stated, BigDecimal expected) {
        return stated.compareTo(expected) == 0 || stated.compareTo(payable(expected)) == 0;
    }
}
