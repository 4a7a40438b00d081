package org.tegata.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(body);
            boolean chunked = body.endsWith("1");
            exchange.sendResponseHeaders(chunked ? 200 : 201, chunked ? 0 : body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    @Test
    void shouldSendEachRequestOnceAndCountTheAnswers() throws Exception {
        Load load = new Load(
                port(), 3, n -> HttpConnection.request("POST", "/", "", ("r" + n).getBytes(StandardCharsets.US_ASCII)));
        Load.Outcome closed = load.closed(0.2);
        assertThat(closed.count()).isEqualTo(seen.size()).isPositive();
        assertThat(closed.statuses().keySet()).containsExactlyInAnyOrder(200, 201);
        assertThat(closed.all(201)).isFalse();
        Load.Outcome open = load.open(0.3, 100);
        assertThat(open.count()).isEqualTo(30);
        assertThat(closed.count() + open.count()).isEqualTo(seen.size());
        assertThat(open.millis(50)).isLessThanOrEqualTo(open.millis(99));
    }

    @Test
    void shouldSendSoManyAndTellOfEachAnswer() throws Exception {
        Set<String> heard = ConcurrentHashMap.newKeySet();
        Load load = new Load(
                port(),
                4,
                n -> HttpConnection.request("POST", "/", "", ("a\"b" + n + "\"").getBytes(StandardCharsets.US_ASCII)),
                (n, status, answer) ->
                        heard.add(n + " " + status + " " + answer.quotedAfter("a\"".getBytes(StandardCharsets.US_ASCII))
                                + answer.quotedAfter("absent".getBytes(StandardCharsets.US_ASCII))));
        Load.Outcome outcome = load.all(25);
        assertThat(outcome.count()).isEqualTo(25);
        assertThat(outcome.generatorSeconds()).isPositive().isLessThan(5);
        assertThat(heard).hasSize(25).contains("0 201 b0", "24 201 b24");
    }

    @Test
    void shouldReadBothFormsOfABody() throws Exception {
        try (HttpConnection connection = new HttpConnection(port())) {
            for (String body : new String[] {"chunked-1", "measured-2", "chunked-again-1", "1"}) {
                connection.exchange(HttpConnection.request("POST", "/", "", body.getBytes(StandardCharsets.US_ASCII)));
                assertThat(connection.body()).isEqualTo(body);
            }
        }
    }

    @Test
    void shouldKnowTheMiddle() {
        Distribution values = new Distribution(new double[] {5, 1, 4, 2, 3});
        assertThat(values.median()).isEqualTo(3);
        assertThat(values.p10()).isEqualTo(1);
        assertThat(values.p90()).isEqualTo(5);
        assertThat(new Distribution(new double[] {1, 2}).median()).isEqualTo(1.5);
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
