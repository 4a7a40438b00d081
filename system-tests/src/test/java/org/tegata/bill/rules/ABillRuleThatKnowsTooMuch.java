package org.tegata.bill.rules;

import org.tegata.bill.mapping.Unsaid;
import org.tegata.bl.domain.ABillThatNobodyMayKnow;

/** Broken on purpose for {@code RulesBiteTest}: a service's type, and the mapping to the other language. */
public record ABillRuleThatKnowsTooMuch(ABillThatNobodyMayKnow bill, Unsaid unsaid) {}
