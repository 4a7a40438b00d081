package org.tegata.system.history.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tegata.system.history.Entry;
import org.tegata.system.history.Event;
import org.tegata.system.history.Status;

/** The register's database, read past the register: records and outbox as PostgreSQL holds them. */
final class Ledger {

    private static final String ENTRIES =
            "select bill_id::text, sequence, checksum, previous_checksum, seal from bill_entries"
                    + " where bill_id = any (?) order by bill_id, sequence";
    private static final String OUTBOX =
            "select event from outbox where topic = 'bills' and subject = any (?) order by position";
    private static final String COMMITTED =
            "select o.id::text from unnest(?::uuid[], ?::bigint[]) as told (subject, sequence)"
                    + " join outbox o on o.topic = 'bills' and o.subject = told.subject and o.sequence = told.sequence";
    private static final String WAITING = "select count(*) from outbox where published_at is null";

    private final String url;
    private final String user;
    private final String password;

    Ledger(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The record of each of these bills. */
    Map<String, List<Entry>> records(Collection<String> bills) throws SQLException {
        Map<String, List<Entry>> records = new HashMap<>();
        bills.forEach(bill -> records.put(bill, new ArrayList<>()));
        try (var connection = connect();
                var select = connection.prepareStatement(ENTRIES)) {
            select.setArray(1, uuids(connection, bills));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var sealed = payload(row.getString(5));
                    var signed = sealed.path("signedAct");
                    records.get(row.getString(1))
                            .add(new Entry(
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getString(4),
                                    signed.isTextual() ? HttpRegister.statement(payload(signed.asText())) : null));
                }
            }
        }
        return records;
    }

    /** The events of these bills that were committed. */
    List<Event> outbox(Collection<String> bills) throws SQLException {
        var events = new ArrayList<Event>();
        try (var connection = connect();
                var select = connection.prepareStatement(OUTBOX)) {
            select.setArray(1, uuids(connection, bills));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    events.add(event(row.getString(1)));
                }
            }
        }
        return events;
    }

    /** The ids of those of the events that a new connection sees now. */
    Set<String> committed(Collection<Event> events) throws SQLException {
        Set<String> committed = new HashSet<>();
        try (var connection = connect();
                var select = connection.prepareStatement(COMMITTED)) {
            select.setArray(
                    1, uuids(connection, events.stream().map(Event::bill).toList()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", events.stream().map(Event::sequence).toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    committed.add(row.getString(1));
                }
            }
        }
        return committed;
    }

    /** How many events wait for the relay. */
    long waiting() throws SQLException {
        try (var connection = connect();
                var select = connection.prepareStatement(WAITING);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static java.sql.Array uuids(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf(
                "uuid", texts.stream().map(UUID::fromString).toArray());
    }

    static Event event(String text) {
        var json = Cluster.json(text);
        return new Event(
                json.path("id").asText(),
                json.path("subject").asText(),
                json.path("sequence").asLong(),
                json.at("/data/actor").asText(),
                Status.valueOf(json.at("/data/title/status").asText()),
                HttpRegister.text(json.at("/data/title/holder")));
    }

    private static JsonNode payload(String jws) {
        String middle = jws.substring(jws.indexOf('.') + 1, jws.lastIndexOf('.'));
        return Cluster.json(new String(Base64.getUrlDecoder().decode(middle), StandardCharsets.UTF_8));
    }
}
