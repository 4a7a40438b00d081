package org.tegata.bench.title;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One database of the run's PostgreSQL, by its superuser. */
record Database(String url, String user, String password, long pid) {
    private static final Pattern URL = Pattern.compile("jdbc:postgresql://[^:/]+:(\\d+)/(\\w+)");

    /** The database behind a JDBC URL; asks the server which process it is. */
    static Database at(String url, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery("select pg_read_file('postmaster.pid')")) {
            file.next();
            long pid = Long.parseLong(
                    file.getString(1).lines().findFirst().orElseThrow().strip());
            return new Database(url, user, password, pid);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same, but parameters take their types from the statement, not from the driver. */
    Database untyped() {
        return new Database(url + "?stringtype=unspecified", user, password, pid);
    }

    int port() {
        return Integer.parseInt(part(1));
    }

    String name() {
        return part(2);
    }

    private String part(int group) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(url);
        }
        return parts.group(group);
    }

    /** Another database of the same server, a copy of this one, to which nobody may be connected. */
    Database copy(String name) throws SQLException {
        Database maintenance = sibling("postgres");
        try (Connection connection = maintenance.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + name());
        }
        return sibling(name);
    }

    private Database sibling(String name) {
        return new Database(url.substring(0, url.lastIndexOf('/') + 1) + name, user, password, pid);
    }

    /** The one number that a query gives. */
    double number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }
}
