package org.tegata.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tegata.cli.api.Reply;
import org.tegata.cli.api.ServiceAway;
import org.tegata.cli.title.Statement;
import org.tegata.cli.validate.Terminal;
import org.tegata.seal.CanonicalJson;
import org.tegata.seal.Sealer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tegata act}: one act on a bill, signed with the caller's own key. */
@Command(
        name = "act",
        mixinStandardHelpOptions = true,
        header = "Act on a bill of lading, signed with your own key: transfer, endorse, surrender and so on.",
        description = {
            "",
            "Reads the bill's head from the register, signs on this machine the statement that names it, and"
                    + " sends it. If somebody acts in between, nothing happens and you are told who was first.",
            "Prints the register's receipt (JSON) to standard output.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is done",
            "1:the register refused it, nothing has happened",
            "2:wrong use, the key cannot be read, or the register did not answer"
        },
        footer = {
            "",
            "Examples:",
            "  export TEGATA_TOKEN=…",
            "  tegata act transfer --bill 01a1f9ec-… --recipient GLEIF:… --key my.jwk",
            "  tegata act surrender-for-delivery --bill 01a1f9ec-… --key my.jwk"
        })
final class ActCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int FAILED = 2;
    private static final int HTTP_OK = 200;
    private static final Set<String> ACTS = new TreeSet<>(Set.of(
            "issue",
            "transfer",
            "reject-transfer",
            "endorse",
            "endorse-to-order",
            "blank-endorse",
            "sign",
            "pledge",
            "release",
            "surrender-for-delivery",
            "surrender-for-amendment",
            "accept-surrender",
            "refuse-surrender",
            "switch-to-paper",
            "void"));

    @Parameters(
            paramLabel = "ACT",
            description =
                    "One of issue, transfer, reject-transfer, endorse, endorse-to-order, blank-endorse, sign, pledge,"
                            + " release, surrender-for-delivery, surrender-for-amendment, accept-surrender,"
                            + " refuse-surrender, switch-to-paper, void. Issuing also signs, with the same key, the"
                            + " issuance manifest that the register has prepared.")
    private String act = "";

    @Option(names = "--bill", paramLabel = "ID", required = true, description = "The bill's id in the register.")
    private String bill = "";

    @Option(
            names = {"-k", "--key"},
            paramLabel = "FILE",
            required = true,
            description = "The file with your private key (see: tegata key new).")
    private String key = "";

    @Option(
            names = "--recipient",
            paramLabel = "PARTY",
            description = "To whom: transfer, pledge, endorse. Such as GLEIF:TGTACONFBANK00000187")
    private @Nullable String recipient;

    @Option(names = "--recipient-name", paramLabel = "NAME", description = "The recipient's name.")
    private @Nullable String recipientName;

    @Option(
            names = "--platform",
            paramLabel = "CODE",
            description = "The recipient's eBL platform, such as TGTB. Default: the register's own")
    private @Nullable String platform;

    @Option(names = "--reason", paramLabel = "CODE", description = "SWTP, COD or SWI, of a surrender for amendment.")
    private @Nullable String reason;

    @Option(names = "--comments", paramLabel = "TEXT", description = "A word to the other party, 255 characters.")
    private @Nullable String comments;

    @Option(
            names = "--originals",
            paramLabel = "N",
            description = "How many paper originals are issued (switch-to-paper) or were cancelled (issue).")
    private @Nullable Integer originals;

    @Option(names = "--place", paramLabel = "PLACE", description = "Where this happens.")
    private @Nullable String place;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "With issue: the signed issuance manifest (JWS), if it is not to be signed here.")
    private @Nullable String manifest;

    @Option(
            names = "--head",
            paramLabel = "HEX",
            description = "The head that you decided on. Default: the present one")
    private @Nullable String head;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "Default: made from the statement, so that the same statement never acts twice.")
    private @Nullable String idempotencyKey;

    @Mixin
    private RegistryOptions register = new RegistryOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        String name = act.toLowerCase(Locale.ROOT).replace('_', '-');
        if (!ACTS.contains(name)) {
            throw new ParameterException(
                    spec.commandLine(), "'" + act + "' is no act. There are: " + String.join(", ", ACTS));
        }
        if (recipient == null && (recipientName != null || platform != null)) {
            throw new ParameterException(spec.commandLine(), "--recipient is missing");
        }
        try {
            return act(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IOException | InvalidPathException e) {
            return fail(String.valueOf(e.getMessage()));
        } catch (ServiceAway e) {
            return fail("the register does not answer: " + e.getMessage());
        }
    }

    private int act(String word) throws IOException {
        Sealer own = KeyCommand.read(spec, key);
        String id = register.bill(bill);
        String actor = register.party();
        String builtOn = head;
        JsonNode present = MissingNode.getInstance();
        if (builtOn == null || (word.equals("ISSUE") && manifest == null)) {
            Reply read = register.get("/bills/" + id).send();
            if (read.status() != HTTP_OK) {
                return refused(read);
            }
            present = read.json();
            builtOn = builtOn == null ? present.path("head").asText() : builtOn;
        }
        Statement statement = particulars(Statement.of(id, builtOn, word, actor));
        if (word.equals("ISSUE")) {
            statement = statement.with("issuanceManifestSignedContent", signedManifest(present, own));
        }
        String once = idempotencyKey == null ? "act-" + sha256(statement.json()) : idempotencyKey;
        return send(id, builtOn, once, statement.signed(own));
    }

    private Statement particulars(Statement bare) {
        Statement statement = recipient == null ? bare : bare.to(recipient, recipientName, platform);
        return statement
                .with("reasonCode", reason)
                .with("comments", comments)
                .with("originals", originals)
                .with("place", place);
    }

    private String signedManifest(JsonNode present, Sealer own) throws IOException {
        if (manifest != null) {
            return Files.readString(CallersFolder.resolve(manifest)).strip();
        }
        JsonNode prepared = present.at("/issuance/issuanceManifest");
        if (!prepared.isObject()) {
            throw new IOException("the register has prepared no issuance manifest: is the bill a draft of yours?");
        }
        return own.seal(prepared.toString());
    }

    private int send(String id, String builtOn, String once, String jws) {
        Reply reply;
        try {
            reply = register.post("/bills/" + id + "/acts")
                    .idempotencyKey(once)
                    .jose(jws)
                    .send();
        } catch (ServiceAway e) {
            return fail("it is not known whether it happened (" + e.getMessage() + "). Ask again with --head " + builtOn
                    + (idempotencyKey == null ? "" : " --idempotency-key " + once) + ": that cannot act twice");
        }
        if (reply.status() != HTTP_OK) {
            return refused(reply);
        }
        spec.commandLine().getOut().println(reply.json().toPrettyString());
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().println(done(reply));
        return 0;
    }

    private static String done(Reply reply) {
        StringBuilder text = new StringBuilder("tegata: done");
        append(text, ", version ", reply.at("/version"));
        append(text, ", ", reply.at("/status"));
        append(text, ", held by ", reply.at("/holder/partyName"));
        append(text, " ", reply.at("/holder/party"));
        return text.toString();
    }

    private int refused(Reply reply) {
        StringBuilder text = new StringBuilder("tegata: refused (").append(reply.status());
        text.append(reply.problem().isEmpty() ? "" : " " + reply.problem()).append(')');
        append(text, ": ", reply.at("/title"));
        if (!reply.at("/detail").equals(reply.at("/title"))) {
            append(text, ". ", reply.at("/detail"));
        }
        JsonNode first = reply.json().path("actedFirst");
        if (first.isObject()) {
            append(text, ". First was ", first.path("act").asText());
            append(text, " by ", first.path("actor").asText("another platform"));
            append(text, " at ", first.path("recordedAt").asText());
            append(text, ", now version ", first.path("version").asText());
        }
        spec.commandLine().getErr().println(text);
        return REFUSED;
    }

    // What a server says may come from anybody: no control characters reach the terminal.
    private static void append(StringBuilder text, String before, String said) {
        if (!said.isEmpty()) {
            text.append(before).append(Terminal.printable(said));
        }
    }

    private int fail(String why) {
        spec.commandLine().getErr().println("tegata: " + why);
        return FAILED;
    }

    private static String sha256(String text) {
        return CanonicalJson.sha256Hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 40);
    }
}
