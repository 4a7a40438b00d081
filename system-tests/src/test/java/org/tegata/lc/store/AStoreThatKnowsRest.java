package org.tegata.lc.store;

import org.tegata.lc.domain.ADomainThatKnowsJson;
import org.tegata.lc.rest.ARestThatAsksOpenly;

/** Broken on purpose for {@code RulesBiteTest}: an edge that sees another edge. */
public record AStoreThatKnowsRest(ARestThatAsksOpenly rest, ADomainThatKnowsJson[] domain) {}
