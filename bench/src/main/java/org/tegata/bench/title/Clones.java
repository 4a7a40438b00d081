package org.tegata.bench.title;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Bills in masses: copies of one that was drafted and issued over HTTP, each with its own id, number and document, with
 * every signature in it made again. The register cannot tell them from those that it made itself.
 */
final class Clones {
    /** What the register reads when it decides on an act; neither documents nor events of long ago. */
    private static final List<String> TABLES = List.of("bills", "bill_entries", "bill_parties", "bill_numbers");

    static final String ID_START = "019a9a00-0000-7000-8000-";

    private static final int ID = 0;
    private static final int NUMBER = 1;
    private static final int DOCUMENT = 2;
    private static final int FIRST_HEAD = 3;
    private static final int HEAD = 4;
    private static final int FIRST_SEAL = 5;
    private static final int SEAL = 6;
    private static final int ACT = 7;
    private static final int WORDS = 8;
    private static final int ROWS_A_WRITE = 200;
    private static final int WRITERS = 2;

    private final Signing signing;
    private final Map<String, List<Mould>> rows = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Mould firstPayload;
    private final Mould payload;
    private final Mould act;

    /** Makes the signatures of a record again. */
    interface Signing {

        /** The register's, over an entry. */
        String seal(byte[] payload);

        /** The carrier's, over the statement with which it issues. */
        String act(byte[] statement);
    }

    /** Takes the bill apart that has that id, number and checksum of its document. */
    Clones(Connection connection, String id, String number, String document, Signing signing) throws SQLException {
        this.signing = signing;
        List<String> seals =
                texts(connection, "select seal from bill_entries where bill_id = '" + id + "' order by sequence");
        if (seals.size() != 2) {
            throw new SQLException("a bill that was drafted and issued has two entries, not " + seals.size());
        }
        String entry = payload(seals.get(1));
        String issue = quotedAfter(entry, "\"signedAct\":\"");
        List<String> words = List.of(
                id, number, document, sha256(seals.get(0)), sha256(seals.get(1)), seals.get(0), seals.get(1), issue);
        firstPayload = new Mould(payload(seals.get(0)), words);
        payload = new Mould(entry, words);
        act = new Mould(payload(issue), words);
        for (String table : TABLES) {
            String key = table.equals("bills") ? "id" : "bill_id";
            String names = String.join(
                    ",",
                    texts(
                            connection,
                            "select column_name from information_schema.columns where table_schema = 'public'"
                                    + " and table_name = '" + table
                                    + "' and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position"));
            columns.put(table, names);
            rows.put(
                    table,
                    moulds(
                            connection,
                            "select " + names + " from " + table + " where " + key + " = '" + id + "'",
                            words));
        }
    }

    /** The id of the n-th copy: a UUID of version 7 (RFC 9562 section 5.7) of a time gone by, in the order of n. */
    static String id(long n) {
        return String.format(Locale.ROOT, "%s%012x", ID_START, n);
    }

    /** Writes the copies from one number up to another, by COPY. */
    void write(Database database, long from, long to) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            long share = (to - from + WRITERS - 1) / WRITERS;
            for (long start = from; start < to; start += share) {
                long first = start;
                work.add(() -> {
                    copy(database, first, Math.min(to, first + share));
                    return null;
                });
            }
            for (Future<Void> each : pool.invokeAll(work)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("cannot write bills: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private void copy(Database database, long from, long to) throws SQLException {
        // Rows of a few hundred bills for each table in turn: four streams, a connection each.
        Map<String, Connection> connections = new LinkedHashMap<>();
        Map<String, CopyIn> streams = new LinkedHashMap<>();
        try {
            for (String table : TABLES) {
                Connection connection = database.connect();
                connections.put(table, connection);
                try (Statement statement = connection.createStatement()) {
                    // The rows fit together by construction: foreign keys need not be looked up for each.
                    statement.execute("set session_replication_role = replica");
                }
                streams.put(
                        table,
                        new CopyManager(connection.unwrap(BaseConnection.class))
                                .copyIn("copy " + table + " (" + columns.get(table) + ") from stdin"));
            }
            for (long n = from; n < to; n += ROWS_A_WRITE) {
                write(streams, n, Math.min(to, n + ROWS_A_WRITE));
            }
            for (CopyIn stream : streams.values()) {
                stream.endCopy();
            }
        } finally {
            for (Connection connection : connections.values()) {
                connection.close();
            }
        }
    }

    private void write(Map<String, CopyIn> streams, long from, long to) throws SQLException {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        TABLES.forEach(table -> texts.put(table, new StringBuilder()));
        for (long n = from; n < to; n++) {
            String[] values = values(n);
            texts.forEach(
                    (table, text) -> rows.getOrDefault(table, List.of()).forEach(row -> text.append(row.fill(values))));
        }
        for (Map.Entry<String, CopyIn> stream : streams.entrySet()) {
            byte[] bytes = String.valueOf(texts.get(stream.getKey())).getBytes(StandardCharsets.UTF_8);
            stream.getValue().writeToCopy(bytes, 0, bytes.length);
        }
    }

    private String[] values(long n) {
        String[] values = new String[WORDS];
        values[ID] = id(n);
        values[NUMBER] = String.format(Locale.ROOT, "BENCH%012d", n);
        values[DOCUMENT] = String.format(Locale.ROOT, "%064x", n);
        values[FIRST_SEAL] = signing.seal(bytes(firstPayload.fill(values)));
        values[FIRST_HEAD] = sha256(values[FIRST_SEAL]);
        values[ACT] = signing.act(bytes(act.fill(values)));
        values[SEAL] = signing.seal(bytes(payload.fill(values)));
        values[HEAD] = sha256(values[SEAL]);
        return values;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Mould> moulds(Connection connection, String query, List<String> words) throws SQLException {
        List<Mould> moulds = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            int count = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= count; i++) {
                    cells.add(cell(found.getString(i)));
                }
                moulds.add(new Mould(cells.stream().collect(Collectors.joining("\t", "", "\n")), words));
            }
        }
        return moulds;
    }

    /** In COPY's text format (PostgreSQL documentation, "COPY"). */
    private static String cell(@Nullable String value) {
        return value == null
                ? "\\N"
                : value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }

    static String payload(String jws) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    static String quotedAfter(String text, String mark) {
        int at = text.indexOf(mark);
        if (at < 0) {
            throw new IllegalArgumentException("no " + mark + " in " + text);
        }
        int from = at + mark.length();
        return text.substring(from, text.indexOf('"', from));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
