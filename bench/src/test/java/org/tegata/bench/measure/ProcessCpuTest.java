package org.tegata.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessCpuTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldCountWhatEndedChildrenHaveUsed() throws Exception {
        Process shell = new ProcessBuilder(
                        "bash", "-c", "bash -c 'for ((i = 0; i < 150000; i++)); do :; done'; echo done; read -r")
                .start();
        try {
            shell.inputReader().readLine();
            Duration all = ProcessCpu.ofServer(shell.pid());
            assertThat(all.minus(ProcessCpu.of(shell.pid()))).isGreaterThan(Duration.ofMillis(20));
        } finally {
            shell.destroy();
        }
    }
}
