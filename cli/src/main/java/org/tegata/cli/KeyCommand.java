package org.tegata.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tegata.cli.title.KeyFile;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tegata key}: the key by which a party signs its acts, in a file of its own. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Make or show the key by which you sign acts on bills of lading; it never leaves your machine.",
        description = {""},
        subcommands = {KeyCommand.New.class, KeyCommand.Show.class})
final class KeyCommand {
    private static final int FAILED = 2;

    private KeyCommand() {}

    /** {@code tegata key new}. */
    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            header = "Make a key, keep it in a new file that only you can read, and print its public half.",
            description = {
                "",
                "The public half (a JWK) is what the platform's operator registers for your organisation:"
                        + " POST /parties/{party}/keys. Whoever has the file can act in your name; keep a copy safe.",
                ""
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:the key is made", "2:wrong use, or the file is there already or cannot be written"},
            footer = {"", "Example:", "  tegata key new ~/hanshin.jwk"})
    static final class New implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there.")
        private String file = "";

        @Option(names = "--ed25519", description = "An Ed25519 key (EdDSA). Default: EC P-256 (ES256).")
        private boolean ed25519;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli injects it before call()
        private CommandSpec spec;

        @Override
        public Integer call() {
            try {
                String jwk = ed25519 ? Keys.newEd25519KeyJwk() : Keys.newEcKeyJwk();
                KeyFile.create(CallersFolder.resolve(file), jwk);
                spec.commandLine().getOut().println(Sealer.fromJwk(jwk).publicJwk());
                spec.commandLine().getOut().flush();
                return 0;
            } catch (IOException | InvalidPathException e) {
                spec.commandLine().getErr().println("tegata: no key was made: " + e.getMessage());
                return FAILED;
            }
        }
    }

    /** {@code tegata key show}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            header = "Print the public half of the key in a file, a JWK; its kid is the RFC 7638 thumbprint.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:printed", "2:wrong use, or the file holds no key"})
    static final class Show implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "The file with the private key.")
        private String file = "";

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli injects it before call()
        private CommandSpec spec;

        @Override
        public Integer call() {
            try {
                spec.commandLine().getOut().println(read(spec, file).publicJwk());
                spec.commandLine().getOut().flush();
                return 0;
            } catch (IOException | InvalidPathException e) {
                spec.commandLine().getErr().println("tegata: " + e.getMessage());
                return FAILED;
            }
        }
    }

    /** The key of a file of the caller; warns when others can read it. */
    static Sealer read(CommandSpec spec, String file) throws IOException {
        Path path = CallersFolder.resolve(file);
        Sealer key = KeyFile.read(path);
        if (KeyFile.isOpenToOthers(path)) {
            spec.commandLine().getErr().println("tegata: warning: other users can read " + file + "; chmod 600 it");
        }
        return key;
    }
}
