package org.tegata.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.tegata.cli.platform.PlatformFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code tegata} command. */
@Command(
        name = "tegata",
        mixinStandardHelpOptions = true,
        version = "Tegata 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        header = "Trade documents as data: invoices, letters of credit, electronic bills of lading.",
        description = {
            "",
            "Runs two trade platforms on this machine, with a real PostgreSQL and a real Kafka inside.",
            "Nothing needs to be installed but Java 17 and Maven 3.8.7, and nothing leaves the machine.",
            ""
        },
        subcommands = {DemoCommand.class, UpCommand.class},
        footer = {"", "First time here? Type: ./tegata demo"})
public final class Tegata {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger PICKY_DRIVER = Logger.getLogger("org.postgresql");

    private Tegata() {}

    public static void main(String[] args) {
        if (Runtime.version().feature() < 17) {
            System.err.println("Tegata needs Java 17 or newer; this is Java "
                    + Runtime.version().feature() + ".");
            System.exit(2);
        }
        ROOT.setLevel(Level.WARNING);
        PICKY_DRIVER.setLevel(Level.OFF);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Tegata());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof PlatformFailure known) {
                command.getErr().println("tegata: " + known.getMessage());
                return 2;
            }
            failure.printStackTrace(command.getErr());
            return 3;
        });
        return line;
    }
}
