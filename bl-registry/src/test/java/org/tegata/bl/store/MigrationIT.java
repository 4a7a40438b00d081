package org.tegata.bl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tegata.embedded.EmbeddedPostgres;

/** A database of the version before, with bills in it, becomes one of this version. */
class MigrationIT {

    private static final String BILL = "01981b5a-7c00-7b52-9d43-7e1f6a4b8c20";
    private static final String CORRUPT = "01981b5a-7c00-7b52-9d43-7e1f6a4b8c21";

    private static final String BEFORE = """
            insert into bills (id, version) values ('%1$s', 2), ('%2$s', 2);
            insert into bill_entries (bill_id, sequence, seal) values ('%1$s', 1, 'a.b.c'), ('%2$s', 1, 'd.e.f');
            insert into bill_entries (bill_id, sequence, previous_checksum, seal)
                select bill_id, 2, checksum, 'g.h.i' from bill_entries where bill_id = '%1$s';
            insert into bill_numbers (carrier, reference, transport_document_checksum, bill_id)
                values ('GLEIF:C', 'N1', 'x', '%1$s');
            insert into carriers (party, name, jwks) values
                ('GLEIF:C', 'The carrier', '{}'), ('GLEIF:P', 'Another', '{}');
            insert into parties (party, name) values ('GLEIF:P', 'The party');
            insert into outbox (id, topic, subject, sequence, type, event, published_at)
                select gen_random_uuid(), 'bills', '%1$s', n, 't', 'e' || n, case when n <> 2 then now() end
                from generate_series(1, 3) n;
            """.formatted(BILL, CORRUPT);

    /** As if there were a million bills: longer than the service lets a statement take. */
    private static final String SLOW = """
            create function slow() returns trigger language plpgsql as $$
                begin perform pg_sleep(0.8); return new; end $$;
            create trigger slow before update on bills for each row execute function slow();
            """;

    @Test
    void shouldKeepWhatWasThere(@TempDir Path folder) throws SQLException {
        try (var server = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            var url = server.createDatabase("registry");
            migrate(url, "2");
            try (var connection = DriverManager.getConnection(url, "postgres", "postgres")) {
                connection.createStatement().execute(BEFORE);
                connection.createStatement().execute(SLOW);
                migrate(url, "latest");
                check(connection);
            }
        }
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
                .initSql("set statement_timeout = " + (target.equals("latest") ? "1000" : "0"))
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/outbox", "classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static void check(Connection connection) throws SQLException {
        assertThat(text(
                        connection,
                        "select head = encode(sha256('g.h.i'), 'hex') from bills where id = '" + BILL + "'"))
                .isEqualTo("t");
        assertThat(text(connection, "select head from bills where id = '" + CORRUPT + "'"))
                .as("no head fits what was corrupt before")
                .isEqualTo("missing");
        assertThat(text(connection, "select string_agg(party || ' ' || name, ', ' order by party) from parties"))
                .isEqualTo("GLEIF:C The carrier, GLEIF:P The party");
        assertThat(text(connection, "select string_agg(party || jwks, ', ' order by party) from former_carriers"))
                .as("the keys that old manifests verify with")
                .isEqualTo("GLEIF:C{}, GLEIF:P{}");
        assertThat(text(connection, "select count(*) from party_keys")).isEqualTo("0");
        assertThat(text(connection, "select live from bill_numbers")).isEqualTo("t");
        assertThat(text(connection, "select string_agg(sequence::text, ',') from outbox where published_at is null"))
                .isEqualTo("2");
        // an instance of the version before cannot act any more: it knows no heads
        assertThatThrownBy(() -> connection
                        .createStatement()
                        .execute("update bills set version = 3 where id = '%s' and version = 2".formatted(BILL)))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connection
                        .createStatement()
                        .execute("insert into bills (id, version) values (gen_random_uuid(), 1)"))
                .isInstanceOf(SQLException.class);
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
