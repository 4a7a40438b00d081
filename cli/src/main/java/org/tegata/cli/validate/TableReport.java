package org.tegata.cli.validate;

import java.io.IOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** For people: one line a file, below it what is wrong, where, and how to mend it; a summary at the end. */
public final class TableReport implements Report {
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String BOLD = "1";
    private static final String FAINT = "2";

    private final Writer out;
    private final Language language;
    private final int findings;
    private final boolean coloured;
    private final boolean onlyTrouble;

    /** Shows at most that many findings a file; with {@code onlyTrouble} no file that is accepted. */
    public TableReport(Writer out, Language language, int findings, boolean coloured, boolean onlyTrouble) {
        this.out = out;
        this.language = language;
        this.findings = findings;
        this.coloured = coloured;
        this.onlyTrouble = onlyTrouble;
    }

    @Override
    public void add(Judged judged) throws IOException {
        if (onlyTrouble && judged.accepted()) {
            return;
        }
        Refusal refusal = judged.refusal();
        if (refusal != null) {
            line(judged, refusal.type());
            out.write("    " + Terminal.printable(refusal.detail()) + "\n");
        }
        Verdict verdict = judged.verdict();
        if (verdict != null) {
            line(judged, verdict.judgedBy() + tally(verdict));
            List<Finding> shown = mostSevereFirst(verdict.findings());
            for (Finding finding : shown) {
                tell(finding);
            }
            int more = verdict.findings().size() - shown.size() + verdict.omitted();
            if (more > 0 && findings > 0) {
                out.write(style(FAINT, "    and " + count(more, "more finding") + " (see --max-findings)") + "\n");
            }
        }
    }

    @Override
    public void end(Summary summary) throws IOException {
        out.write(style(BOLD, sentence(summary)) + "\n");
    }

    /** The summary in one line. */
    public static String sentence(Summary summary) {
        return String.format(
                Locale.ROOT,
                "%s: %,d valid, %,d invalid, %,d unreadable; %,d accepted; %.2f s",
                count(summary.files(), "file"),
                summary.valid(),
                summary.invalid(),
                summary.unreadable(),
                summary.accepted(),
                summary.seconds());
    }

    private void line(Judged judged, String rest) throws IOException {
        String colour = judged.accepted() ? judged.word().equals("valid") ? GREEN : YELLOW : RED;
        String note = judged.verdict() != null
                        && judged.accepted() != judged.verdict().valid()
                ? judged.accepted() ? " (accepted)" : " (not accepted)"
                : "";
        out.write(style(colour, String.format("%-10s", judged.word())) + " "
                + style(BOLD, Terminal.printable(judged.name())) + "  " + rest + note + "\n");
    }

    private static String tally(Verdict verdict) {
        Map<Severity, Integer> listed = new EnumMap<>(Severity.class);
        verdict.findings().forEach(finding -> listed.merge(finding.severity(), 1, Integer::sum));
        StringBuilder told = new StringBuilder();
        listed.forEach((severity, times) -> told.append(told.isEmpty() ? "  " : ", ")
                .append(severity == Severity.INFORMATION ? times + " information" : count(times, word(severity))));
        if (verdict.omitted() > 0) {
            told.append(", ").append(count(verdict.omitted(), "other finding"));
        }
        return told.toString();
    }

    /** In document order within one severity: what makes the document invalid must not drown in warnings. */
    private List<Finding> mostSevereFirst(List<Finding> all) {
        return all.stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .limit(findings)
                .toList();
    }

    private void tell(Finding finding) throws IOException {
        String colour = finding.severity() == Severity.ERROR ? RED : YELLOW;
        out.write("  " + style(colour, String.format("%-11s", word(finding.severity())))
                + style(BOLD, Terminal.printable(finding.ruleId())) + "  "
                + Terminal.printable(language.message(finding)) + "\n");
        out.write(style(FAINT, "    at    " + Terminal.printable(finding.location())) + "\n");
        String actual = finding.actual();
        String expected = finding.expected();
        if (actual != null || expected != null) {
            out.write("    found " + (actual == null ? "nothing" : Terminal.printable(cut(actual)))
                    + (expected == null ? "" : ", expected " + Terminal.printable(cut(expected))) + "\n");
        }
        String hint = language.hint(finding);
        if (!hint.isEmpty()) {
            out.write("    hint  " + Terminal.printable(hint) + "\n");
        }
    }

    private static String cut(String value) {
        return value.length() <= 100 ? value : value.substring(0, 100) + "…";
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    static String count(int number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private String style(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
