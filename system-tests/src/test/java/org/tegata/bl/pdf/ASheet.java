package org.tegata.bl.pdf;

/** For {@code RulesBiteTest}; itself without fault. */
public record ASheet() {}
