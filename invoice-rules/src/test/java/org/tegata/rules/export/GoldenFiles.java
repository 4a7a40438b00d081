package org.tegata.rules.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tegata.rules.InvoiceValidator;
import org.tegata.rules.Question;
import org.tegata.rules.Verdict;
import org.tegata.rules.XmlSource;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;

/** Golden files: the file name is the rule that is expected to fire; without {@code __} in it, none is. */
public final class GoldenFiles {

    private static final InvoiceValidator VALIDATOR = new InvoiceValidator();

    private GoldenFiles() {}

    public static List<Path> in(String folder) {
        try (var files = Files.list(Path.of("src/test/resources").resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Set<String> expected(Path file) {
        var name = file.getFileName().toString();
        int end = name.indexOf("__");
        return end < 0 ? Set.of() : Set.of(name.substring(0, end));
    }

    public static Verdict judge(Path file, String ruleSet) {
        return VALIDATOR.judge(XmlSource.of(file), Question.of(ruleSet)).verdict();
    }

    public static Verdict judge(Path file, String ruleSet, RuleBook<?> also) {
        return VALIDATOR
                .judge(XmlSource.of(file), Question.of(ruleSet).with(also))
                .verdict();
    }

    /** The ids of a book that have no file among these. */
    public static Set<String> uncovered(RuleBook<?> book, Stream<Path> files) {
        var covered = files.flatMap(file -> expected(file).stream()).collect(Collectors.toSet());
        var ids = book.rules().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        ids.removeAll(covered);
        return ids;
    }
}
