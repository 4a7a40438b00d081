package org.tegata.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tegata.cli.validate.Language;
import org.tegata.cli.validate.ListedRuleSet;
import org.tegata.cli.validate.ListedRuleSets;
import org.tegata.problem.Severity;
import org.tegata.rules.Question;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** What options of the judging commands can be, written in small letters with hyphens. */
final class Choices {

    enum Accept {
        NO_ERRORS(Set.of(Severity.ERROR)),
        NO_WARNINGS(Set.of(Severity.ERROR, Severity.WARNING));

        private final Set<Severity> refused;

        Accept(Set<Severity> refused) {
            this.refused = refused;
        }

        /** Severities of which no finding is accepted. */
        Set<Severity> refused() {
            return refused;
        }
    }

    enum Format {
        TABLE(5),
        JSON(Question.DEFAULT_MAX_FINDINGS),
        JSONL(Question.DEFAULT_MAX_FINDINGS),
        JUNIT(100);

        private final int findings;

        Format(int findings) {
            this.findings = findings;
        }

        /** How many findings of a file are listed unless told otherwise. */
        int findings() {
            return findings;
        }
    }

    enum ListFormat {
        TABLE,
        JSON
    }

    private Choices() {}

    static final class Acceptance implements ITypeConverter<Accept> {
        @Override
        public Accept convert(String written) {
            return choice(Accept.class, written);
        }
    }

    static final class Formats implements ITypeConverter<Format> {
        @Override
        public Format convert(String written) {
            return choice(Format.class, written);
        }
    }

    static final class ListFormats implements ITypeConverter<ListFormat> {
        @Override
        public ListFormat convert(String written) {
            return choice(ListFormat.class, written);
        }
    }

    static final class Languages implements ITypeConverter<Language> {
        @Override
        public Language convert(String written) {
            return choice(Language.class, written);
        }
    }

    /** The rule set of that id, or id and version; wrong use of the command otherwise. */
    static ListedRuleSet ruleSet(CommandLine command, String asked, @Nullable LocalDate on) {
        return ListedRuleSets.find(asked, on)
                .orElseThrow(() -> new ParameterException(
                        command,
                        "There is no rule set '" + asked + "'"
                                + (on == null ? "" : " in force on " + on) + ". There are: "
                                + ListedRuleSets.all().stream()
                                        .map(ListedRuleSet::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String written) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> word(each).equals(written))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + written + "' is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Choices::word)
                                .collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
