package org.tegata.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.FreePorts;

class ApiTest {
    private final int port = FreePorts.find(1).get(0);
    private final URI uri = URI.create("http://localhost:" + port + "/bills");
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile int busyAnswers;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
        server.createContext("/bills", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            boolean busy = keys.size() <= busyAnswers;
            byte[] body = "{\"id\":\"7\",\"type\":\"/problems/wrong-state\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            exchange.sendResponseHeaders(busy ? 503 : 201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldRepeatWithTheSameKeyWhileTheServiceIsBusy() {
        busyAnswers = 2;
        Reply reply = new Api(Duration.ofSeconds(20))
                .post(uri)
                .idempotencyKey("once")
                .json(List.of())
                .send();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.attempts()).isEqualTo(3);
        assertThat(keys).containsExactly("once", "once", "once");
    }

    @Test
    void shouldHandOverTheLastAnswerWhenTheServiceStaysBusy() {
        busyAnswers = Integer.MAX_VALUE;
        assertThat(new Api(Duration.ZERO).get(uri).send().status()).isEqualTo(503);
    }

    @Test
    void shouldSayWhoDidNotAnswer() {
        server.stop(0);
        assertThatThrownBy(() -> new Api(Duration.ofMillis(300)).get(uri).send())
                .isInstanceOf(ServiceAway.class)
                .hasMessageContaining("GET " + uri);
    }

    @Test
    void shouldReadVersionAndProblem() {
        Reply reply = new Api(Duration.ZERO).get(uri).send();
        assertThat(reply.version()).isEqualTo(3);
        assertThat(reply.problem()).isEqualTo("wrong-state");
        assertThat(reply.at("/id")).isEqualTo("7");
        assertThat(reply.at("/absent")).isEmpty();
    }
}
