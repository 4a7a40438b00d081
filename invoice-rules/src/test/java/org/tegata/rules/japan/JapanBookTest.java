package org.tegata.rules.japan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tegata.problem.Severity;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.xrechnung.RuleWording;

class JapanBookTest {

    private static final Map<Integer, Severity> MILDER = Map.of(
            3, Severity.WARNING,
            23, Severity.WARNING,
            24, Severity.WARNING,
            25, Severity.WARNING,
            26, Severity.WARNING,
            27, Severity.INFORMATION);

    @Test
    void shouldHaveEveryRuleOnceWithItsSeverity() {
        var expected = IntStream.rangeClosed(1, 27)
                .boxed()
                .collect(Collectors.toMap("TGT-JP-%02d"::formatted, n -> MILDER.getOrDefault(n, Severity.ERROR)));

        assertThat(JapanBook.create().rules().collect(Collectors.toMap(Rule::id, Rule::severity)))
                .isEqualTo(expected);
    }

    @Test
    void shouldSayInBothLanguagesWhatIsWrongAndHowToMendIt() {
        assertThat(JapanBook.create().rules()).allSatisfy(RuleWording::isComplete);
    }
}
