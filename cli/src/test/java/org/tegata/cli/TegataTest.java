package org.tegata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TegataTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine tegata =
            Tegata.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void shouldExplainItself() {
        assertThat(tegata.execute("--help")).isZero();
        assertThat(out.toString()).contains("demo").contains("up").contains("./tegata demo");
        assertThat(tegata.execute("demo", "--help")).isZero();
        assertThat(out.toString()).contains("--base-port");
    }

    @Test
    void shouldRefuseWhatItDoesNotKnow() {
        assertThat(tegata.execute("fly")).isEqualTo(2);
        assertThat(err.toString()).contains("fly");
    }

    @Test
    void shouldTellAKnownFailureInOneLineWithoutAStackTrace() {
        assertThat(tegata.execute("up", "--base-port", "80", "--throw-away")).isEqualTo(2);
        assertThat(err.toString().strip())
                .startsWith("tegata: --base-port must lie")
                .doesNotContain("\n");
    }
}
