package org.tegata.bl.domain;

/** Another service's type for {@code RulesBiteTest}; itself without fault. */
public record ABillThatNobodyMayKnow() {}
