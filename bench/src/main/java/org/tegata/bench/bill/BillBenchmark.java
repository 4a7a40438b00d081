package org.tegata.bench.bill;

import java.io.IOException;
import org.tegata.bench.Benchmark;
import org.tegata.bench.Figures;
import org.tegata.cli.platform.PlatformFailure;
import org.tegata.embedded.InfraUnavailable;

/** Reading, judging and mapping bills of lading against the schema validator alone; the service around it. */
public final class BillBenchmark implements Benchmark {
    @Override
    public String name() {
        return "bill";
    }

    @Override
    public String what() {
        return "bills of lading: schema, rules and mapping to DCSA's JSON against the JDK's schema validator alone";
    }

    @Override
    public void run(Figures figures, boolean quick) throws Exception {
        new Reading(figures, quick).run();
        new ColdBill(figures, quick).run();
        try {
            new BillLoad(figures, quick).run();
        } catch (IOException | PlatformFailure | InfraUnavailable failure) {
            // What the documents cost stands without a server.
            figures.missing("http", String.valueOf(failure.getMessage()));
        }
    }
}
