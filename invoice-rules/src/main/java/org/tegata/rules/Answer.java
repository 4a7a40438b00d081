package org.tegata.rules;

import java.util.IdentityHashMap;
import java.util.Map;
import org.tegata.rules.rule.RuleBook;

/** A verdict, and what the rule books noted of the document on the way. */
public final class Answer {

    private final Verdict verdict;
    private final Map<RuleBook<?>, Object> tallies;

    Answer(Verdict verdict, Map<RuleBook<?>, Object> tallies) {
        this.verdict = verdict;
        this.tallies = new IdentityHashMap<>(tallies);
    }

    public Verdict verdict() {
        return verdict;
    }

    /** What that book noted; complete only if the schema found nothing. */
    @SuppressWarnings("unchecked") // made by this book's own supplier
    public <T> T tally(RuleBook<T> book) {
        Object tally = tallies.get(book);
        if (tally == null) {
            throw new IllegalArgumentException("not asked: " + book.id());
        }
        return (T) tally;
    }
}
