package org.tegata.rules.engine;

import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import org.tegata.problem.Finding;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.schema.Release;
import org.tegata.rules.schema.SchemaTables;

/** Some rule books over one release of the schema, ready to judge documents. Thread-safe. */
public final class Engine {

    /** As many are kept for the next documents; more at once are made anew. */
    private static final int WORKSPACES = 2 * Runtime.getRuntime().availableProcessors();

    private static final ArrayBlockingQueue<Workspace> KEPT = new ArrayBlockingQueue<>(WORKSPACES);

    private final Automaton automaton;

    public Engine(Release release, List<? extends RuleBook<?>> books) {
        this.automaton = new Automaton(SchemaTables.of(release), books);
    }

    /**
     * What was found in one document.
     *
     * @param fits whether it fits the schema; if not, the findings are those of the schema alone
     * @param errors whether there is a finding of severity ERROR
     * @param findings in document order, as many as were asked for
     * @param counts how often each rule id was found
     * @param total how many findings there are
     * @param tallies what each book noted
     */
    public record Result(
            boolean fits,
            boolean errors,
            List<Finding> findings,
            Map<String, Integer> counts,
            int total,
            Map<RuleBook<?>, Object> tallies) {}

    /** Reads the document once; refuses what is not safe, well-formed XML. */
    public Result judge(InputStream xml, int maxFindings) {
        var kept = KEPT.poll();
        var workspace = kept == null ? new Workspace() : kept;
        try {
            return judge(xml, maxFindings, workspace);
        } finally {
            workspace.clear();
            // Where there are enough already, this one is forgotten.
            KEPT.offer(workspace);
        }
    }

    private Result judge(InputStream xml, int maxFindings, Workspace workspace) {
        var reading = new Reading(automaton, workspace, maxFindings);
        reading.read(xml);
        boolean fits = reading.faults().none();
        Findings findings = fits ? reading.judge().findings() : reading.faults().findings();
        var tallies = new IdentityHashMap<RuleBook<?>, Object>();
        for (int i = 0; i < automaton.books().size(); i++) {
            tallies.put(automaton.books().get(i), reading.judge().tallies().get(i));
        }
        return new Result(fits, findings.errors(), findings.told(), findings.counts(), findings.total(), tallies);
    }
}
