package org.tegata.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * One PostgreSQL 18 server on a local port, a child process of this JVM, with durable commits.
 *
 * <p>An orphan left by a killed owner is removed when a server starts again on the same folder.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    // java.util.logging keeps loggers by weak reference only
    private static final Logger LIBRARY = Logger.getLogger("io.zonky");

    private static final long LEAST_FREE_BYTES = 300L * 1024 * 1024;

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts on a free port. The folder is created if absent, and kept when the server stops. */
    public static EmbeddedPostgres start(Path dataDirectory) {
        return start(dataDirectory, 0);
    }

    /** Starts on the given port (0: any free one). */
    public static EmbeddedPostgres start(Path dataDirectory, int port) {
        LIBRARY.setLevel(Level.WARNING);
        try {
            Files.createDirectories(dataDirectory);
            requireSpace(dataDirectory);
            Path log = dataDirectory.resolveSibling(dataDirectory.getFileName() + ".log");
            Builder builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setDataDirectory(dataDirectory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    // The library relaxes commits for tests; what we show about durability must hold with a real one.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("max_connections", "300");
            if (port > 0) {
                builder.setPort(port);
            }
            return new EmbeddedPostgres(builder.start());
        } catch (IOException | RuntimeException e) {
            throw e instanceof InfraUnavailable known ? known : new InfraUnavailable(explain(dataDirectory, e), e);
        }
    }

    /** The JDBC URL of one database of this server; user and password are {@code postgres}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    public String username() {
        return "postgres";
    }

    public String password() {
        return "postgres";
    }

    public int port() {
        return server.getPort();
    }

    /** Creates the database unless it is there; returns its JDBC URL. */
    public String createDatabase(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.executeUpdate("create database " + name);
            }
            return jdbcUrl(name);
        } catch (SQLException e) {
            throw new InfraUnavailable("cannot create the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** The server's process id, for tests that take the database away. */
    public long pid() {
        return server.getProcess() == null ? -1 : server.getProcess().pid();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new InfraUnavailable("PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }

    private static void requireSpace(Path directory) throws IOException {
        FileStore store = Files.getFileStore(directory);
        if (store.getUsableSpace() < LEAST_FREE_BYTES) {
            throw new InfraUnavailable(
                    "only " + store.getUsableSpace() / (1024 * 1024) + " MB are free where " + directory
                            + " lies; PostgreSQL and Kafka need 300 MB. Free some space and start again.",
                    new IOException("disk full"));
        }
    }

    private static String explain(Path directory, Exception e) {
        StringBuilder chain = new StringBuilder();
        for (Throwable t = e; t != null; t = t.getCause()) {
            chain.append(t.getMessage()).append(' ');
        }
        String text = chain.toString();
        if (text.contains("initdb") && "root".equals(System.getProperty("user.name"))) {
            return "PostgreSQL refuses to run as root, and this container does not allow `unshare` either: "
                    + "start again as an ordinary user (for instance: setpriv --reuid=1000 --clear-groups ...).";
        }
        if (text.contains("initdb")) {
            return "PostgreSQL could not prepare its data folder " + directory
                    + " (initdb failed): check that the folder and " + System.getProperty("java.io.tmpdir")
                    + " are writable and have 300 MB free.";
        }
        if (text.contains("Missing embedded postgres binaries") || text.contains("No suitable")) {
            return "no PostgreSQL binaries for " + System.getProperty("os.name") + "/" + System.getProperty("os.arch")
                    + "; known are Linux and macOS on x86-64 and arm64.";
        }
        return "PostgreSQL did not start on " + directory + ": " + e.getMessage() + " (its log: "
                + directory.getFileName() + ".log)";
    }
}
