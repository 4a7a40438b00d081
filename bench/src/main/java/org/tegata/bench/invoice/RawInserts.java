package org.tegata.bench.invoice;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tegata.bench.Figures;
import org.tegata.cli.platform.SoloService;

/** What bounds POST /invoices: PostgreSQL taking the very same rows, in one statement an invoice, from bare JDBC. */
final class RawInserts {
    private static final int INVOICES = 6_000;

    /** Which column of which table says to which invoice a row belongs. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("invoice", "id");
        TABLES.put("invoice_document", "invoice_id");
        TABLES.put("invoice_reader", "invoice_id");
        TABLES.put("outbox", "subject");
        TABLES.put("idempotency", "resource_id");
    }

    private final Figures figures;
    private final double seconds;

    RawInserts(Figures figures, double seconds) {
        this.figures = figures;
        this.seconds = seconds;
    }

    void run(SoloService solo, int connections) throws Exception {
        figures.progress("the same rows by bare JDBC, the service stopped");
        solo.stop();
        List<Connection> open = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try {
            for (int i = 0; i < connections; i++) {
                open.add(DriverManager.getConnection(solo.jdbcUrl(), solo.databaseUser(), solo.databasePassword()));
            }
            String statement = prepare(open.get(0));
            List<Object[]> invoices = rows(open.get(0));
            AtomicInteger next = new AtomicInteger();
            long cpu = solo.databaseCpu().toNanos();
            long began = System.nanoTime();
            long end = began + (long) (seconds * 1e9);
            List<Callable<Void>> work = new ArrayList<>();
            for (Connection connection : open) {
                work.add(() -> insert(connection, statement, invoices, next, end));
            }
            for (Future<Void> each : pool.invokeAll(work)) {
                each.get();
            }
            double took = (System.nanoTime() - began) / 1e9;
            int inserted = Math.min(next.get(), invoices.size());
            figures.row(
                    "%,d invoices into %d tables, one statement each: %,.0f/s, PG %.0f us each",
                    inserted,
                    TABLES.size(),
                    inserted / took,
                    (solo.databaseCpu().toNanos() - cpu) / 1e3 / inserted);
            figures.context("http-ceiling-raw-inserts-per-s", inserted / took);
        } finally {
            pool.shutdownNow();
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    private static @Nullable Void insert(
            Connection connection, String statement, List<Object[]> invoices, AtomicInteger next, long end)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            for (int i = next.getAndIncrement();
                    i < invoices.size() && System.nanoTime() < end;
                    i = next.getAndIncrement()) {
                Object[] values = invoices.get(i);
                for (int at = 0; at < values.length; at++) {
                    insert.setObject(at + 1, values[at]);
                }
                insert.executeUpdate();
            }
        }
        return null;
    }

    /** Copies of the tables, with their indexes and checks; and the one statement that fills them. */
    private static String prepare(Connection connection) throws SQLException {
        List<String> inserts = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema raw");
            for (String table : TABLES.keySet()) {
                statement.execute("create table raw." + table + " (like public." + table + " including all)");
                List<String> columns = columns(connection, table);
                inserts.add("insert into raw." + table + " (" + String.join(",", columns) + ") values ("
                        + columns.stream().map(column -> "?").collect(Collectors.joining(",")) + ")");
            }
        }
        StringBuilder all = new StringBuilder("with ");
        for (int i = 0; i < inserts.size() - 1; i++) {
            all.append(i == 0 ? "" : ", ")
                    .append("t")
                    .append(i)
                    .append(" as (")
                    .append(inserts.get(i))
                    .append(')');
        }
        return all.append(' ').append(inserts.get(inserts.size() - 1)).toString();
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select column_name from information_schema.columns where table_schema = 'public' and table_name = ?"
                        + " and is_identity = 'NO' order by ordinal_position")) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    columns.add(found.getString(1));
                }
            }
        }
        return columns;
    }

    /** The values of the newest invoices, in the order of the statement's places. */
    private static List<Object[]> rows(Connection connection) throws SQLException {
        Map<UUID, List<Object>> byInvoice = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select id from invoice order by id desc limit " + INVOICES)) {
            while (found.next()) {
                byInvoice.put(found.getObject(1, UUID.class), new ArrayList<>());
            }
        }
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            String columns = String.join(",", columns(connection, table.getKey()));
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select " + table.getValue() + "," + columns + " from "
                            + table.getKey() + " where " + table.getValue() + " in (select id from invoice order by id"
                            + " desc limit " + INVOICES + ")")) {
                ResultSetMetaData shape = found.getMetaData();
                while (found.next()) {
                    List<Object> values = byInvoice.get(found.getObject(1, UUID.class));
                    for (int i = 2; values != null && i <= shape.getColumnCount(); i++) {
                        values.add(found.getObject(i));
                    }
                }
            }
        }
        int most = byInvoice.values().stream().mapToInt(List::size).max().orElse(0);
        // Only those with the usual number of rows fit the statement.
        return byInvoice.values().stream()
                .filter(values -> values.size() == most)
                .map(List::toArray)
                .toList();
    }
}
