package org.tegata.lc.rest;

import org.tegata.bl.domain.ABillThatNobodyMayKnow;
import org.tegata.lc.xml.generated.ABinding;

/** Broken on purpose for {@code RulesBiteTest}: another service's type, and a generated binding outside the codec. */
public record ARestThatAsksOpenly(ABillThatNobodyMayKnow bill, ABinding binding) {}
