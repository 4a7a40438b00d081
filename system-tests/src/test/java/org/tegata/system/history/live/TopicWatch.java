package org.tegata.system.history.live;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tegata.system.history.Event;

/**
 * Reads the topic while it is written, and asks the database of every event at once whether it is committed; also
 * puts old events on the topic again.
 */
final class TopicWatch implements AutoCloseable {

    private static final TopicPartition TOPIC = new TopicPartition("bills", 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int REMEMBERED = 500;

    private final String kafka;
    private final Ledger ledger;
    private final Thread thread;
    private final List<Event> events = new ArrayList<>();
    private final List<ConsumerRecord<String, String>> recent = new ArrayList<>();
    private final List<Event> tooEarly = new CopyOnWriteArrayList<>();
    private volatile long position;
    private volatile boolean over;
    private volatile String failure = "";

    TopicWatch(String kafka, Ledger ledger) {
        this.kafka = kafka;
        this.ledger = ledger;
        this.thread = new Thread(this::watch, "topic-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            while (!over) {
                var batch = new ArrayList<ConsumerRecord<String, String>>();
                consumer.poll(POLL).forEach(batch::add);
                if (!batch.isEmpty()) {
                    take(batch);
                    position = consumer.position(TOPIC);
                }
            }
        } catch (RuntimeException broken) {
            failure = broken.toString();
        }
    }

    private void take(List<ConsumerRecord<String, String>> batch) {
        var arrived = batch.stream().map(record -> Ledger.event(record.value())).toList();
        var committed = committed(arrived);
        arrived.stream().filter(event -> !committed.contains(event.id())).forEach(tooEarly::add);
        synchronized (events) {
            events.addAll(arrived);
            recent.addAll(batch);
            if (recent.size() > REMEMBERED) {
                recent.subList(0, recent.size() - REMEMBERED).clear();
            }
        }
    }

    private Set<String> committed(List<Event> arrived) {
        while (!over) {
            try {
                return ledger.committed(arrived);
            } catch (SQLException databaseAway) {
                pause();
            }
        }
        return arrived.stream().map(Event::id).collect(Collectors.toSet());
    }

    /** Produces so many of the latest events once more, as a relay would that was killed before it marked them. */
    int repeat(int count, Random random) {
        List<ConsumerRecord<String, String>> again;
        synchronized (events) {
            again = recent.isEmpty()
                    ? List.of()
                    : random.ints(count, 0, recent.size()).mapToObj(recent::get).toList();
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            again.forEach(record -> producer.send(new ProducerRecord<>(TOPIC.topic(), record.key(), record.value())));
            producer.flush();
        }
        return again.size();
    }

    /** Returns when the outbox is empty and everything on the topic has been read. */
    void awaitAll(Duration patience) throws SQLException {
        long latest = System.nanoTime() + patience.toNanos();
        while (ledger.waiting() > 0 || position < end()) {
            if (System.nanoTime() > latest || !failure.isEmpty()) {
                throw new IllegalStateException("events: %d wait in the outbox, %d of %d read; %s"
                        .formatted(ledger.waiting(), position, end(), failure));
            }
            pause();
        }
    }

    private long end() {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            return consumer.endOffsets(List.of(TOPIC)).getOrDefault(TOPIC, 0L);
        }
    }

    /** The events of these bills in the order of the topic; they are forgotten then. */
    List<Event> drain(Collection<String> bills) {
        Set<String> wanted = new HashSet<>(bills);
        synchronized (events) {
            var found = events.stream()
                    .filter(event -> wanted.contains(event.bill()))
                    .toList();
            events.clear();
            recent.clear();
            return found;
        }
    }

    /** Events that were on the topic before they were committed, if ever they were. */
    List<Event> tooEarly() {
        return tooEarly;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join(5_000);
    }
}
