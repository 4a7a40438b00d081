package org.tegata.bl.application;

import org.tegata.bl.pdf.ASheet;

/** Broken on purpose for {@code RulesBiteTest}. */
public record AUseCaseThatPrints(ASheet sheet) {}
