package org.tegata.gateway.peer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Reserves the port on which the tests start their {@link RegistryStandIn}, and shortens the gateway's patience. */
public final class PeerResource implements QuarkusTestResourceLifecycleManager {

    /** System property with the port: test and resource live in different class loaders. */
    public static final String PORT = "tegata.test.registry-port";

    @Override
    public Map<String, String> start() {
        String port = System.getProperty(PORT);
        if (port == null) {
            port = String.valueOf(freePort());
            System.setProperty(PORT, port);
        }
        return Map.of(
                "tegata.gateway.registry-url", "http://localhost:" + port,
                "tegata.gateway.token-url", "http://localhost:" + port + "/token",
                "tegata.gateway.calls.timeout", "3s",
                "tegata.gateway.calls.connect-timeout", "1s",
                "tegata.gateway.retry.initial-delay", "50ms",
                "tegata.gateway.retry.max-delay", "300ms");
    }

    public static RegistryStandIn registry() {
        return new RegistryStandIn(Integer.parseInt(System.getProperty(PORT)));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    @Override
    public void stop() {
        // nothing runs here
    }
}
