package org.tegata.rules.xrechnung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tegata.problem.Severity;
import org.tegata.rules.rule.Rule;

class XRechnungBookTest {

    private static final String ERRORS =
            "PEPPOL-EN16931-R001 R005 R008 R010 R020 R040 R041 R042 R043-1 R043-2 R044 R046"
                    + " R053 R054 R055 R061 R101 R110 R111 R121 R130"
                    + " BR-DE-1 2 3 4 5 6 7 8 9 10 11 14 15 16 18 22 23-a 23-b 24-a 24-b 25-a 25-b 30 31"
                    + " BR-TMP-3 CVD-01"
                    + " BR-DEX-01 04 05 06 07 08"
                    + " BR-DE-CVD-01 02 03 04 05 06-a 06-b";
    private static final String WARNINGS = "PEPPOL-EN16931-R120 BR-DE-17 19 20 21 26 27 28 BR-TMP-2 BR-DEX-15";

    @Test
    void shouldHaveEveryPublishedRuleOnceWithItsSeverity() {
        assertThat(ids(Severity.ERROR))
                .containsExactlyInAnyOrder(written(ERRORS))
                .hasSize(60);
        assertThat(ids(Severity.WARNING))
                .containsExactlyInAnyOrder(written(WARNINGS))
                .hasSize(10);
        assertThat(ids(Severity.INFORMATION)).containsExactly("BR-DE-TMP-32");
    }

    @Test
    void shouldSayInBothLanguagesWhatIsWrongAndHowToMendIt() {
        assertThat(XRechnungBook.v3_0_2().rules()).allSatisfy(RuleWording::isComplete);
    }

    @Test
    void shouldWeighRulesOfTheStandardAsItsPublisherDoes() {
        assertThat(XRechnungBook.weights()).hasSize(5).containsEntry("CII-SR-452", Severity.ERROR);
        assertThat(XRechnungBook.extensionWeights()).hasSize(10).containsEntry("BR-CL-21", Severity.INFORMATION);
    }

    private static Set<String> ids(Severity severity) {
        return XRechnungBook.v3_0_2()
                .rules()
                .filter(rule -> rule.severity() == severity)
                .map(Rule::id)
                .collect(Collectors.toSet());
    }

    /** "BR-DE-1 2" are BR-DE-1 and BR-DE-2. */
    private static String[] written(String list) {
        var ids = list.split(" ");
        String publisher = "";
        for (int i = 0; i < ids.length; i++) {
            var begin =
                    Pattern.compile("(PEPPOL-EN16931-|BR-[A-Z]+-(?:CVD-)?).*").matcher(ids[i]);
            if (begin.matches()) {
                publisher = begin.group(1);
            } else {
                ids[i] = publisher + ids[i];
            }
        }
        return ids;
    }
}
