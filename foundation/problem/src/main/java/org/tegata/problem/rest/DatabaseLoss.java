package org.tegata.problem.rest;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Tells trouble with the database that passes from a statement that is faulty for good, by SQLSTATE. */
public final class DatabaseLoss {

    /**
     * Lost or refused connections (08, 57P), short resources (53), a failing disk (58); and statements that lost
     * against others: serialization failure and deadlock (40), lock not available (55P03), statement timeout (57014).
     */
    private static final List<String> PASSING = List.of("08", "57P", "53", "58", "40", "55P03", "57014");

    private static final int MAX_DEPTH = 20;

    private DatabaseLoss() {}

    /** True when the same call may succeed later: one of these states, or a connection pool that has run dry. */
    public static boolean isCauseOf(Throwable thrown) {
        return anyCause(thrown, DatabaseLoss::isPassing, 0);
    }

    /** True when the database refused the values for what they are: unstorable (22) or against a constraint (23). */
    public static boolean isBadDataIn(Throwable thrown) {
        return anyCause(thrown, sql -> hasState(sql, "22") || hasState(sql, "23"), 0);
    }

    /** True when a text holds a character that the database cannot store, such as NUL. */
    static boolean isUnstorableTextIn(Throwable thrown) {
        return anyCause(thrown, sql -> hasState(sql, "22021") || hasState(sql, "22P05"), 0);
    }

    /** Looks at causes and at what was suppressed: a connection lost at the commit is told there. */
    private static boolean anyCause(Throwable thrown, Predicate<SQLException> fits, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        if (thrown instanceof SQLException sql && fits.test(sql)) {
            return true;
        }
        var cause = thrown.getCause();
        return (cause != null && anyCause(cause, fits, depth + 1))
                || Arrays.stream(thrown.getSuppressed()).anyMatch(each -> anyCause(each, fits, depth + 1));
    }

    private static boolean hasState(SQLException sql, String prefix) {
        return sql.getSQLState() != null && sql.getSQLState().startsWith(prefix);
    }

    private static boolean isPassing(SQLException sql) {
        if (sql instanceof SQLTransientException) {
            return true;
        }
        String state = sql.getSQLState();
        if (state == null) {
            // Agroal reports an exhausted or unreachable pool without a state.
            String message = sql.getMessage();
            return message != null && (message.contains("timeout") || message.contains("closed"));
        }
        return PASSING.stream().anyMatch(state::startsWith);
    }
}
