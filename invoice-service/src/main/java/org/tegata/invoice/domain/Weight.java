package org.tegata.invoice.domain;

import java.math.BigDecimal;

/**
 * A weight (UN/CEFACT {@code Measure. Type}).
 *
 * @param unit UN/ECE Recommendation 20, such as {@code KGM}
 */
public record Weight(BigDecimal value, String unit) {}
