package org.tegata.lc.domain;

import java.util.Map;
import org.tegata.problem.Rejected;

/** Whether a second bank stands behind the credit (UCP 600 art. 8). Once added, a confirmation cannot be taken back. */
public enum Confirmation {
    /** Field 49 WITHOUT: nobody was asked. */
    NONE,
    /** Field 49 CONFIRM. */
    REQUESTED,
    /** Field 49 MAY ADD. */
    OPTIONAL,
    CONFIRMED,
    DECLINED;

    private static final Map<CreditAct, Confirmation> DECISION =
            Map.of(CreditAct.CONFIRM, CONFIRMED, CreditAct.DECLINE_CONFIRMATION, DECLINED);
    private static final Map<Confirmation, Map<CreditAct, Confirmation>> NEXT = Map.of(
            NONE, Map.of(),
            REQUESTED, DECISION,
            OPTIONAL, DECISION,
            CONFIRMED, Map.of(),
            DECLINED, Map.of());

    /** What the code word of field 49 asks for. */
    public static Confirmation asked(String instruction) {
        return switch (instruction) {
            case "CONFIRM" -> REQUESTED;
            case "MAY ADD" -> OPTIONAL;
            case "WITHOUT" -> NONE;
            default -> throw new IllegalArgumentException("not a confirmation instruction: " + instruction);
        };
    }

    /** After the confirming bank's decision; refuses (409) when none is due. */
    public Confirmation after(CreditAct act) {
        var next = NEXT.getOrDefault(this, Map.of()).get(act);
        if (next == null) {
            throw new Rejected(
                    CreditProblem.WRONG_STATE, "Nobody can %s this credit: its confirmation is %s", act.words(), this);
        }
        return next;
    }
}
