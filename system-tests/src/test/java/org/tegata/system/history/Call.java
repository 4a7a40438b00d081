package org.tegata.system.history;

import org.jspecify.annotations.Nullable;

/**
 * One call of one client on one bill: an act if it has a statement, else a reading.
 *
 * @param client the process that called; it has one call open at a time
 * @param reader who read, if it was a reading
 * @param invoked before the first byte was sent
 * @param returned after the answer was understood; {@link #NEVER} if none came
 */
public record Call(
        int client,
        String bill,
        @Nullable Statement statement,
        @Nullable String reader,
        long invoked,
        long returned,
        Answer answer) {

    public static final long NEVER = Long.MAX_VALUE;

    public Call {
        if ((statement == null) == (reader == null)) {
            throw new IllegalArgumentException("a call is an act or a reading");
        }
        if (!answer.settles()) {
            returned = NEVER;
        }
    }

    public boolean isAct() {
        return statement != null;
    }

    /** The bill after the act, if its receipt came. */
    public @Nullable Seen done() {
        return answer instanceof Answer.Done done ? done.after() : null;
    }

    @Override
    public String toString() {
        String what = statement == null
                ? "read by " + reader
                : "%s by %s%s on %s (%s)"
                        .formatted(
                                statement.act(),
                                statement.actor(),
                                statement.recipient() == null ? "" : " to " + statement.recipient(),
                                brief(statement.head()),
                                brief(statement.key()));
        return "[%d..%s] client %d: %s -> %s"
                .formatted(invoked, returned == NEVER ? "?" : returned, client, what, answer);
    }

    private static String brief(String text) {
        return text.length() <= 12 ? text : text.substring(0, 12);
    }
}
