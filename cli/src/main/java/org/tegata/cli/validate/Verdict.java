package org.tegata.cli.validate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Finding;

/**
 * What is to be said of one document, of whatever kind.
 *
 * @param ruleSet id of the rule set
 * @param ruleSetVersion its version; null if the id says it
 * @param release of the schema or standard that the document was read by
 * @param engine version and build of what judged; null if it is not told
 * @param valid no finding of severity ERROR
 * @param findings in document order, at most as many as were asked for
 * @param counts how often each rule id was found, whether listed or not
 * @param omitted how many findings are not listed
 */
public record Verdict(
        String ruleSet,
        @Nullable String ruleSetVersion,
        String release,
        @Nullable String engine,
        boolean valid,
        List<Finding> findings,
        Map<String, Integer> counts,
        int omitted) {

    public Verdict {
        findings = List.copyOf(findings);
        counts = Map.copyOf(counts);
    }

    /** The rule set as one names it: {@code en16931:1.3.16}. */
    public String judgedBy() {
        return ruleSetVersion == null ? ruleSet : ruleSet + ":" + ruleSetVersion;
    }

    /** The same with so many findings at most. */
    Verdict shortened(int listed) {
        if (findings.size() <= listed) {
            return this;
        }
        return new Verdict(
                ruleSet,
                ruleSetVersion,
                release,
                engine,
                valid,
                findings.subList(0, listed),
                counts,
                omitted + findings.size() - listed);
    }
}
