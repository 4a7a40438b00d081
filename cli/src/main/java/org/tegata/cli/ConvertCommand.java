package org.tegata.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.BillReading;
import org.tegata.cli.validate.Beginning;
import org.tegata.cli.validate.BillJudge;
import org.tegata.cli.validate.BillText;
import org.tegata.cli.validate.Language;
import org.tegata.cli.validate.NotRead;
import org.tegata.cli.validate.Refusal;
import org.tegata.cli.validate.TableReport;
import org.tegata.cli.validate.Terminal;
import org.tegata.cli.validate.UnsaidTable;
import org.tegata.problem.Rejected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tegata convert}: a bill of lading in its other language. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        header = "Convert a bill of lading: UN/CEFACT XML to DCSA's JSON, or DCSA's JSON to UN/CEFACT XML.",
        description = {
            "",
            "Judges the bill as 'tegata validate' does and writes it in the other language. What that language cannot"
                    + " say is listed on standard error, place by place, with the reason.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is written",
            "1:nothing is written: the bill is not valid, or (--strict) not all of it can be said",
            "2:wrong use, or the file cannot be read or is neither XML nor JSON, or the output cannot be written"
        },
        footer = {
            "",
            "Examples:",
            "  tegata convert bill.xml > transport-document.json",
            "  tegata convert --strict -o bill.xml transport-document.json"
        })
final class ConvertCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int FAILED = 2;
    private static final int FINDINGS = 10_000;
    private static final String STANDARD_INPUT = "-";
    private static final JsonMapper JSON = new JsonMapper();

    @Parameters(paramLabel = "FILE", description = "The bill, in XML or in JSON; or - for standard input.")
    private String file = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the converted bill there, not to standard output.")
    private @Nullable String output;

    @Option(names = "--strict", description = "Write nothing unless the other language can say all of it.")
    private boolean strict;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            converter = Choices.Languages.class,
            description = "en or ja: the language of the findings. Default: ${DEFAULT-VALUE}")
    private Language language = Language.EN;

    private final BillText bills = new BillText();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            byte[] bytes = bytes();
            return convert(bytes, bills.read(bytes), err);
        } catch (NotRead notRead) {
            return failed(notRead.refusal(), err);
        } catch (Rejected refused) {
            return failed(new Refusal(refused.type().slug(), refused.detail()), err);
        } catch (IOException | InvalidPathException unreadable) {
            return failed(Refusal.unreadable(unreadable), err);
        } finally {
            err.flush();
        }
    }

    private int convert(byte[] bytes, BillReading bill, PrintWriter err) throws IOException {
        if (!bill.valid()) {
            var told = BillJudge.told(bill, BillText.release(bytes), Terminal.printable(file));
            new TableReport(err, language, FINDINGS, false, false).add(told);
            return REFUSED;
        }
        boolean toXml = Beginning.of(bytes).isJson();
        UnsaidTable.write(err, bill.unsaid(), toXml ? "UN/CEFACT XML" : "DCSA's transport document");
        if (strict && !bill.unsaid().isEmpty()) {
            return REFUSED;
        }
        String converted = toXml
                ? new String(bills.reader().write(Objects.requireNonNull(bill.document())), StandardCharsets.UTF_8)
                : json(Objects.requireNonNull(bill.transportDocument()));
        return written(converted, err);
    }

    private int written(String converted, PrintWriter err) {
        if (output == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(converted);
            // Somebody has gone away: tegata convert … | head
            return out.checkError() ? FAILED : 0;
        }
        try {
            Files.writeString(CallersFolder.resolve(output), converted);
            return 0;
        } catch (IOException | InvalidPathException failure) {
            err.println(
                    "tegata: the bill cannot be written: " + Terminal.printable(String.valueOf(failure.getMessage())));
            return FAILED;
        }
    }

    private byte[] bytes() throws IOException, NotRead {
        try (InputStream in =
                file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(CallersFolder.resolve(file))) {
            return BillText.bytes(in);
        }
    }

    private int failed(Refusal refusal, PrintWriter err) {
        err.println("unreadable " + Terminal.printable(file) + "  " + refusal.type());
        err.println("    " + Terminal.printable(refusal.detail()));
        return FAILED;
    }

    private static String json(ObjectNode transportDocument) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(transportDocument) + "\n";
    }
}
