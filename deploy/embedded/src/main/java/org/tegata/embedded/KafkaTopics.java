package org.tegata.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what lies on a topic now, from its beginning, as any stranger with a plain consumer would. */
public final class KafkaTopics {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private KafkaTopics() {}

    /** One record as it lies on the topic. */
    public record Entry(
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String value) {}

    /** All records of the topic on the broker of this test run; none if the topic is not there. */
    public static List<Entry> read(String topic) {
        return read(SharedInfra.published(SharedInfra.KAFKA), topic);
    }

    /** All records of the topic that were committed when the call began, ordered within each partition. */
    public static List<Entry> read(String bootstrapServers, String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "allow.auto.create.topics", "false",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            if (partitions.isEmpty()) {
                return List.of();
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Entry> entries = new ArrayList<>();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("topic " + topic + " could not be read to its end in " + PATIENCE);
                }
                consumer.poll(Duration.ofMillis(100))
                        .forEach(r -> entries.add(new Entry(r.partition(), r.offset(), r.key(), r.value())));
            }
            return entries;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
        // listTopics() first: asking for one absent topic would wait for the whole timeout
        Set<String> known = consumer.listTopics().keySet();
        if (!known.contains(topic)) {
            return List.of();
        }
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        return found.stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }
}
