package org.tegata.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads both directions from the view {@code envelope}; inbound and outbound write their own tables. */
@ApplicationScoped
class EnvelopeList {

    private static final String COLUMNS = "SELECT id, direction, state, version, partner, bill_id,"
            + " transport_document_reference, transport_document_checksum, last_entry_checksum, response_code,"
            + " signed_response, reason, attempts, next_attempt_at, created_at, updated_at FROM envelope";

    private final DataSource database;

    EnvelopeList(DataSource database) {
        this.database = database;
    }

    /** Newest first, from below {@code before}. */
    List<EnvelopeView> read(@Nullable UUID before, @Nullable String state, int limit) throws SQLException {
        String sql = COLUMNS
                + " WHERE (?::uuid IS NULL OR id < ?::uuid) AND (?::text IS NULL OR state = ?::text)"
                + " ORDER BY id DESC LIMIT ?";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, before);
            select.setObject(2, before);
            select.setString(3, state);
            select.setString(4, state);
            select.setInt(5, limit);
            return views(select);
        }
    }

    Optional<EnvelopeView> one(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COLUMNS + " WHERE id = ?")) {
            select.setObject(1, id);
            return views(select).stream().findFirst();
        }
    }

    /** The envelope exactly as it was received or is sent. */
    Optional<byte[]> content(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT content FROM envelope WHERE id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    private static List<EnvelopeView> views(PreparedStatement select) throws SQLException {
        var views = new ArrayList<EnvelopeView>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                views.add(new EnvelopeView(
                        row.getObject("id", UUID.class),
                        row.getString("direction"),
                        row.getString("state"),
                        row.getLong("version"),
                        row.getString("partner"),
                        row.getObject("bill_id", UUID.class),
                        row.getString("transport_document_reference"),
                        row.getString("transport_document_checksum"),
                        row.getString("last_entry_checksum"),
                        row.getString("response_code"),
                        row.getString("signed_response"),
                        row.getString("reason"),
                        row.getInt("attempts"),
                        instant(row, "next_attempt_at"),
                        String.valueOf(instant(row, "created_at")),
                        String.valueOf(instant(row, "updated_at"))));
            }
        }
        return views;
    }

    private static @Nullable String instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }
}
