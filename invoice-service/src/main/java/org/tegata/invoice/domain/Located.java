package org.tegata.invoice.domain;

/**
 * A value and where in the document it stands, so that a rule can point at it.
 *
 * @param at an XPath with positions
 */
public record Located<T>(String at, T value) {}
