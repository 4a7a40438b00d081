package org.tegata.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.embedded.KafkaTopics;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

@QuarkusTest
@WithTestResource(InfraTestResource.class)
class OutboxIT {

    private static final PartyId PARTY = PartyId.parse("ZZZ:tester");

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    OnceOnly onceOnly;

    @Inject
    NotesListener listener;

    @Inject
    DataSource database;

    @Inject
    OneTrip oneTrip;

    @Inject
    ObjectMapper json;

    @Test
    void shouldPublishWhatWasCommittedOnceAndInOrder() throws Exception {
        var note = UUID.randomUUID();
        for (int version = 1; version <= 20; version++) {
            append(note, version, "note.changed.v1");
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> handledSequences(note).size() == 20);

        assertThat(handledSequences(note))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
        assertThat(onTopic(note)).hasSize(20);
        var first = json.readTree(onTopic(note).get(0));
        assertThat(first.path("specversion").asText()).isEqualTo("1.0");
        assertThat(first.path("source").asText()).isEqualTo("/tegata/test");
        assertThat(first.path("sequence").asText()).isEqualTo("1");
        assertThat(first.path("data").path("text").asText()).isEqualTo("hello");
    }

    @Test
    void shouldPublishNothingOfWhatWasRolledBack() throws Exception {
        var undone = UUID.randomUUID();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(new Event("note.changed.v1", "notes", undone, 1, Map.of("text", "undone")));
                    throw new IllegalStateException("the use case failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        var later = UUID.randomUUID();
        append(later, 1, "note.changed.v1");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> handledSequences(later).size() == 1);

        assertThat(onTopic(undone)).isEmpty();
    }

