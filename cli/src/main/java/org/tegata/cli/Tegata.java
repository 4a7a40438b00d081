package org.tegata.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
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
            "Judges invoices and bills of lading, acts on bills of lading with a key of your own, and runs two trade"
                    + " platforms on this machine, with a real PostgreSQL and a real Kafka inside. Nothing needs to be"
                    + " installed but Java"
                    + " 17 and Maven 3.8.7, and nothing leaves the machine unless you say where to.",
            ""
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ValidateCommand.class,
            ConvertCommand.class,
            RuleSetsCommand.class,
            RulesCommand.class,
            KeyCommand.class,
            ActCommand.class,
            SignActCommand.class,
            VerifyChainCommand.class
        },
        footer = {"", "First time here? Type: ./tegata demo"})
public final class Tegata {
    private static final Set<String> NEED_NO_PLATFORM = Set.of("validate", "convert", "rule-sets", "rules");

    private Tegata() {}

    /** The same command line without what starts a platform: it is loaded in a third of the time. */
    @Command(
            name = "tegata",
            subcommands = {ValidateCommand.class, ConvertCommand.class, RuleSetsCommand.class, RulesCommand.class})
    private static final class Judging {}

    public static void main(String[] args) {
        if (Runtime.version().feature() < 17) {
            System.err.println("Tegata needs Java 17 or newer; this is Java "
                    + Runtime.version().feature() + ".");
            System.exit(2);
        }
        boolean judging = args.length > 0 && NEED_NO_PLATFORM.contains(args[0]);
        System.exit(judging ? judge(args) : runPlatform(args));
    }

    private static int judge(String[] args) {
        return configured(new CommandLine(new Judging())).setOut(utf8()).execute(args);
    }

    private static int runPlatform(String[] args) {
        Quiet.ROOT.setLevel(Level.WARNING);
        Quiet.PICKY_DRIVER.setLevel(Level.OFF);
        return commandLine().setOut(utf8()).execute(args);
    }

    /** The messages are in two scripts, and so are the names of parties: UTF-8, whatever the locale says. */
    private static PrintWriter utf8() {
        return new PrintWriter(new OutputStreamWriter(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), StandardCharsets.UTF_8));
    }

    /** Apart, so that judging loads no logging. */
    private static final class Quiet {
        // java.util.logging keeps loggers by weak reference only
        private static final Logger ROOT = Logger.getLogger("");
        private static final Logger PICKY_DRIVER = Logger.getLogger("org.postgresql");
    }

    static CommandLine commandLine() {
        return configured(new CommandLine(new Tegata()));
    }

    private static CommandLine configured(CommandLine line) {
        // A file that happens to be called @something is a document, not a list of arguments.
        line.setExpandAtFiles(false);
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
