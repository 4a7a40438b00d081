package org.tegata.bench.title;

import java.io.IOException;
import java.sql.SQLException;
import org.tegata.bench.Benchmark;
import org.tegata.bench.Figures;
import org.tegata.cli.platform.PlatformFailure;
import org.tegata.embedded.InfraUnavailable;

/** Acts on the register of title over HTTP against pgbench doing their SQL, in turns; and what they cost. */
public final class TitleBenchmark implements Benchmark {
    @Override
    public String name() {
        return "title";
    }

    @Override
    public String what() {
        return "signed acts on bills of lading over HTTP against pgbench with the same SQL";
    }

    @Override
    public void run(Figures figures, boolean quick) throws Exception {
        Signatures signatures = new Signatures(figures, quick);
        signatures.run();
        try {
            new TitleLoad(figures, quick, signatures).run();
        } catch (IOException | SQLException | PlatformFailure | InfraUnavailable failure) {
            figures.missing("acts", String.valueOf(failure.getMessage()));
        }
    }
}