    @Test
    void shouldPublishWhatIsCommittedLate() {
        var slow = UUID.randomUUID();
        var fast = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(new Event("note.changed.v1", "notes", slow, 1, Map.of("text", "slow")));
            append(fast, 1, "note.changed.v1");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> handledSequences(fast).size() == 1);
            assertThat(handledSequences(slow)).isEmpty();
        });

        await().atMost(Duration.ofSeconds(30))
                .until(() -> handledSequences(slow).size() == 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("SELECT count(*) FROM outbox WHERE published_at IS NULL") == 0);
        assertThat(onTopic(slow)).hasSize(1);
    }

    @Test
    void shouldDoAllInOneTripOrNothing() {
        var note = UUID.randomUUID();
        var key = UUID.randomUUID().toString();
        change("INSERT INTO inbox (event_id, type, subject) VALUES ('%s', 'first', '%s')".formatted(note, note));

        assertThat(trip(note, key, "first", "second", "hello")).isTrue();
        assertThat(handledIn(note, 2)).containsExactly(1L, 2L);
        // the gate is shut: it is no longer the first
        assertThat(trip(note, UUID.randomUUID().toString(), "first", "third", "hello"))
                .isFalse();
        // the key is used: what the gate changed is undone
        assertThat(trip(note, key, "second", "third", "hello")).isFalse();

        assertThat(count("SELECT count(*) FROM inbox WHERE type = 'second' AND event_id = '" + note + "'"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM inbox_rejected WHERE event = '" + note + "'"))
                .isEqualTo(1);
        assertThat(onceOnly.made(PARTY, key, bytes("hello"))).contains(note);
        assertThat(onceOnly.made(PARTY, "another", bytes("hello"))).isEmpty();
        assertThatThrownBy(() -> onceOnly.made(PARTY, key, bytes("other"))).isInstanceOf(Rejected.class);
    }

    @Test
    void shouldTellOfAnyOtherConstraint() {
        var note = UUID.randomUUID();
        append(note, 1, "note.changed.v1");

        assertThatThrownBy(() -> oneTrip.run(
                        OneTrip.OPEN,
                        List.of(),
                        claim(UUID.randomUUID().toString(), note, "hello"),
                        List.of(new Event("note.changed.v1", "notes", note, 1, Map.of()))))
                .isInstanceOf(SQLException.class);
    }

    /** A violated constraint's message quotes the values, and callers choose those. */
    @Test
    void shouldNotTakeAValueForTheNameOfAConstraint() {
        var note = UUID.randomUUID();
        change("INSERT INTO inbox (event_id, type, subject) VALUES ('idempotency_pkey', 'first', '%s')"
                .formatted(note));
        var again = OneTrip.Part.of(
                "kept AS (INSERT INTO inbox (event_id, type, subject) SELECT ?, 'second', ? FROM gate)",
                "idempotency_pkey",
                note);

        assertThatThrownBy(() -> oneTrip.run(
                        OneTrip.OPEN, List.of(again), claim(UUID.randomUUID().toString(), note, "hello"), List.of()))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void shouldBelongToTheTransactionOfTheCaller() {
        var note = UUID.randomUUID();
        var key = UUID.randomUUID().toString();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    trip(OneTrip.OPEN, note, key, "hello");
                    throw new IllegalStateException("the use case failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(onceOnly.made(PARTY, key, bytes("hello"))).isEmpty();
        assertThat(count("SELECT count(*) FROM outbox WHERE subject = '" + note + "'"))
                .isZero();
    }

    private boolean trip(UUID note, String key, String from, String to, String request) {
        var gate = OneTrip.Part.of(
                "UPDATE inbox SET type = ? WHERE event_id = ? AND type = ? RETURNING 1", to, note.toString(), from);
        return trip(gate, note, key, request);
    }

    private boolean trip(OneTrip.Part gate, UUID note, String key, String request) {
        var rejected = OneTrip.Part.of(
                "kept AS (INSERT INTO inbox_rejected (event, reason) SELECT ?, ? FROM gate)", note.toString(), "why");
        var events = List.of(
                new Event("note.changed.v1", "notes", note, 1, Map.of("text", "one")),
                new Event("note.changed.v1", "notes", note, 2, Map.of("text", "two")));
        try {
            return oneTrip.run(gate, List.of(rejected), claim(key, note, request), events);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static OneTrip.Claim claim(String key, UUID note, String request) {
        return new OneTrip.Claim(PARTY, key, bytes(request), note);
    }

    private List<Long> handledIn(UUID note, int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> handledSequences(note).size() == count);
        return handledSequences(note);
    }

    @Test
    void shouldRefuseToAppendOutsideATransaction() {
        var event = new Event("note.changed.v1", "notes", UUID.randomUUID(), 1, Map.of());

        assertThatThrownBy(() -> outbox.append(event)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void shouldRefuseTwoEventsOfOneVersion() {
        var note = UUID.randomUUID();
        append(note, 1, "note.changed.v1");

        assertThatThrownBy(() -> append(note, 1, "note.changed.v1")).isInstanceOf(StorageFailure.class);
    }

    @Test
    void shouldHandleARepeatedEventOnce() {
        var note = UUID.randomUUID();
        append(note, 1, "note.changed.v1");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> handledSequences(note).size() == 1);
        var again = onTopic(note).get(0);

        inbox.handle(again, event -> {
            throw new AssertionError("handled twice");
        });

        assertThat(handledSequences(note)).hasSize(1);
    }

    @Test
    void shouldPutPoisonAsideAndGoOn() throws Exception {
        var poison = UUID.randomUUID();
        var healthy = UUID.randomUUID();
        append(poison, 1, "note.poison.v1");
        append(healthy, 1, "note.changed.v1");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> handledSequences(healthy).size() == 1);

        assertThat(rejectedEvents()).anyMatch(event -> event.contains(poison.toString()));
    }

    @Test
    void shouldTryAgainWhatFailedForReasonsOutsideTheEvent() {
        var note = UUID.randomUUID();
        append(note, 1, "note.changed.v1");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> handledSequences(note).size() == 1);
        var another = onTopic(note).get(0).replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UUID.randomUUID() + "\"");
        var attempts = new AtomicInteger();

        inbox.handle(another, event -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("the transaction was rolled back");
            }
        });

        assertThat(attempts).hasValue(3);
    }

    @Test
    void shouldPutAsideWhatIsNoEvent() throws Exception {
        for (var nonsense : List.of("", "{", "[]", "{\"specversion\":\"1.0\"}", "nul \0 byte")) {
            inbox.handle(nonsense, event -> {
                throw new AssertionError("handled nonsense");
            });
        }

        assertThat(rejectedEvents()).contains("{", "[]", "nul \\u0000 byte");
    }

    @Test
    void shouldActOnceWhateverTheConcurrency() throws Exception {
        var key = UUID.randomUUID().toString();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<UUID> claim = () -> claim(key, "POST /notes hello");
            var made = pool
                    .invokeAll(IntStream.range(0, 16).mapToObj(i -> claim).toList())
                    .stream()
                    .map(OutboxIT::get)
                    .collect(Collectors.toSet());

            assertThat(made).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void shouldRefuseAKeyUsedForAnotherRequest() {
        var key = UUID.randomUUID().toString();
        claim(key, "POST /notes hello");

        assertThatThrownBy(() -> claim(key, "POST /notes other"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.type()).isEqualTo(RequestProblem.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void shouldForgetAKeyWhoseRequestFailed() {
        var key = UUID.randomUUID().toString();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    onceOnly.claim(PARTY, key, bytes("POST /notes hello"), UUID.randomUUID());
                    throw new IllegalStateException("refused later on");
                }))
                .isInstanceOf(IllegalStateException.class);
        var mine = UUID.randomUUID();

        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> onceOnly.claim(PARTY, key, bytes("POST /notes hello"), mine)))
                .isEqualTo(mine);
    }

    private UUID claim(String key, String request) {
        return QuarkusTransaction.requiringNew()
                .call(() -> onceOnly.claim(PARTY, key, bytes(request), UUID.randomUUID()));
    }

    private void append(UUID note, long version, String type) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(new Event(type, "notes", note, version, Map.of("text", "hello"))));
    }

    private List<Long> handledSequences(UUID note) {
        return listener.handled().stream()
                .filter(event -> event.subject().equals(note))
                .map(ReceivedEvent::sequence)
                .toList();
    }

    private static List<String> onTopic(UUID note) {
        return KafkaTopics.read("notes").stream()
                .filter(entry -> note.toString().equals(entry.key()))
                .map(KafkaTopics.Entry::value)
                .toList();
    }

    private long count(String query) {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void change(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<String> rejectedEvents() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT event FROM inbox_rejected")) {
            var events = new java.util.ArrayList<String>();
            while (rows.next()) {
                events.add(rows.getString(1));
            }
            return events;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static UUID get(java.util.concurrent.Future<UUID> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
