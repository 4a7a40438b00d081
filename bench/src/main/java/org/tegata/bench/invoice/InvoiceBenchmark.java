package org.tegata.bench.invoice;

import java.io.IOException;
import org.tegata.bench.Benchmark;
import org.tegata.bench.Figures;
import org.tegata.cli.platform.PlatformFailure;
import org.tegata.embedded.InfraUnavailable;

/** The invoice engine against phive, its scale, its cold start, and the service around it. */
public final class InvoiceBenchmark implements Benchmark {
    @Override
    public String name() {
        return "invoice";
    }

    @Override
    public String what() {
        return "validation of CII invoices (EN 16931 1.3.16) against phive 12 with the official artefacts";
    }

    @Override
    public void run(Figures figures, boolean quick) throws Exception {
        new Speed(figures, quick).run();
        new Scale(figures, quick).run();
        new ColdStart(figures, quick).run();
        try {
            new ServiceLoad(figures, quick).run();
        } catch (IOException | PlatformFailure | InfraUnavailable failure) {
            // The engine's own figures stand without a server.
            figures.missing("http", String.valueOf(failure.getMessage()));
        }
    }
}
