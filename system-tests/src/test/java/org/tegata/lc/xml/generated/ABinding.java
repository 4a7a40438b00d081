package org.tegata.lc.xml.generated;

/** Stands for a generated class in {@code RulesBiteTest}. */
public record ABinding() {}
