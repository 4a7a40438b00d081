package org.tegata.lc.domain;

import com.fasterxml.jackson.databind.JsonNode;
import org.tegata.lc.store.AStoreThatKnowsRest;

/** Broken on purpose for {@code RulesBiteTest}: a framework in the domain, and a cycle with the store. */
public record ADomainThatKnowsJson(JsonNode node, AStoreThatKnowsRest store) {}
