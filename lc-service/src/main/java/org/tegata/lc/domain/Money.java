package org.tegata.lc.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in one currency, in that currency's minor units (ISO 4217).
 *
 * @param currency ISO 4217 code
 * @param amount never negative
 */
public record Money(String currency, BigDecimal amount) implements Comparable<Money> {

    public Money {
        int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("an amount is never negative: " + amount);
        }
        if (amount.stripTrailingZeros().scale() > decimals) {
            throw new IllegalArgumentException(currency + " has " + decimals + " decimals: " + amount);
        }
        amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    /** Nothing, in this currency. */
    public static Money zero(String currency) {
        return new Money(currency, BigDecimal.ZERO);
    }

    public Money plus(Money other) {
        return new Money(currency, amount.add(same(other).amount));
    }

    /** Throws when less than nothing would be left: an available amount is never negative. */
    public Money minus(Money other) {
        return new Money(currency, amount.subtract(same(other).amount));
    }

    /** This amount and so many per cent more, rounded down to the minor unit: nobody may draw a fraction of it. */
    public Money plusPercent(int percent) {
        var more = amount.multiply(BigDecimal.valueOf(percent)).divide(BigDecimal.valueOf(100));
        return new Money(currency, amount.add(more.setScale(amount.scale(), RoundingMode.DOWN)));
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    @Override
    public String toString() {
        return currency + " " + amount.toPlainString();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("two currencies: " + currency + " and " + other.currency);
        }
        return other;
    }
}
