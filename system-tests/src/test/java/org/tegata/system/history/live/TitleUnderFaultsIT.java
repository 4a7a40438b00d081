package org.tegata.system.history.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Exactly one holder at any time, whatever happens: random acts and readings on two instances of the register while
 * services and PostgreSQL are killed and connections cut, judged as a whole.
 *
 * <p>{@code -Dtegata.history.seed=N} plays the same choices again; {@code -Dtegata.history.operations} and {@code
 * -Dtegata.history.faults} are of one round, {@code -Dtegata.history.rounds} is how many the long test has.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TitleUnderFaultsIT {

    private static final long OPERATIONS = Long.getLong("tegata.history.operations", 50_000);
    private static final int FAULTS = Integer.getInteger("tegata.history.faults", 20);
    private static final int LONG_ROUNDS = Integer.getInteger("tegata.history.rounds", 20);

    private Cluster cluster;
    private Ledger ledger;
    private TopicWatch topic;

    @BeforeAll
    void open() throws InterruptedException, IOException {
        cluster = new Cluster();
        var solo = cluster.solo();
        ledger = new Ledger(solo.jdbcUrl(), solo.databaseUser(), solo.databasePassword());
        topic = new TopicWatch(solo.kafkaBootstrapServers(), ledger);
    }

    @AfterAll
    void close() throws InterruptedException {
        if (topic != null) {
            topic.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void shouldHaveOneHolderWhateverIsKilledOrCut() throws Exception {
        long seed = Long.getLong("tegata.history.seed", System.nanoTime() & 0xFFFFFFFFL);
        play(seed);
    }

    @Test
    @Tag("long")
    void shouldHaveOneHolderThroughAMillionOperations() throws Exception {
        long seed = Long.getLong("tegata.history.seed", System.nanoTime() & 0xFFFFFFFFL);
        for (int round = 0; round < LONG_ROUNDS; round++) {
            play(seed + round);
        }
    }

    private void play(long seed) throws Exception {
        System.out.printf(
                "title under faults: seed %d, %d operations, %d faults; %s%n", seed, OPERATIONS, FAULTS, cluster.cpu());
        var outcome = new Round(cluster, topic, ledger, seed, OPERATIONS, FAULTS).play();
        System.out.printf("title under faults: seed %d: %s; %s%n", seed, outcome, cluster.cpu());

        assertThat(outcome.verdict().clean())
                .as("seed %d: %s", seed, outcome.verdict().summary())
                .isTrue();
        assertThat(topic.tooEarly())
                .as("events published before they were committed")
                .isEmpty();
        assertThat(outcome.faults().count()).as("faults that happened").isEqualTo(FAULTS);
        assertThat((long) outcome.verdict().operations())
                .as("operations whose end is known")
                .isGreaterThanOrEqualTo(OPERATIONS);
    }
}
