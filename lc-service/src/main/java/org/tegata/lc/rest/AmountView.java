package org.tegata.lc.rest;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.Money;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** An amount of money on the wire. */
@Schema(name = "Amount")
public record AmountView(
        @Schema(example = "EUR") @Nullable String currency,
        @Schema(example = "250000.00") @Nullable String amount) {

    static AmountView of(Money money) {
        return new AmountView(money.currency(), money.amount().toPlainString());
    }

    /** Refuses (400) what is not a positive amount in a currency of ISO 4217, with that currency's decimals. */
    Money toMoney() {
        if (currency == null || amount == null || !amount.matches("[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            throw new Rejected(
                    RequestProblem.MALFORMED_REQUEST, "An amount is {\"currency\":\"EUR\",\"amount\":\"1.00\"}");
        }
        try {
            var money = new Money(currency, new BigDecimal(amount));
            if (money.isZero()) {
                throw new Rejected(RequestProblem.MALFORMED_REQUEST, "Nothing cannot be drawn");
            }
            return money;
        } catch (IllegalArgumentException unreadable) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "Not an amount: %s", unreadable.getMessage());
        }
    }
}
