package org.tegata.cli.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tegata.embedded.FreePorts;

/** Which local TCP port each process listens on. */
public final class PortPlan {
    /** The gateway's port unless {@code --base-port} says otherwise; the others follow at fixed distances. */
    public static final int DEFAULT_BASE = 8080;

    private static final int ISSUER_OFFSET = 9;
    private static final int POSTGRES_OFFSET = 20;
    private static final int KAFKA_OFFSET = 21;
    private static final int LAST_OFFSET = 21;

    private final Map<Service, Integer> services = new EnumMap<>(Service.class);
    private final int issuer;
    private final int postgres;
    private final int kafka;
    private final int base;

    private PortPlan(int base, List<Integer> free) {
        this.base = base;
        int next = 0;
        for (Service service : Service.values()) {
            services.put(service, base > 0 ? base + service.portOffset() : free.get(next++));
        }
        issuer = base > 0 ? base + ISSUER_OFFSET : free.get(next++);
        postgres = base > 0 ? base + POSTGRES_OFFSET : free.get(next++);
        kafka = base > 0 ? base + KAFKA_OFFSET : free.get(next);
    }

    /** Ports that people can remember: gateway 8080, invoices 8081, credits 8082, registry 8083 and so on. */
    public static PortPlan from(int basePort) {
        if (basePort < 1024 || basePort + LAST_OFFSET > 65_535) {
            throw new PlatformFailure("--base-port must lie between 1024 and " + (65_535 - LAST_OFFSET) + ".");
        }
        return new PortPlan(basePort, List.of());
    }

    /** Any free ports, so that several platforms can run side by side. */
    public static PortPlan free() {
        return new PortPlan(0, FreePorts.find(Service.values().length + 3));
    }

    public int of(Service service) {
        return services.getOrDefault(service, 0);
    }

    public int issuer() {
        return issuer;
    }

    public int postgres() {
        return postgres;
    }

    public int kafka() {
        return kafka;
    }

    /** Refuses when another program listens on one of the ports, and says on which and what to do. */
    void requireFree() {
        services.forEach((service, port) -> requireFree(port, service.label()));
        requireFree(issuer, "token issuer");
        requireFree(postgres, "PostgreSQL");
        requireFree(kafka, "Kafka");
    }

    private void requireFree(int port, String user) {
        if (FreePorts.isFree(port) && !answers(port)) {
            return;
        }
        int other = base + 1000 + LAST_OFFSET > 65_535 ? 20_000 : base + 1000;
        throw new PlatformFailure("Port " + port + " (for " + user + ") is taken by another program. "
                + "Stop that program, or move Tegata: add --base-port " + other + " (it uses " + other + " to "
                + (other + LAST_OFFSET) + ").");
    }

    // macOS lets a program bind "all addresses" although another listens on 127.0.0.1; only asking tells.
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
