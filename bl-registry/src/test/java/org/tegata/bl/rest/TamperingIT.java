package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.transfer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.embedded.InfraTestResource;

/** Somebody with the database in hand: the database refuses first, and what it lets through is found. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class TamperingIT {

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update bill_entries set seal = seal || 'x' where bill_id = '%s'",
                "delete from bill_entries where bill_id = '%s'",
                "update bill_documents set transport_document = '{}' where bill_id = '%s'",
                "delete from bill_documents where bill_id = '%s'",
                "update issuance_manifests set jws = 'x' where bill_id = '%s'",
                // a fork: another entry of the same version
                "insert into bill_entries (bill_id, sequence, previous_checksum, seal)"
                        + " select bill_id, sequence, previous_checksum, seal || 'x' from bill_entries"
                        + " where bill_id = '%s' and sequence = 2",
                // a gap, and a link to nothing
                "insert into bill_entries (bill_id, sequence, previous_checksum, seal)"
                        + " select bill_id, 4, checksum, 'x' from bill_entries where bill_id = '%s' and sequence = 2",
                "insert into bill_entries (bill_id, sequence, previous_checksum, seal)" + " values ('%s', 3, '"
                        + "0000000000000000" + "', 'x')",
                "insert into bill_entries (bill_id, sequence, seal) values ('%s', 3, 'x')"
            })
    void shouldBeRefusedByTheDatabase(String statement) {
        var id = issued();

        assertThatThrownBy(() -> execute(statement.formatted(id))).isInstanceOf(SQLException.class);
        read(SHIPPER, id).then().statusCode(200).body("version", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update bill_entries set seal = (select seal from bill_entries where bill_id = '%1$s' and sequence = 2)"
                        + " where bill_id = '%1$s' and sequence = 3",
                "delete from bill_entries where bill_id = '%1$s' and sequence = 3",
                "update bills set version = 2 where id = '%1$s'",
                "update bills set version = 4 where id = '%1$s'"
            })
    void shouldBeFoundWhenTheDatabaseWasMadeToAllowIt(String statement) throws SQLException {
        var id = issued();
        transfer(SHIPPER, BANK, id, 2).then().statusCode(200);

        execute("drop table if exists saved");
        execute("create table saved as select bill_id, sequence, previous_checksum, seal from bill_entries"
                + " where bill_id = '%s'".formatted(id));
        try {
            withoutTriggers(statement.formatted(id));

            read(BANK, id).then().statusCode(500).body("type", equalTo("/problems/register-corrupt"));
            var act = transfer(BANK, SHIPPER, id, 3);
            assertThat(act.statusCode()).isEqualTo(500);
            assertThat(act.asString()).doesNotContain("Exception");
        } finally {
            restore(id);
        }
        read(BANK, id).then().statusCode(200).body("version", equalTo(3));
    }

    /** Other tests read all records: what was broken here is mended. */
    private void restore(String id) throws SQLException {
        withoutTriggers("delete from bill_entries where bill_id = '%1$s';"
                .concat("insert into bill_entries (bill_id, sequence, previous_checksum, seal)")
                .concat(" select * from saved order by sequence;")
                .concat("update bills set version = 3 where id = '%1$s';")
                .concat("drop table saved")
                .formatted(id));
    }

    private void withoutTriggers(String statement) throws SQLException {
        execute("alter table bill_entries disable trigger all; alter table bills disable trigger all");
        try {
            execute(statement);
        } finally {
            execute("alter table bill_entries enable trigger all; alter table bills enable trigger all");
        }
    }

    @Test
    void shouldBeFoundWhenTheDocumentWasExchanged() throws SQLException {
        var id = issued();
        execute("alter table bill_documents disable trigger all");
        try {
            execute("update bill_documents set content = 'forged'::bytea where bill_id = '%s'".formatted(id));
        } finally {
            execute("alter table bill_documents enable trigger all");
        }

        as(SHIPPER)
                .get("/bills/" + id + "/document")
                .then()
                .statusCode(500)
                .body("type", equalTo("/problems/register-corrupt"));
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
