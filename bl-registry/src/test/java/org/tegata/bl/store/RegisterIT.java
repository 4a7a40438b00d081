package org.tegata.bl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.bl.application.Register;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.PartyKeys;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.bl.domain.SignedAct;
import org.tegata.bl.domain.TitleAct;
import org.tegata.embedded.InfraTestResource;
import org.tegata.outbox.OnceOnly;
import org.tegata.problem.Rejected;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

/** One head, one act: whoever races, repeats, signs with a dead key or writes by hand, the record stays one line. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class RegisterIT {

    private static final int RIVALS = 16;

    @Inject
    Bills bills;

    @Inject
    Register register;

    @Inject
    PartyKeys keys;

    @Inject
    OnceOnly once;

    @Inject
    DataSource database;

    private Trade trade;

    @BeforeEach
    void trade() {
        trade = new Trade(bills, register, keys);
    }

    @Test
    void shouldKeepOneOfManyActsOnOneHead() throws Exception {
        var bill = trade.issued();
        var act = trade.sign(bill, TitleAct.TRANSFER, Trade.SHIPPER, Trade.BANK);
        Callable<Optional<List<SealedEntry>>> rival = () -> trade.keep(bill, act, key());

        assertThat(allAtOnce(rival).stream().filter(Optional::isPresent)).hasSize(1);

        assertThat(bills.record(bill.bill().id()).entries()).hasSize(3);
        assertThat(count("select count(*) from outbox where sequence = 3 and subject = '%s'", bill))
                .isEqualTo(1);
        assertThat(count("select count(*) from idempotency where resource_id = '%s'", bill))
                .isEqualTo(2);
    }

    @Test
    void shouldKeepOneOfManyRepeatsOfOneRequest() throws Exception {
        var bill = trade.issued();
        var act = trade.sign(bill, TitleAct.SIGN, Trade.SHIPPER, null);
        var key = key();
        Callable<Optional<List<SealedEntry>>> repeat = () -> trade.keep(bill, act, key);

        assertThat(allAtOnce(repeat).stream().filter(Optional::isPresent)).hasSize(1);

        assertThat(bills.record(bill.bill().id()).entries()).hasSize(3);
    }

    private static <T> List<T> allAtOnce(Callable<T> task) throws Exception {
        var pool = Executors.newFixedThreadPool(RIVALS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(java.util.Collections.nCopies(RIVALS, task))) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void shouldRefuseAnActOnAHeadThatHasMoved() {
        var bill = trade.issued();
        var old = trade.sign(bill, TitleAct.TRANSFER, Trade.SHIPPER, Trade.BANK);
        trade.acted(bill, trade.sign(bill, TitleAct.SIGN, Trade.SHIPPER, null));

        untouched(bill, old);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .call(() -> register.keep(bill, trade.decide(bill, old), List.of())))
                .isInstanceOf(Rejected.class);
    }

    /** Nothing of it is kept, whether it is asked once or again under the same key. */
    private void untouched(BillAtHead bill, SignedAct act) {
        var before = bills.record(bill.bill().id());
        var key = key();
        assertThat(trade.keep(bill, act, key)).isEmpty();
        assertThat(bills.record(bill.bill().id())).isEqualTo(before);
        assertThat(once.made(act.statement().actor(), key, new byte[0])).isEmpty();
    }

    @Test
    void shouldRefuseAKeyThatWasRevokedSinceTheDecision() {
        var bill = trade.issued();
        var act = trade.sign(bill, TitleAct.TRANSFER, Trade.SHIPPER, Trade.BANK);
        assertThat(keys.remembered(Trade.SHIPPER, act.keyId())).isPresent();
        assertThat(keys.revoke(Trade.SHIPPER, act.keyId(), Trade.now(), "lost")).isTrue();

        untouched(bill, act);
        assertThat(keys.revoke(Trade.SHIPPER, act.keyId(), Trade.now(), "again"))
                .isFalse();
        assertThat(keys.find(Trade.SHIPPER, act.keyId())
                        .orElseThrow()
                        .revocation()
                        .reason())
                .isEqualTo("lost");
    }

    @Test
    void shouldRefuseAKeyOutsideItsTimeAndTheKeyOfAnother() {
        var bill = trade.issued();
        var early = Sealer.fromJwk(Keys.newEcKeyJwk());
        var late = Sealer.fromJwk(Keys.newEcKeyJwk());
        var now = Trade.now();
        trade.register(Trade.SHIPPER, early, now.plusSeconds(3600), now.plusSeconds(7200));
        trade.register(Trade.SHIPPER, late, now.minusSeconds(7200), now.minusSeconds(1));
        for (var key : List.of(
                early,
                late,
                trade.sealer(Trade.BANK),
                trade.sealer(Trade.CARRIER),
                Sealer.fromJwk(Keys.newEcKeyJwk()))) {
            untouched(bill, trade.sign(bill, TitleAct.SIGN, Trade.SHIPPER, null, key));
        }
        var act = trade.sign(bill, TitleAct.SIGN, Trade.SHIPPER, null, late);
        assertThat(trade.keep(bill, act, key(), now.minusSeconds(1)))
                .as("not after")
                .isEmpty();
        assertThat(trade.keep(bill, act, key(), now.minusSeconds(2)))
                .as("in force")
                .isPresent();
    }

    @Test
    void shouldRefuseAnIdempotencyKeyThatWasUsed() {
        var bill = trade.issued();
        var key = key();
        var first = trade.sign(bill, TitleAct.SIGN, Trade.SHIPPER, null);
        assertThat(trade.keep(bill, first, key)).isPresent();
        var now = bills.record(bill.bill().id());
        var another = trade.sign(now.atHead(), TitleAct.TRANSFER, Trade.SHIPPER, Trade.BANK);

        assertThat(trade.keep(now.atHead(), another, key)).isEmpty();
        assertThat(trade.keep(bill, first, key)).as("a repeat").isEmpty();

        assertThat(bills.record(bill.bill().id())).isEqualTo(now);
        assertThat(bills.remembered(bill.bill().id(), now.head())).contains(now.atHead());
    }

    @Test
    void shouldLeaveNothingOfAnActWhoseConnectionDied() throws Exception {
        var bill = trade.issued();
        var act = trade.sign(bill, TitleAct.TRANSFER, Trade.SHIPPER, Trade.BANK);
        var key = key();
        var pool = Executors.newSingleThreadExecutor();
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .executeQuery("select 1 from bills where id = '%s' for update"
                            .formatted(bill.bill().id()));
            var waiting = pool.submit(() -> trade.keep(bill, act, key));
            var backends = "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                    + " where wait_event_type = 'Lock' and query like '%UPDATE bills SET%'";
            await().atMost(Duration.ofSeconds(6)).until(() -> count(backends, bill) == 1);

            assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(SQLException.class);
            other.rollback();
        } finally {
            pool.shutdownNow();
        }
        assertThat(bills.record(bill.bill().id()).head()).isEqualTo(bill.head());
        assertThat(trade.keep(bill, act, key)).as("the retry").isPresent();
    }

    @Test
    void shouldLeaveNothingOfADecisionWhoseTransactionFailed() {
        var bill = trade.issued();
        var decision = trade.decide(bill, trade.sign(bill, TitleAct.TRANSFER, Trade.SHIPPER, Trade.BUYER));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    register.keep(bills.locked(bill.bill().id()), decision, Trade.events(decision));
                    throw new IllegalStateException("the use case failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(bills.record(bill.bill().id()).head()).isEqualTo(bill.head());
        assertThat(bills.ofParty(Trade.BUYER, null, 100)).doesNotContain(bill);
        assertThat(count("select count(*) from outbox where sequence = 3 and subject = '%s'", bill))
                .isZero();
    }

    @Test
    void shouldRememberWhatTheRecordSays() {
        var bill = trade.issued();
        var act = trade.sign(bill, TitleAct.TRANSFER, Trade.SHIPPER, Trade.BANK);
        var entries = trade.keep(bill, act, key()).orElseThrow();
        var head = entries.get(0).checksum();

        var remembered = bills.remembered(bill.bill().id(), head);

        assertThat(remembered).contains(bills.record(bill.bill().id()).atHead());
        assertThat(bills.remembered(UUID.randomUUID(), head)).isEmpty();
        assertThat(bills.remembered(bill.bill().id(), bill.head()))
                .as("nobody builds on it")
                .isEmpty();
        assertThat(bills.record(bill.bill().id()).entries()).endsWith(entries.get(0));
        assertThat(bills.ofParty(Trade.BANK, null, 1)).containsExactly(remembered.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a fork
                "insert into bill_entries (bill_id, sequence, previous_checksum, seal)"
                        + " select bill_id, 2, previous_checksum, seal || 'x' from bill_entries"
                        + " where bill_id = '%1$s' and sequence = 2",
                // a gap, a link to another entry, to nothing, and none
                "insert into bill_entries (bill_id, sequence, previous_checksum, seal)"
                        + " select bill_id, 4, checksum, 'x' from bill_entries where bill_id = '%1$s' and sequence = 2",
                "insert into bill_entries (bill_id, sequence, previous_checksum, seal)"
                        + " select bill_id, 3, checksum, 'x' from bill_entries where bill_id = '%1$s' and sequence = 1",
                "insert into bill_entries (bill_id, sequence, previous_checksum, seal) values ('%1$s', 3, '00', 'x')",
                "insert into bill_entries (bill_id, sequence, seal) values ('%1$s', 3, 'x')",
                // two in one statement, of which the second does not follow the first
                "insert into bill_entries (bill_id, sequence, previous_checksum, seal)"
                        + " select bill_id, sequence + n, checksum, 'x' || n from bill_entries, generate_series(1, 2) n"
                        + " where bill_id = '%1$s' and sequence = 2",
                // a head without a version, a version without a head, backwards, away
                "update bills set head = repeat('0', 64) where id = '%1$s'",
                "update bills set version = 3 where id = '%1$s'",
                "update bills set version = 1, head = repeat('0', 64) where id = '%1$s'",
                "delete from bills where id = '%1$s'",
                "truncate bills cascade",
                "truncate bill_entries",
                "update bill_entries set seal = 'x' where bill_id = '%1$s'",
                "delete from bill_entries where bill_id = '%1$s'",
            })
    void shouldBeRefusedByTheDatabaseWhatIsWrittenByHand(String statement) {
        var bill = trade.issued();

        assertThatThrownBy(() -> change(statement, bill)).isInstanceOf(SQLException.class);

        assertThat(bills.record(bill.bill().id()).head()).isEqualTo(bill.head());
    }

    @Test
    void shouldLetTwoLinkedEntriesBeKeptInOneStatement() throws SQLException {
        var bill = trade.issued();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            int kept = statement.executeUpdate(
                    "insert into bill_entries (bill_id, sequence, previous_checksum, seal) values"
                            + " ('%1$s', 3, '%2$s', 'x'), ('%1$s', 4, encode(sha256('x'), 'hex'), 'y')"
                                    .formatted(bill.bill().id(), bill.head()));
            connection.rollback();
            assertThat(kept).isEqualTo(2);
        }
    }

    @Test
    void shouldFindARecordWhoseHeadDisagrees() throws SQLException {
        var bill = trade.issued();
        var head = "update bills set head = %s where id = '%s'";
        withoutTriggers(head.formatted("repeat('0', 64)", bill.bill().id()));
        try {
            assertThatThrownBy(() -> bills.record(bill.bill().id()))
                    .isInstanceOfSatisfying(
                            Rejected.class, no -> assertThat(no.type()).isEqualTo(BillProblem.REGISTER_CORRUPT));
        } finally {
            // other tests read all records
            withoutTriggers(head.formatted("'" + bill.head() + "'", bill.bill().id()));
        }
    }

    private void withoutTriggers(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute("alter table bills disable trigger all");
            try {
                sql.execute(statement);
            } finally {
                sql.execute("alter table bills enable trigger all");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from party_keys where key_id = '%1$s'",
                "truncate party_keys",
                "update party_keys set jwk = '{}', revoked_at = now(), revocation_reason = 'x' where key_id = '%1$s'",
                "update party_keys set not_after = not_after + interval '1 day' where key_id = '%1$s'",
                "update party_keys set party = 'ZZZ:thief' where key_id = '%1$s'",
                "update party_keys set revocation_reason = 'x' where key_id = '%1$s'",
                "update party_keys set revoked_at = null, revocation_reason = null where key_id = '%2$s'",
                "update party_keys set revocation_reason = 'another' where key_id = '%2$s'"
            })
    void shouldBeRefusedByTheDatabaseToRewriteAKey(String statement) {
        var key = trade.sealer(Trade.BUYER).keyId();
        var revoked = Sealer.fromJwk(Keys.newEcKeyJwk());
        trade.register(Trade.BUYER, revoked, Trade.now(), Trade.now().plusSeconds(60));
        keys.revoke(Trade.BUYER, revoked.keyId(), Trade.now(), "lost");

        assertThatThrownBy(() -> {
                    try (var connection = database.getConnection();
                            var sql = connection.createStatement()) {
                        sql.execute(statement.formatted(key, revoked.keyId()));
                    }
                })
                .isInstanceOf(SQLException.class);
        assertThat(keys.of(Trade.BUYER)).extracting(one -> one.keyId()).contains(key, revoked.keyId());
        assertThat(trade.register(Trade.BUYER, revoked, Trade.now(), Trade.now().plusSeconds(90)))
                .as("a revoked key cannot come again")
                .isFalse();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private long count(String query, BillAtHead bill) {
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(query.replace("%s", bill.bill().id().toString()))) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void change(String statement, BillAtHead bill) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement.formatted(bill.bill().id()));
        }
    }
}
