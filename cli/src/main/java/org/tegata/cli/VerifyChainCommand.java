package org.tegata.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tegata.cli.api.Reply;
import org.tegata.cli.api.ServiceAway;
import org.tegata.cli.title.ChainCheck;
import org.tegata.cli.title.SavedChain;
import org.tegata.cli.validate.Terminal;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tegata verify-chain}: whether a bill's record holds, entry by entry, by public keys alone. */
@Command(
        name = "verify-chain",
        mixinStandardHelpOptions = true,
        header = "Verify a bill's whole record: every seal, every link, and the signature of whoever acted.",
        description = {
            "",
            "Asks a register for the record and the published keys, or reads them from a file that --save wrote;"
                    + " then no network is needed. The keys are as trustworthy as where they came from.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the record holds",
            "1:it does not; the first broken entry is named",
            "2:wrong use, or the record could not be read"
        },
        footer = {
            "",
            "Examples:",
            "  tegata verify-chain --bill 01a1f9ec-… --save record.json",
            "  tegata verify-chain record.json"
        })
final class VerifyChainCommand implements Callable<Integer> {
    private static final int BROKEN = 1;
    private static final int FAILED = 2;
    private static final int HTTP_OK = 200;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    /** One of the two. */
    static final class Source {
        @Parameters(paramLabel = "FILE", description = "What --save wrote.")
        private @Nullable String file;

        @Option(names = "--bill", paramLabel = "ID", description = "The bill's id in the register.")
        private @Nullable String bill;
    }

    @Option(names = "--save", paramLabel = "FILE", description = "Also keep record and keys there, for later.")
    private @Nullable String save;

    @Mixin
    private RegistryOptions register = new RegistryOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            SavedChain saved = source.file == null ? ask(String.valueOf(source.bill)) : read(source.file);
            if (save != null) {
                Files.writeString(CallersFolder.resolve(save), saved.json() + "\n");
            }
            return tell(saved);
        } catch (NoSuchFileException e) {
            return fail("there is no file " + e.getMessage());
        } catch (IOException | InvalidPathException e) {
            return fail(String.valueOf(e.getMessage()));
        } catch (ServiceAway e) {
            return fail("the register does not answer: " + e.getMessage());
        }
    }

    private static SavedChain read(String file) throws IOException {
        return SavedChain.read(Files.readString(CallersFolder.resolve(file)));
    }

    private SavedChain ask(String bill) throws IOException {
        String id = register.bill(bill);
        JsonNode chain = answer(register.get("/bills/" + id + "/chain").send());
        JsonNode jwks = answer(register.getOpen("/.well-known/jwks.json").send());
        Map<String, JsonNode> keys = new LinkedHashMap<>();
        for (String party : SavedChain.parties(chain)) {
            keys.put(
                    party,
                    answer(register.get("/parties/" + RegistryOptions.encode(party) + "/keys")
                            .send()));
        }
        return SavedChain.read(SavedChain.of(chain, jwks, keys).json());
    }

    private static JsonNode answer(Reply reply) throws IOException {
        if (reply.status() != HTTP_OK) {
            throw new IOException("the register answered " + Terminal.printable(reply.toString()));
        }
        return reply.json();
    }

    private int tell(SavedChain saved) throws IOException {
        ChainCheck.Result result;
        try {
            result = saved.verify();
        } catch (IllegalArgumentException e) {
            throw new IOException("the register's keys cannot be used: " + e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        int number = 0;
        for (String act : result.acts()) {
            out.printf("ok   %3d  %s%n", ++number, Terminal.printable(act));
        }
        if (!result.sound()) {
            out.println("NOT  " + Terminal.printable(result.reason()));
        }
        out.printf(
                "%s: bill %s, %d entries hold, %d of them signed by the party that acted%s%n",
                result.sound() ? "sound" : "broken",
                Terminal.printable(saved.billId()),
                result.acts().size(),
                result.signed(),
                before(result.beforeSignedActs()));
        out.flush();
        return result.sound() ? 0 : BROKEN;
    }

    /** Nothing that a party could prove or deny: whoever reads the verdict is told of them. */
    private static String before(int unsigned) {
        return unsigned == 0
                ? ""
                : ", %d %s from before signed acts".formatted(unsigned, unsigned == 1 ? "entry" : "entries");
    }

    private int fail(String why) {
        spec.commandLine().getErr().println("tegata: not verified: " + why);
        return FAILED;
    }
}
