package org.tegata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tegata.cli.validate.BillJudge;
import org.tegata.cli.validate.BillText;
import org.tegata.cli.validate.Crew;
import org.tegata.cli.validate.Intake;
import org.tegata.cli.validate.InvoiceJudge;
import org.tegata.cli.validate.JsonReport;
import org.tegata.cli.validate.Judge;
import org.tegata.cli.validate.JunitReport;
import org.tegata.cli.validate.Language;
import org.tegata.cli.validate.ListedRuleSets;
import org.tegata.cli.validate.ProgressBar;
import org.tegata.cli.validate.Report;
import org.tegata.cli.validate.Sources;
import org.tegata.cli.validate.Summary;
import org.tegata.cli.validate.TableReport;
import org.tegata.cli.validate.Terminal;
import org.tegata.rules.AcceptancePolicy;
import org.tegata.rules.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tegata validate}: judges invoices and bills of lading without any service. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        header = "Judge invoices and bills of lading on this machine; needs no server and no network.",
        description = {
            "",
            "Says of each file whether it is valid, what is wrong, where, by which rule, and how to mend it. Invoices"
                    + " are UN/CEFACT CII; bills of lading are UN/CEFACT XML or DCSA's transport document (JSON). Which"
                    + " one a file is, its content says.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every file is accepted",
            "1:some file is not accepted",
            "2:wrong use, or some file could not be read or is neither XML nor JSON that is read, or an argument that"
                    + " matches no file"
        },
        footer = {
            "",
            "Examples:",
            "  tegata validate invoices/",
            "  tegata validate --format junit --output report.xml 'out/**.xml'",
            "  curl -s https://example.org/invoice.xml | tegata validate --rule-set xrechnung -"
        })
final class ValidateCommand implements Callable<Integer> {
    private static final int NOT_ACCEPTED = 1;
    private static final int UNREADABLE = 2;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "A file, a folder (all *.xml and *.json below it), a pattern such as 'in/**.xml', or - for standard"
                            + " input.")
    private List<String> files = List.of();

    @Option(
            names = "--rule-set",
            paramLabel = "ID[:VERSION]",
            description =
                    "Judge all files by this rule set (see: tegata rule-sets). Default: the one of each document.")
    private @Nullable String ruleSet;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "Use the versions in force on that day, such as 2026-01-31. Default: the newest.")
    private @Nullable LocalDate on;

    @Option(
            names = "--accept",
            paramLabel = "POLICY",
            defaultValue = "no-errors",
            converter = Choices.Acceptance.class,
            description = "no-errors or no-warnings: what may not be found. Default: ${DEFAULT-VALUE}")
    private Choices.Accept accept = Choices.Accept.NO_ERRORS;

    @Option(
            names = "--ignore",
            paramLabel = "RULE",
            split = ",",
            description = "Findings of this rule do not count against a file; may be repeated.")
    private Set<String> ignored = Set.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            converter = Choices.Formats.class,
            description = "table, json, jsonl (an object a line) or junit. Default: ${DEFAULT-VALUE}")
    private Choices.Format format = Choices.Format.TABLE;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report there, not to standard output.")
    private @Nullable String output;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            converter = Choices.Languages.class,
            description = "en or ja: the language of the table and of JUnit; JSON has both. Default: ${DEFAULT-VALUE}")
    private Language language = Language.EN;

    @Option(
            names = "--max-findings",
            paramLabel = "N",
            description = "List at most N findings a file. Default: 5 in the table, 100 for JUnit, 10000 in JSON.")
    private @Nullable Integer maxFindings;

    @Option(
            names = {"-q", "--quiet"},
            description = "The table shows only files that are not accepted, and the summary.")
    private boolean quiet;

    @Option(names = "--no-progress", description = "No progress bar; there is one only if a terminal shows it.")
    private boolean noProgress;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireSense();
        List<Judge> judges = judges();
        Sources sources = sources(judges);
        Summary summary = new Summary();
        PrintWriter err = spec.commandLine().getErr();
        try (PrintWriter file = output == null ? null : open(output)) {
            PrintWriter out = file == null ? spec.commandLine().getOut() : file;
            boolean progress = !noProgress && Terminal.showsErrors();
            ProgressBar bar = new ProgressBar(err, sources.found().size(), summary, progress);
            Report report = report(out);
            report.begin();
            new Crew(intake(judges), Runtime.getRuntime().availableProcessors()).work(sources.found(), judged -> {
                summary.count(judged);
                bar.clear();
                report.add(judged);
                requireFlowing(out);
                bar.draw();
            });
            bar.clear();
            summary.end();
            report.end(summary);
            requireFlowing(out);
        } catch (IOException e) {
            err.println("tegata: the report cannot be written: " + e.getMessage());
            return UNREADABLE;
        }
        if (output != null && !quiet) {
            err.println(TableReport.sentence(summary));
        }
        if (summary.unreadable() > 0 || !sources.empty().isEmpty()) {
            return UNREADABLE;
        }
        return summary.accepted() < summary.files() ? NOT_ACCEPTED : 0;
    }

    private void requireSense() {
        if (maxFindings != null && maxFindings < 0) {
            throw new ParameterException(spec.commandLine(), "--max-findings must not be negative");
        }
        if (ruleSet != null) {
            Choices.ruleSet(spec.commandLine(), ruleSet, on);
        }
    }

    private Sources sources(List<Judge> judges) {
        Set<String> extensions =
                judges.stream().flatMap(judge -> judge.extensions().stream()).collect(Collectors.toSet());
        Sources sources = new Sources(CallersFolder.path(), System.in, extensions).addAll(files);
        for (String empty : sources.empty()) {
            spec.commandLine().getErr().println("tegata: no document there: " + Terminal.printable(empty));
        }
        if (sources.found().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there is nothing to validate");
        }
        return sources;
    }

    /** All are judged by the rule set, if one is told; if not, each finds the judge of its kind. */
    private List<Judge> judges() {
        AcceptancePolicy policy = new AcceptancePolicy(accept.refused(), ignored);
        // The policy must see what is not listed; the table itself chooses what it shows.
        Judge invoices = new InvoiceJudge(new Question(ruleSet, List.of(), told(), on), policy);
        Judge bills = new BillJudge(new BillText(), policy);
        if (ruleSet == null) {
            return List.of(invoices, bills);
        }
        return List.of(ListedRuleSets.judgesBills(ruleSet) ? bills : invoices);
    }

    private int told() {
        return Math.max(maxFindings == null ? format.findings() : maxFindings, Question.DEFAULT_MAX_FINDINGS);
    }

    private Intake intake(List<Judge> judges) {
        int most = maxFindings == null ? format.findings() : maxFindings;
        return new Intake(judges, format == Choices.Format.TABLE ? told() : most);
    }

    private Report report(Writer out) throws IOException {
        int most = maxFindings == null ? format.findings() : maxFindings;
        return switch (format) {
            case TABLE -> new TableReport(out, language, most, output == null && Terminal.showsColours(), quiet);
            case JSON -> new JsonReport(out, false);
            case JSONL -> new JsonReport(out, true);
            case JUNIT -> new JunitReport(out, language);
        };
    }

    /** Somebody reads along, or has gone away: {@code tegata validate … | head}. */
    private static void requireFlowing(PrintWriter out) throws IOException {
        if (out.checkError()) {
            throw new IOException("nobody takes it, or the disk is full");
        }
    }

    private static PrintWriter open(String output) throws IOException {
        try {
            return new PrintWriter(Files.newBufferedWriter(CallersFolder.resolve(output)));
        } catch (InvalidPathException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
