package org.tegata.bench.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.tegata.bench.measure.Distribution;
import org.tegata.bench.measure.Turns;
import org.tegata.rules.InvoiceValidator;
import org.tegata.rules.Question;
import org.tegata.rules.Verdict;

/** The child of {@link Scale}: validates documents that are made while they are read. */
final class ScaleChild {
    private ScaleChild() {}

    public static void main(String[] args) {
        InvoiceValidator validator = new InvoiceValidator();
        validate(validator, 1_000, 40);
        for (int lines : new int[] {1_000, 10_000, 100_000}) {
            GeneratedInvoice invoice = new GeneratedInvoice("S", lines, 0);
            int rounds = lines > 10_000 ? Integer.parseInt(args[0]) : 7;
            double[] millis = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                // The stream's own work is not the validator's.
                millis[round] = Turns.cpuMillis(() -> validate(validator, lines, 1), 1)
                        - Turns.cpuMillis(() -> drain(invoice), 1);
            }
            System.out.printf(
                    Locale.ROOT,
                    "scale %d %.0f %.3f %d%n",
                    lines,
                    size(invoice) / 1e6,
                    new Distribution(millis).median(),
                    resident());
        }
    }

    private static void validate(InvoiceValidator validator, int lines, int times) {
        GeneratedInvoice invoice = new GeneratedInvoice("S", lines, 0);
        for (int i = 0; i < times; i++) {
            Verdict verdict = validator
                    .judge(invoice::stream, Question.of(TegataJudge.RULE_SET))
                    .verdict();
            if (!verdict.valid() || !verdict.findings().isEmpty()) {
                throw new IllegalStateException(lines + " lines: " + verdict.counts());
            }
        }
    }

    private static void drain(GeneratedInvoice invoice) {
        size(invoice);
    }

    private static long size(GeneratedInvoice invoice) {
        try (InputStream in = invoice.stream()) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most memory that the whole process ever had, in MB; 0 where the system does not say. */
    private static long resident() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_000)
                    .findFirst()
                    .orElse(0);
        } catch (IOException noLinux) {
            return 0;
        }
    }
}
