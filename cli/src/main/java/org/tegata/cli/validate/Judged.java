package org.tegata.cli.validate;

import org.jspecify.annotations.Nullable;

/**
 * What became of one document: a verdict, or the reason why there is none.
 *
 * @param name of the document, as {@link Source#name()}
 * @param verdict null if there is none
 * @param refusal null if there is a verdict
 * @param accepted by the caller's policy
 * @param nanos how long it took
 */
public record Judged(
        String name, @Nullable Verdict verdict, @Nullable Refusal refusal, boolean accepted, long nanos) {

    static Judged with(Source source, Verdict verdict, boolean accepted, long nanos) {
        return new Judged(source.name(), verdict, null, accepted, nanos);
    }

    static Judged without(Source source, Refusal refusal, long nanos) {
        return new Judged(source.name(), null, refusal, false, nanos);
    }

    /** {@code valid}, {@code invalid} or {@code unreadable}. */
    public String word() {
        if (verdict == null) {
            return "unreadable";
        }
        return verdict.valid() ? "valid" : "invalid";
    }

    public double millis() {
        return nanos / 1e6;
    }
}
