package org.tegata.cli;

import org.tegata.cli.platform.Folders;
import org.tegata.cli.platform.Platform;
import org.tegata.cli.platform.PortPlan;
import org.tegata.cli.platform.Progress;
import picocli.CommandLine.Option;

/** What every command that starts a platform can be told. */
final class PlatformOptions {
    @Option(
            names = "--base-port",
            paramLabel = "PORT",
            defaultValue = "" + PortPlan.DEFAULT_BASE,
            description = "Port of the first gateway; the other services follow. Default: ${DEFAULT-VALUE}")
    private int basePort = PortPlan.DEFAULT_BASE;

    private volatile AutoCloseable open = () -> {};

    PortPlan ports() {
        return PortPlan.from(basePort);
    }

    /** Starts a platform that Ctrl-C stops, whatever the program is doing at that moment. */
    Platform start(Folders folders, Progress progress) {
        open = folders;
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeQuietly, "tegata-stop"));
        return Platform.start(folders, ports(), progress, opened -> open = opened);
    }

    private void closeQuietly() {
        try {
            open.close();
        } catch (Exception e) {
            System.err.println("tegata: not everything could be stopped: " + e.getMessage());
        }
    }
}
