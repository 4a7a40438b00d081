package org.tegata.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.FreePorts;

class PortPlanTest {
    @Test
    void shouldGiveEachProcessItsOwnPort() {
        for (PortPlan plan : new PortPlan[] {PortPlan.from(8080), PortPlan.free()}) {
            Set<Integer> ports = new HashSet<>(Set.of(plan.issuer(), plan.postgres(), plan.kafka()));
            for (Service service : Service.values()) {
                ports.add(plan.of(service));
            }
            assertThat(ports).hasSize(Service.values().length + 3);
        }
    }

    @Test
    void shouldSayWhichServiceLacksItsPortAndWhatToDo() throws IOException {
        int base = FreePorts.find(1).get(0) / 2 + 1024;
        try (ServerSocket other =
                new ServerSocket(base + Service.CREDITS.portOffset(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(() -> PortPlan.from(base).requireFree())
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("lc-service")
                    .hasMessageContaining("--base-port " + (base + 1000));
        }
    }

    @Test
    void shouldRefuseABasePortOutOfRange() {
        assertThatThrownBy(() -> PortPlan.from(80)).isInstanceOf(PlatformFailure.class);
        assertThatThrownBy(() -> PortPlan.from(65_530)).isInstanceOf(PlatformFailure.class);
    }
}
