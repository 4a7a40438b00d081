package org.tegata.lc.domain.rules;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.RuleResult;
import org.tegata.lc.domain.RuleResult.Ground;
import org.tegata.lc.domain.RuleResult.Result;

/**
 * One rule of the examination, as a named value.
 *
 * @param id stable
 * @param article what it stands on
 * @param location what it compares
 * @param needs the documents that must be the presenter's own before their data are looked at
 */
record Rule(
        String id,
        String article,
        Ground ground,
        String location,
        Predicate<Presented> needs,
        Function<Presented, Finding> check) {

    /** A rule whose failure is a discrepancy. */
    static Rule discrepancy(
            String id,
            String article,
            String location,
            Predicate<Presented> needs,
            Function<Presented, Finding> check) {
        return new Rule(id, article, Ground.DISCREPANCY, location, needs, check);
    }

    /** A rule whose failure is told, and never a reason to refuse. */
    static Rule advice(
            String id,
            String article,
            String location,
            Predicate<Presented> needs,
            Function<Presented, Finding> check) {
        return new Rule(id, article, Ground.ADVICE, location, needs, check);
    }

    RuleResult apply(Presented presented) {
        var found = needs.test(presented) ? check.apply(presented) : Finding.notApplicable();
        return new RuleResult(
                id,
                article,
                ground,
                found.result,
                location,
                found.creditValue,
                found.documentValue,
                found.message,
                null);
    }

    /** What the check of a rule says. */
    record Finding(
            Result result,
            @Nullable String creditValue,
            @Nullable String documentValue,
            String message) {

        static Finding notApplicable() {
            return new Finding(Result.NOT_APPLICABLE, null, null, "The credit does not ask for it");
        }

        /** Passes when it holds, else fails; both values are told either way. */
        static Finding that(boolean holds, Object creditValue, @Nullable Object documentValue, String otherwise) {
            return of(holds ? Result.PASS : Result.FAIL, creditValue, documentValue, otherwise);
        }

        static Finding unknown(Object creditValue, @Nullable Object documentValue, String why) {
            return of(Result.UNDETERMINED, creditValue, documentValue, why);
        }

        static Finding of(Agreement agreement, Object creditValue, @Nullable Object documentValue, String otherwise) {
            return switch (agreement) {
                case AGREES -> of(Result.PASS, creditValue, documentValue, otherwise);
                case CONFLICTS -> of(Result.FAIL, creditValue, documentValue, otherwise);
                case UNKNOWN -> unknown(creditValue, documentValue, "To be compared by a person: " + otherwise);
            };
        }

        private static Finding of(Result result, Object creditValue, @Nullable Object documentValue, String message) {
            return new Finding(
                    result,
                    creditValue.toString(),
                    documentValue == null ? null : documentValue.toString(),
                    result == Result.PASS ? "No conflict" : message);
        }
    }
}
