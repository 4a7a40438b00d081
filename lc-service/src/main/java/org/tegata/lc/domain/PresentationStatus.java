package org.tegata.lc.domain;

import java.util.Map;
import java.util.Set;
import org.tegata.problem.Rejected;

/** The life of one presentation (UCP 600 art. 14 to 16). */
public enum PresentationStatus {
    /** Lodged, not examined. */
    PRESENTED,
    /** Examined; some rule could not be decided by data: a person decides it and examines again. */
    REFERRED,
    /** Complies: the bank must honour (art. 15), and the amount is set aside. */
    COMPLYING,
    /** Does not comply: the bank may refuse (art. 16); until it does, it may look again. */
    DISCREPANT,
    /** One notice, with every discrepancy, was given (art. 16(c)). */
    REFUSED,
    HONOURED;

    private static final Map<PresentationStatus, Map<CreditAct, Set<PresentationStatus>>> NEXT = Map.of(
            PRESENTED,
            Map.of(CreditAct.EXAMINE, Set.of(COMPLYING, DISCREPANT, REFERRED)),
            REFERRED,
            Map.of(CreditAct.EXAMINE, Set.of(COMPLYING, DISCREPANT, REFERRED)),
            COMPLYING,
            Map.of(CreditAct.HONOUR, Set.of(HONOURED)),
            DISCREPANT,
            Map.of(CreditAct.EXAMINE, Set.of(COMPLYING, DISCREPANT, REFERRED), CreditAct.REFUSE, Set.of(REFUSED)),
            REFUSED,
            Map.of(),
            HONOURED,
            Map.of());

    /** Refuses (409) the act, unless the table leads by it to a status. */
    public void require(CreditAct act) {
        if (!NEXT.getOrDefault(this, Map.of()).containsKey(act)) {
            throw new Rejected(CreditProblem.WRONG_STATE, "Nobody can %s this credit: it is %s", act.words(), this);
        }
    }

    /** The status that the act leads to; throws when the table does not have that edge. */
    public PresentationStatus after(CreditAct act, PresentationStatus wanted) {
        require(act);
        if (!NEXT.getOrDefault(this, Map.of()).getOrDefault(act, Set.of()).contains(wanted)) {
            throw new IllegalArgumentException(act + " does not lead from " + this + " to " + wanted);
        }
        return wanted;
    }
}
