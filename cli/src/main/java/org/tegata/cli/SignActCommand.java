package org.tegata.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.tegata.cli.title.Statement;
import org.tegata.seal.Sealer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tegata sign-act}: signs a statement on a machine that need not see any network. */
@Command(
        name = "sign-act",
        mixinStandardHelpOptions = true,
        header = "Sign the statement of an act on a bill; needs no server and no network.",
        description = {
            "",
            "Reads the statement (JSON), adds signedAt if it is not there, and prints the JWS to send to"
                    + " POST /bills/{id}/acts as application/jose. To read the head, sign and send in one: tegata act",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:signed", "2:wrong use, or the key or the statement cannot be read"},
        footer = {
            "",
            "Example:",
            "  echo '{\"billId\":\"…\",\"head\":\"…\",\"act\":\"SIGN\",\"actor\":\"GLEIF:…\"}' |"
                    + " tegata sign-act --key my.jwk -"
        })
final class SignActCommand implements Callable<Integer> {
    private static final int FAILED = 2;
    private static final int MAX_BYTES = 1_000_000;
    private static final List<String> REQUIRED = List.of("billId", "head", "act", "actor");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Parameters(
            paramLabel = "STATEMENT",
            arity = "0..1",
            defaultValue = "-",
            description = "The file with the statement, or - for standard input. Default: -")
    private String statement = "-";

    @Option(
            names = {"-k", "--key"},
            paramLabel = "FILE",
            required = true,
            description = "The file with your private key (see: tegata key new).")
    private String key = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Sealer sealer = KeyCommand.read(spec, key);
            spec.commandLine().getOut().println(Statement.sign(complete(read()), sealer));
            spec.commandLine().getOut().flush();
            return 0;
        } catch (NoSuchFileException e) {
            return fail("there is no file " + e.getMessage());
        } catch (CharacterCodingException e) {
            return fail("the statement is not UTF-8");
        } catch (JsonProcessingException e) {
            return fail("the statement is no JSON object that can be read: " + e.getOriginalMessage());
        } catch (IOException | InvalidPathException e) {
            return fail(String.valueOf(e.getMessage()));
        }
    }

    private int fail(String why) {
        spec.commandLine().getErr().println("tegata: nothing was signed: " + why);
        return FAILED;
    }

    private String read() throws IOException {
        byte[] bytes = statement.equals("-")
                ? System.in.readNBytes(MAX_BYTES + 1)
                : Files.newInputStream(CallersFolder.resolve(statement)).readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("the statement is too large");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Nobody should sign what no register would take. */
    private static String complete(String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        if (!(json instanceof ObjectNode object)) {
            throw new IOException("the statement is no JSON object");
        }
        for (String member : REQUIRED) {
            if (!object.path(member).isTextual()) {
                throw new IOException("the statement lacks " + member);
            }
        }
        if (!object.has("signedAt")) {
            object.put("signedAt", Statement.time(Instant.now()));
        }
        return object.toString();
    }
}
