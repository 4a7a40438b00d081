package org.tegata.lc.application;

import org.tegata.lc.store.AStoreThatKnowsRest;

/** Broken on purpose for {@code RulesBiteTest}: a use case that knows where things are kept. */
public record AUseCaseThatKnowsTheStore(AStoreThatKnowsRest store) {}
