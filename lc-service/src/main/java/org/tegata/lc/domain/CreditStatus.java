package org.tegata.lc.domain;

import static org.tegata.lc.domain.CreditAct.ADVISE;
import static org.tegata.lc.domain.CreditAct.CONFIRM;
import static org.tegata.lc.domain.CreditAct.DECLINE_CONFIRMATION;
import static org.tegata.lc.domain.CreditAct.EXAMINE;
import static org.tegata.lc.domain.CreditAct.HONOUR;
import static org.tegata.lc.domain.CreditAct.PRESENT;
import static org.tegata.lc.domain.CreditAct.REFUSE;

import java.util.Map;
import org.tegata.problem.Rejected;

/**
 * The life of a credit, whole. There is no way back and no way to cancel: a credit is irrevocable (UCP 600 art. 3 and
 * 10(a)). A presentation counts whether or not the credit was advised first; expiry is judged when documents are
 * examined (art. 6(d)), so it is no status.
 */
public enum CreditStatus {
    /** Issued and binding (art. 7(b)); not yet advised. */
    ISSUED,
    /** The advising bank has vouched for its apparent authenticity (art. 9(b)). */
    ADVISED,
    /** Drawn in full: nothing more can be presented. */
    EXHAUSTED;

    private static final Map<CreditStatus, Map<CreditAct, CreditStatus>> NEXT = Map.of(
            ISSUED,
            Map.of(
                    ADVISE, ADVISED,
                    CONFIRM, ISSUED,
                    DECLINE_CONFIRMATION, ISSUED,
                    PRESENT, ISSUED,
                    EXAMINE, ISSUED,
                    REFUSE, ISSUED,
                    HONOUR, ISSUED),
            ADVISED,
            Map.of(
                    CONFIRM, ADVISED,
                    DECLINE_CONFIRMATION, ADVISED,
                    PRESENT, ADVISED,
                    EXAMINE, ADVISED,
                    REFUSE, ADVISED,
                    HONOUR, ADVISED),
            EXHAUSTED,
            Map.of(
                    EXAMINE, EXHAUSTED,
                    REFUSE, EXHAUSTED));

    /** The status after the act; refuses (409) what the table does not have. */
    public CreditStatus after(CreditAct act) {
        var next = NEXT.getOrDefault(this, Map.of()).get(act);
        if (next == null) {
            throw new Rejected(CreditProblem.WRONG_STATE, "Nobody can %s this credit: it is %s", act.words(), this);
        }
        return next;
    }
}
