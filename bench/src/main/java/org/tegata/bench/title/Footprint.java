package org.tegata.bench.title;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What acts leave in PostgreSQL, each of them: rows by table, versions of bills, and WAL (pg_stat_wal), of which
 * full-page images after a checkpoint are told apart.
 */
record Footprint(Map<String, Double> rows, double versions, double walRecords, double walPages, double walBytes) {
    /** More than this would be a row that only one of the two writes. */
    private static final double TOLERANCE = 0.02;

    /** What a database holds, and what its server has logged, now. */
    static Footprint now(Database database) throws SQLException {
        Map<String, Double> rows = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("select relname from pg_stat_user_tables")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            // Where the relay keeps its place is no row of an act.
            tables.removeIf(table -> table.startsWith("outbox_"));
            for (String table : tables) {
                rows.put(table, number(statement, "select count(*) from " + table));
            }
            return new Footprint(
                    rows,
                    number(statement, "select sum(version) from bills"),
                    number(statement, "select wal_records from pg_stat_wal"),
                    number(statement, "select wal_fpi from pg_stat_wal"),
                    number(statement, "select wal_bytes from pg_stat_wal"));
        }
    }

    private static double number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }

    /** What each of so many acts has left since. */
    Footprint since(Footprint before, long acts) {
        Map<String, Double> each = new TreeMap<>();
        rows.forEach((table, count) -> {
            double added = (count - before.rows.getOrDefault(table, 0.0)) / acts;
            if (added > TOLERANCE) {
                each.put(table, Math.rint(added * 100) / 100);
            }
        });
        return new Footprint(
                each,
                (versions - before.versions) / acts,
                (walRecords - before.walRecords) / acts,
                (walPages - before.walPages) / acts,
                (walBytes - before.walBytes) / acts);
    }

    /** Whether both write the same number of rows into the same tables, and move as many versions. */
    boolean sameRows(Footprint other) {
        return rows.keySet().equals(other.rows.keySet())
                && rows.keySet().stream()
                        .allMatch(table -> Math.abs(rows.getOrDefault(table, 0.0) - other.rows.getOrDefault(table, 0.0))
                                <= TOLERANCE)
                && Math.abs(versions - other.versions) <= TOLERANCE;
    }

    /** One line for people. */
    String text() {
        return String.format(
                Locale.ROOT,
                "rows %s, versions moved %.2f, WAL %.1f records, %,.0f bytes (%.2f full pages)",
                rows,
                versions,
                walRecords,
                walBytes,
                walPages);
    }
}
