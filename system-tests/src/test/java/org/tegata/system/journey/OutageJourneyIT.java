package org.tegata.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.cli.platform.SampleParty.SHIPPER;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tegata.cli.platform.Folders;
import org.tegata.cli.platform.Platform;
import org.tegata.cli.platform.Service;
import org.tegata.embedded.KafkaTopics;

/** What a service does while Kafka or the database is away, seen from outside. */
class OutageJourneyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform = SharedPlatform.get();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void shouldGoOnWorkingWithoutKafkaAndPublishLater() throws Exception {
        String number = "INV-K-" + UUID.randomUUID();
        HttpResponse<String> answer;
        platform.stopKafka();
        try {
            answer = submit(number, number);
        } finally {
            platform.startKafka();
        }

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains(number);
        await(() -> published(number) >= 1);
        assertThat(published(number)).isEqualTo(1);
    }

    @Test
    void shouldAnswer503WithoutTheDatabaseAndLoseNothing() throws Exception {
        String stored = "INV-D-" + UUID.randomUUID();
        String refused = "INV-E-" + UUID.randomUUID();
        assertThat(submit(stored, stored).statusCode()).isEqualTo(201);
        HttpResponse<String> answer;
        platform.stopPostgres();
        try {
            answer = submit(refused, refused);
        } finally {
            platform.startPostgres();
        }

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("/problems/unavailable").doesNotContain("Exception", "at org.");
        // The same request with the same key, once the database is back: made once, and the earlier one is still there.
        await(() -> submit(refused, refused).statusCode() == 201);
        assertThat(submit(refused, refused).statusCode()).isEqualTo(201);
        await(() -> published(refused) >= 1);
        assertThat(published(refused)).isEqualTo(1);
        assertThat(submit(stored, "another key").statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> submit(String number, String key) throws IOException, InterruptedException {
        String xml = Files.readString(Folders.checkout().resolve("examples/trade/export-invoice.xml"))
                .replace("INV-2026-0815", number);
        var request = HttpRequest.newBuilder(URI.create(platform.url(Service.INVOICES) + "/invoices"))
                .header("Authorization", "Bearer " + platform.token(SHIPPER))
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", key.replace(' ', '-'))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(xml))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private long published(String number) {
        return KafkaTopics.read(platform.kafkaBootstrapServers(), "invoices").stream()
                .filter(entry -> String.valueOf(entry.value()).contains(number))
                .count();
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            Thread.sleep(300);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }
}
