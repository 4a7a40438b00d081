package org.tegata.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.tegata.cli.api.ServiceAway;
import org.tegata.cli.platform.Folders;
import org.tegata.cli.platform.Platform;
import org.tegata.cli.trade.Story;
import org.tegata.cli.trade.Trade;
import org.tegata.cli.trade.TradeStopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tegata demo}: one whole trade, told line by line, each claim checked. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Play one whole trade through the public APIs, from the invoice to the delivery of the cargo.",
        description = {
            "",
            "A shipper in Osaka sells machines to an importer in Hamburg under a letter of credit. Every step",
            "is an HTTP call that anyone could make; every line says who did what, what the service answered,",
            "and what that proves. Ends with exit code 0 only if everything happened as it should.",
            "Uses a fresh folder for its data and removes it at the end.",
            ""
        })
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting two trade platforms on this machine.");
        out.flush();
        long began = System.nanoTime();
        try (Platform platform = options.start(Folders.throwAway(Folders.checkout()), line -> {
            out.println("  " + line);
            out.flush();
        })) {
            Story story = new Story(out);
            boolean finished = play(new Trade(platform, story), out);
            return conclude(out, story, finished, began);
        }
    }

    private static boolean play(Trade trade, PrintWriter out) {
        out.println();
        out.println("Each line: who, the HTTP status, what, [id], and what was checked.");
        try {
            trade.submitInvoices();
            trade.openCredit();
            trade.issueBill();
            trade.presentDocuments();
            trade.honourAndTransfer();
            trade.deliver();
            trade.audit();
            return true;
        } catch (TradeStopped | ServiceAway stopped) {
            out.println();
            out.println("The trade cannot go on: " + stopped.getMessage());
            return false;
        }
    }

    private static int conclude(PrintWriter out, Story story, boolean finished, long began) {
        List<String> failures = story.failures();
        boolean good = finished && failures.isEmpty();
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        out.println();
        out.printf(
                "%s %d acts, %d expectations checked, %d not met, after %d s.%n",
                good ? "The trade is done, and everything was as it should be:" : "Not everything was as it should be:",
                story.acts(),
                story.claims(),
                failures.size(),
                seconds);
        failures.forEach(failure -> out.println("  - " + failure));
        out.println(
                good
                        ? "Next: ./tegata up keeps the platforms running, with tokens and calls to try yourself."
                        : "The logs of the services: .tegata/logs");
        out.flush();
        return good ? 0 : 1;
    }
}
