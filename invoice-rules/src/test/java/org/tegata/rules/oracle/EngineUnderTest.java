package org.tegata.rules.oracle;

import java.util.TreeSet;
import org.tegata.problem.Rejected;
import org.tegata.rules.InvoiceValidator;

/** Our own engine, in the words in which it can be compared. */
public final class EngineUnderTest implements Referee {

    private static final InvoiceValidator VALIDATOR = new InvoiceValidator();

    private final Edition edition;

    public EngineUnderTest(Edition edition) {
        this.edition = edition;
    }

    @Override
    public Ruling judge(byte[] xml) {
        try {
            var verdict = VALIDATOR.validate(xml, edition.ruleSet());
            var fired = new TreeSet<String>();
            for (var finding : verdict.findings()) {
                // these are the names that the XML Schema recommendation gives its own rules
                if (finding.ruleId().startsWith("cvc-")) {
                    return Ruling.of(Ruling.Outcome.SCHEMA_BROKEN);
                }
                fired.add(Ruling.fired(finding.ruleId(), finding.severity()));
            }
            return Ruling.judged(fired);
        } catch (Rejected refused) {
            return Ruling.of(Ruling.Outcome.UNREADABLE);
        }
    }
}
