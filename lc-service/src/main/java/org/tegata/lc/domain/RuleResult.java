package org.tegata.lc.domain;

import org.jspecify.annotations.Nullable;

/**
 * What one examination rule found.
 *
 * @param ruleId stable id of the rule
 * @param article the article or paragraph that it stands on
 * @param location the field of the credit and the part of the document that were compared
 * @param creditValue what the credit, or the other document, says
 * @param documentValue what the document says
 * @param message for a person, in one sentence
 * @param judgedBy the person who decided what the data could not; null when the data did
 */
public record RuleResult(
        String ruleId,
        String article,
        Ground ground,
        Result result,
        String location,
        @Nullable String creditValue,
        @Nullable String documentValue,
        String message,
        @Nullable String judgedBy) {

    /** Whether a failure can be a reason to refuse. */
    public enum Ground {
        /** A reason to refuse (UCP 600 art. 16). */
        DISCREPANCY,
        /** Worth knowing; never a reason to refuse. */
        ADVICE
    }

    /** Four values, not two: a rule that cannot decide says so. */
    public enum Result {
        PASS,
        FAIL,
        /** The credit does not ask for it. */
        NOT_APPLICABLE,
        /** The data do not decide it: a person does. */
        UNDETERMINED
    }

    public boolean isDiscrepancy() {
        return ground == Ground.DISCREPANCY && result == Result.FAIL;
    }

    public boolean needsPerson() {
        return ground == Ground.DISCREPANCY && result == Result.UNDETERMINED;
    }

    /** The same result, decided by a person. */
    public RuleResult judged(boolean complies, String person, String reason) {
        return new RuleResult(
                ruleId,
                article,
                ground,
                complies ? Result.PASS : Result.FAIL,
                location,
                creditValue,
                documentValue,
                reason.isBlank() ? message : reason,
                person);
    }
}
