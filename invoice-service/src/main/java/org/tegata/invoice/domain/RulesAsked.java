package org.tegata.invoice.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By what a caller wants a document to be judged.
 *
 * @param ruleSet {@code id} or {@code id:version}; null to let the document's guideline choose
 * @param on the day on which the rules are in force, where no version is named; null for today
 */
public record RulesAsked(@Nullable String ruleSet, @Nullable LocalDate on) {

    /** The caller leaves it to us. */
    public static final RulesAsked NOTHING = new RulesAsked(null, null);
}
