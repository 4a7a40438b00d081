package org.tegata.invoice.domain;

/**
 * The rules that found an invoice valid when it was accepted.
 *
 * @param ruleSet such as {@code en16931}
 * @param ruleSetVersion the publisher's own
 * @param release of the schema, such as {@code D16B}
 */
public record JudgedBy(String ruleSet, String ruleSetVersion, String release) {}
