package org.tegata.bench.title;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tegata.bench.Figures;
import org.tegata.bench.measure.ChildJvm;
import org.tegata.seal.CryptoProvider;

/** What ES256 costs by each provider (foundation/seal), by CPU time of one thread. */
final class Signatures {
    private static final Pattern MICROS = Pattern.compile("micros ([0-9.]+) ([0-9.]+)");
    private static final double GOAL_PER_S = 12_000;

    private final Figures figures;
    private final double seconds;
    private final Map<CryptoProvider, Cost> costs = new LinkedHashMap<>();

    /** CPU microseconds. */
    record Cost(double verify, double sign) {}

    Signatures(Figures figures, boolean quick) {
        this.figures = figures;
        this.seconds = quick ? 1 : 5;
    }

    void run() throws IOException, InterruptedException {
        figures.progress("ES256 by provider: a JWS over a statement of a transfer");
        figures.row("%-15s %14s %12s", "provider", "verify/s core", "sign/s core");
        for (CryptoProvider provider : CryptoProvider.values()) {
            ChildJvm.Cost child = ChildJvm.run(List.of(
                    "-XX:+UseSerialGC",
                    "-Dtegata.crypto.provider=" + provider.name(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    SignatureChild.class.getName(),
                    String.valueOf(seconds)));
            Matcher micros = MICROS.matcher(child.output());
            if (child.exitCode() != 0 || !micros.find()) {
                figures.missing("verify-per-s-core-" + figure(provider), child.output());
                continue;
            }
            Cost cost = new Cost(Double.parseDouble(micros.group(1)), Double.parseDouble(micros.group(2)));
            costs.put(provider, cost);
            figures.row("%-15s %,14.0f %,12.0f", provider, 1e6 / cost.verify, 1e6 / cost.sign);
            figures.context("verify-per-s-core-" + figure(provider), 1e6 / cost.verify);
        }
        if (!costs.isEmpty()) {
            figures.atLeast("verify-per-s-core-best", 1e6 / best().verify, GOAL_PER_S);
        }
    }

    private static String figure(CryptoProvider provider) {
        return provider.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the provider that a service would choose. */
    Cost best() {
        return costs.values().stream()
                .min((a, b) -> Double.compare(a.verify, b.verify))
                .orElse(new Cost(Double.NaN, Double.NaN));
    }
}
