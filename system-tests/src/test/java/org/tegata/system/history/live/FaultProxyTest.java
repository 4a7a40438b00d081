package org.tegata.system.history.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tegata.system.history.live.FaultProxy.Spoil;

/** What the proxy does to a statement, seen from both sides. */
class FaultProxyTest {

    private static final String ACT = "insert eyJhbGciOi...";

    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private ServerSocket database;
    private FaultProxy proxy;

    @BeforeEach
    void open() throws IOException {
        database = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = new FaultProxy();
        proxy.forwardTo(database.getLocalPort());
        var thread = new Thread(this::serve, "database");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        database.close();
    }

    private void serve() {
        while (!database.isClosed()) {
            try (var socket = database.accept()) {
                byte[] buffer = new byte[1_000];
                for (int n = socket.getInputStream().read(buffer);
                        n >= 0;
                        n = socket.getInputStream().read(buffer)) {
                    arrived.add(new String(buffer, 0, n, StandardCharsets.US_ASCII));
                    socket.getOutputStream().write("done".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException cut) {
                // the next connection, if there is one
            }
        }
    }

    private String ask(String statement) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(statement.getBytes(StandardCharsets.US_ASCII));
            byte[] buffer = new byte[100];
            int n = socket.getInputStream().read(buffer);
            return n < 0 ? "cut" : new String(buffer, 0, n, StandardCharsets.US_ASCII);
        } catch (java.net.SocketException reset) {
            return "cut";
        }
    }

    @Test
    void shouldForwardWhenNothingIsToBeSpoilt() throws Exception {
        assertThat(ask(ACT)).isEqualTo("done");
        assertThat(arrived.poll(5, TimeUnit.SECONDS)).isEqualTo(ACT);
    }

    @ParameterizedTest
    @CsvSource({"CUT_BEFORE_FORWARDING, cut, false", "CUT_INSTEAD_OF_ANSWER, cut, true", "DELAY, done, true"})
    void shouldSpoilTheNextActAndNothingElse(Spoil how, String answer, boolean arrives) throws Exception {
        proxy.spoilNext(how);

        assertThat(ask("select 1")).isEqualTo("done");
        assertThat(arrived.poll(5, TimeUnit.SECONDS)).isEqualTo("select 1");
        assertThat(ask(ACT)).isEqualTo(answer);
        assertThat(proxy.spoilt()).isEqualTo(1);
        assertThat(ask("select 2")).isEqualTo("done");
        assertThat(arrived.poll(5, TimeUnit.SECONDS)).isEqualTo(arrives ? ACT : "select 2");
    }

    @Test
    void shouldCutAtOnceWhenTheActIsForwarded() throws Exception {
        proxy.spoilNext(Spoil.CUT_AFTER_FORWARDING);

        assertThat(ask(ACT)).isEqualTo("cut");
        assertThat(proxy.spoilt()).isEqualTo(1);
    }
}
