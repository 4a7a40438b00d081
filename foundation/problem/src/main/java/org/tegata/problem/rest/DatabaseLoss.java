package org.tegata.problem.rest;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Tells a lost database from a faulty statement, by SQLSTATE class. */
public final class DatabaseLoss {

    private DatabaseLoss() {}

    /** True for a lost or refused connection (08, 57P), short resources (53), a failing disk (58), or a dry pool. */
    public static boolean isCauseOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql && isLoss(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLoss(SQLException sql) {
        String state = sql.getSQLState();
        if (state == null) {
            // Agroal reports an exhausted or unreachable pool without a state.
            String message = sql.getMessage();
            return message != null && (message.contains("timeout") || message.contains("closed"));
        }
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || state.startsWith("58");
    }
}
