package org.tegata.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.tegata.cli.platform.Folders;
import org.tegata.cli.platform.Platform;
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
        try (Platform platform = options.start(Folders.throwAway(Folders.checkout()), line -> {
            out.println("  " + line);
            out.flush();
        })) {
            out.println(platform.issuer());
            return 0;
        }
    }
}
