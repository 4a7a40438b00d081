package org.tegata.rules.rule;

import org.tegata.rules.document.Element;

/**
 * The whole document at its end: everything but the lines, and what the rule book has gathered of the lines.
 *
 * @param root {@code rsm:CrossIndustryInvoice}, without its lines
 * @param tally what the rule book's gatherers have noted
 */
public record Doc<T>(Element root, T tally) {}
