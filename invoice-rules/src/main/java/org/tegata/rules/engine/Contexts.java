package org.tegata.rules.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Doc;

/** The contexts of one pattern that may apply at a node, in order of precedence; the first that fits counts. */
record Contexts(int pattern, List<Candidate> candidates) {

    /** One context and its rules. */
    record Candidate(Context<Object> context, int book, List<Asking> rules) {

        private boolean fits(Part part, @Nullable Docs docs) {
            var when = context.when();
            if (when != null && !when.test(part)) {
                return false;
            }
            var atEnd = context.whenAtEnd();
            return atEnd == null || docs != null && atEnd.test(part, docs.of(book));
        }
    }

    /** What the books know of the whole document. */
    interface Docs {

        Doc<Object> of(int book);
    }

    /** The context that a part belongs to, or null. */
    @Nullable
    Candidate of(Part part, @Nullable Docs docs) {
        for (int i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            if (candidate.fits(part, docs)) {
                return candidate;
            }
        }
        return null;
    }
}
