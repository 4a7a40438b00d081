package org.tegata.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How events leave this service. */
@ConfigMapping(prefix = "tegata.outbox")
public interface OutboxConfig {

    /** Put before every topic name, so that several platforms can share one Kafka; set it by TEGATA_TOPIC_PREFIX. */
    Optional<String> topicPrefix();

    /** CloudEvents {@code source} of this service's events, a URI reference. */
    String source();

    /** How often the relay looks for committed events. */
    @WithDefault("0.25s")
    Duration every();

    /** How many events one turn of the relay takes. */
    @WithDefault("1000")
    int batchSize();

    /** How long the relay waits for Kafka to acknowledge one batch. */
    @WithDefault("10s")
    Duration sendTimeout();
}
