package org.tegata.rules.xrechnung;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tegata.problem.Severity;
import org.tegata.rules.InvoiceValidator;
import org.tegata.rules.Verdict;

/** An invoice that a test changes, and its verdict. The first place is meant where there are several. */
public record Draft(String xml) {

    private static final InvoiceValidator VALIDATOR = new InvoiceValidator();

    /** One of the repository's examples. */
    public static Draft example(String name) {
        try {
            return new Draft(Files.readString(Path.of("../examples/validate", name + ".xml")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public Draft with(String old, String instead) {
        return replaced(xml.indexOf(old), old, instead);
    }

    /** The same at the last place. */
    public Draft withLast(String old, String instead) {
        return replaced(xml.lastIndexOf(old), old, instead);
    }

    /** What begins with the one and ends with the other, replaced. */
    public Draft withSpan(String begin, String end, String instead) {
        int from = xml.indexOf(begin);
        int to = xml.indexOf(end, from);
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException("not there: " + begin + " … " + end);
        }
        return new Draft(xml.substring(0, from) + instead + xml.substring(to + end.length()));
    }

    public Draft before(String mark, String added) {
        return with(mark, added + mark);
    }

    public Draft after(String mark, String added) {
        return with(mark, mark + added);
    }

    /** Without the first element of that name. */
    public Draft without(String element) {
        return withSpan("<" + element + ">", "</" + element + ">", "");
    }

    /** Without the last element of that name. */
    public Draft withoutLast(String element) {
        int from = xml.lastIndexOf("<" + element + ">");
        int to = xml.indexOf("</" + element + ">", from);
        return new Draft(xml.substring(0, from) + xml.substring(to + element.length() + 3));
    }

    /** Each place. */
    public Draft everywhere(String old, String instead) {
        return new Draft(xml.replace(old, instead));
    }

    private Draft replaced(int at, String old, String instead) {
        if (at < 0) {
            throw new IllegalArgumentException("not there: " + old);
        }
        return new Draft(xml.substring(0, at) + instead + xml.substring(at + old.length()));
    }

    public Verdict verdict(String ruleSet) {
        return VALIDATOR.validate(xml.getBytes(StandardCharsets.UTF_8), ruleSet);
    }

    /** How often each rule was broken; fails if the schema was. */
    public Map<String, Integer> broken(String ruleSet) {
        var verdict = verdict(ruleSet);
        verdict.findings().stream()
                .filter(finding -> finding.ruleId().startsWith("cvc-"))
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .ifPresent(finding -> {
                    throw new IllegalStateException(finding.toString());
                });
        return verdict.counts();
    }
}
