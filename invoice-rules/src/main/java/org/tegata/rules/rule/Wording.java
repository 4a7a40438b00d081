package org.tegata.rules.rule;

/** A sentence in the two languages in which we speak. */
public record Wording(String en, String ja) {}
