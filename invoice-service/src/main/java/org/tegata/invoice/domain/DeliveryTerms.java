package org.tegata.invoice.domain;

import org.jspecify.annotations.Nullable;

/**
 * The Incoterms rule (ICC) and its named place.
 *
 * @param code such as {@code CIF}
 */
public record DeliveryTerms(String code, @Nullable String place) {}
