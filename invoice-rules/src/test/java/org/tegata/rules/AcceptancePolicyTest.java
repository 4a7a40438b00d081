package org.tegata.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;
import org.tegata.rules.schema.Release;

/** What a caller lets pass, decided on what was found and not on what is listed of it. */
class AcceptancePolicyTest {

    private static final Finding ERROR = new Finding("BR-01", Severity.ERROR, "/", "an error");
    private static final Finding WARNING = new Finding("CII-SR-001", Severity.WARNING, "/", "a warning");
    private static final Finding SCHEMA = new Finding("cvc-elt.1.a", Severity.ERROR, "/", "no structure");

    private final AcceptancePolicy noErrors = new AcceptancePolicy(Set.of(Severity.ERROR), Set.of());
    private final AcceptancePolicy noWarnings =
            new AcceptancePolicy(Set.of(Severity.ERROR, Severity.WARNING), Set.of());

    @Test
    void shouldDecideBySeverity() {
        assertThat(noErrors.accepts(verdict())).isTrue();
        assertThat(noErrors.accepts(verdict(WARNING))).isTrue();
        assertThat(noErrors.accepts(verdict(WARNING, ERROR))).isFalse();
        assertThat(noWarnings.accepts(verdict())).isTrue();
        assertThat(noWarnings.accepts(verdict(WARNING))).isFalse();
    }

    @Test
    void shouldLetPassWhatTheCallerDoesNotMind() {
        Set<String> ignored = Set.of("BR-01", "cvc-elt.1.a");
        var lenient = new AcceptancePolicy(noErrors.refused(), ignored);

        assertThat(lenient.accepts(verdict(ERROR))).isTrue();
        assertThat(lenient.accepts(verdict(SCHEMA))).isFalse();
        assertThat(new AcceptancePolicy(noWarnings.refused(), ignored).accepts(verdict(ERROR, WARNING)))
                .isFalse();
    }

    @Test
    void shouldCountWhatIsNotListed() {
        var onlyWarnings = unlisted("en16931:1.3.16", Map.of("CII-SR-001", 3));

        assertThat(noErrors.accepts(unlisted("en16931:1.3.16", Map.of("CII-SR-001", 3, "BR-01", 1))))
                .isFalse();
        assertThat(noErrors.accepts(onlyWarnings)).isTrue();
        assertThat(noWarnings.accepts(onlyWarnings)).isFalse();
    }

    @Test
    void shouldWeighWhatIsNotListedAsTheRuleSetDoes() {
        assertThat(noErrors.accepts(unlisted("en16931:1.3.16", Map.of("CII-SR-452", 1))))
                .isTrue();
        assertThat(noErrors.accepts(unlisted("xrechnung:3.0.2", Map.of("CII-SR-452", 1))))
                .isFalse();
        assertThat(noErrors.accepts(unlisted("xrechnung:3.0.2", Map.of("BR-CL-21", 1))))
                .isTrue();
    }

    @Test
    void shouldTakeForAnErrorWhatNoBookKnows() {
        var unknown = unlisted("en16931:1", Map.of("CII-SR-001", 1));

        assertThat(noErrors.accepts(unknown)).isFalse();
        assertThat(new AcceptancePolicy(noErrors.refused(), Set.of("CII-SR-001")).accepts(unknown))
                .isTrue();
    }

    private static Verdict verdict(Finding... findings) {
        var counts = new HashMap<String, Integer>();
        for (var finding : findings) {
            counts.merge(finding.ruleId(), 1, Integer::sum);
        }
        boolean valid = List.of(findings).stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        return new Verdict("en16931", "1.3.16", Release.D16B, "test", valid, List.of(findings), counts, 0);
    }

    private static Verdict unlisted(String ruleSet, Map<String, Integer> counts) {
        var name = ruleSet.split(":");
        int omitted = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Verdict(name[0], name[1], Release.D16B, "test", false, List.of(), counts, omitted);
    }
}
