package org.tegata.invoice.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount as written (UN/CEFACT {@code Amount. Type}).
 *
 * @param currency its own {@code currencyID}; without one it is in the invoice currency
 */
public record Amount(BigDecimal value, @Nullable String currency) {}
