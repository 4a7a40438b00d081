package org.tegata.rules.engine;

import org.jspecify.annotations.Nullable;
import org.tegata.rules.rule.Context;

/**
 * A rule that is broken by what is at a node, if an element above (or it itself) belongs to the rule's context.
 *
 * @param context whose rule it is
 * @param pattern the pattern of that context
 * @param levels how far above the element of the context is
 * @param attribute the attribute that must not be; null if the element itself must not be
 */
record Forbidden(
        Asking asking,
        Context<Object> context,
        int pattern,
        int levels,
        @Nullable String attribute) {}
