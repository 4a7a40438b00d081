package org.tegata.rules;

import java.util.List;
import java.util.Map;
import org.tegata.problem.Finding;
import org.tegata.rules.schema.Release;

/**
 * What is to be said of one document.
 *
 * @param ruleSet id of the rule set
 * @param ruleSetVersion its version
 * @param release the release of the schema that was used
 * @param engine version and build of this engine
 * @param valid no finding of severity ERROR
 * @param findings in document order, at most as many as were asked for
 * @param counts how often each rule id was found, whether listed or not
 * @param omitted how many findings are not listed
 */
public record Verdict(
        String ruleSet,
        String ruleSetVersion,
        Release release,
        String engine,
        boolean valid,
        List<Finding> findings,
        Map<String, Integer> counts,
        int omitted) {

    public Verdict {
        findings = List.copyOf(findings);
        counts = Map.copyOf(counts);
    }
}
