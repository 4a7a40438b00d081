package org.tegata.bench.title;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether the database holds exactly the acts that were receipted: no more, no fewer. */
final class Accounts {
    /** Bills begin at version 2: drafted and issued. */
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("versions of bills", "select coalesce(sum(version - 2), 0) from bills");
        QUERIES.put("entries", "select count(*) from bill_entries where sequence > 2");
        QUERIES.put("events", "select count(*) from outbox where sequence > 2");
        QUERIES.put("idempotency keys", "select count(*) from idempotency");
    }

    private final Database database;
    private final double keysBefore;

    /** Before the first act. */
    Accounts(Database database) throws SQLException {
        this.database = database;
        this.keysBefore = database.number(QUERIES.getOrDefault("idempotency keys", ""));
    }

    void check(long acknowledged) throws IOException, SQLException {
        for (Map.Entry<String, String> account : QUERIES.entrySet()) {
            double before = account.getKey().equals("idempotency keys") ? keysBefore : 0;
            long found = (long) (database.number(account.getValue()) - before);
            if (found != acknowledged) {
                throw new IOException(
                        acknowledged + " acts were receipted, but the database has " + found + " " + account.getKey());
            }
        }
    }
}
