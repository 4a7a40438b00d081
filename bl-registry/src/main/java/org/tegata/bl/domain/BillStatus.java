package org.tegata.bl.domain;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.tegata.problem.Rejected;

/**
 * The lifecycle of a bill on this platform, as one table; DCSA's transport document states verbatim where they exist,
 * and three of our own: for a bill held as security, and for one that is on its way to, or at, another platform.
 */
public enum BillStatus {
    DRAFT,
    ISSUED,
    /** A pledgee holds it as security: nobody but it acts, and it gives the bill to nobody but the pledgor. */
    PLEDGED,
    /** On its way to another platform: nobody acts until that platform has answered. */
    IN_TRANSIT,
    /** Another platform has control; this record only remembers. */
    HELD_ELSEWHERE,
    PENDING_SURRENDER_FOR_DELIVERY,
    SURRENDERED_FOR_DELIVERY,
    PENDING_SURRENDER_FOR_AMENDMENT,
    SURRENDERED_FOR_AMENDMENT,
    VOIDED;

    private static final Map<BillStatus, Map<BillAct, BillStatus>> NEXT = new EnumMap<>(Map.of(
            DRAFT,
            Map.of(BillAct.ISSUE, ISSUED, BillAct.VOID, VOIDED),
            ISSUED,
            Map.ofEntries(
                    entry(BillAct.ENDORSE, ISSUED),
                    entry(BillAct.SIGN, ISSUED),
                    entry(BillAct.TRANSFER, ISSUED),
                    entry(BillAct.REJECT_TRANSFER, ISSUED),
                    entry(BillAct.START_TRANSFER, IN_TRANSIT),
                    entry(BillAct.PLEDGE, PLEDGED),
                    entry(BillAct.SURRENDER_FOR_DELIVERY, PENDING_SURRENDER_FOR_DELIVERY),
                    entry(BillAct.SURRENDER_FOR_AMENDMENT, PENDING_SURRENDER_FOR_AMENDMENT),
                    entry(BillAct.SEND_SURRENDER_FOR_DELIVERY, PENDING_SURRENDER_FOR_DELIVERY),
                    entry(BillAct.SEND_SURRENDER_FOR_AMENDMENT, PENDING_SURRENDER_FOR_AMENDMENT),
                    entry(BillAct.VOID, VOIDED)),
            PLEDGED,
            Map.of(
                    BillAct.ENDORSE, PLEDGED,
                    BillAct.SIGN, PLEDGED,
                    BillAct.RELEASE, ISSUED,
                    BillAct.SURRENDER_FOR_DELIVERY, PENDING_SURRENDER_FOR_DELIVERY),
            IN_TRANSIT,
            Map.of(
                    BillAct.TRANSFER_ACCEPTED, HELD_ELSEWHERE,
                    BillAct.TRANSFER_REFUSED, ISSUED,
                    // the other platform's own act may overtake its answer to ours
                    BillAct.RECEIVE, ISSUED,
                    BillAct.RECEIVE_SURRENDER_FOR_DELIVERY, PENDING_SURRENDER_FOR_DELIVERY,
                    BillAct.RECEIVE_SURRENDER_FOR_AMENDMENT, PENDING_SURRENDER_FOR_AMENDMENT),
            HELD_ELSEWHERE,
            Map.of(
                    BillAct.RECEIVE, ISSUED,
                    BillAct.RECEIVE_SURRENDER_FOR_DELIVERY, PENDING_SURRENDER_FOR_DELIVERY,
                    BillAct.RECEIVE_SURRENDER_FOR_AMENDMENT, PENDING_SURRENDER_FOR_AMENDMENT,
                    BillAct.START_NOTIFICATION, HELD_ELSEWHERE,
                    BillAct.NOTIFICATION_ANSWERED, HELD_ELSEWHERE),
            PENDING_SURRENDER_FOR_DELIVERY,
            pending(
                    PENDING_SURRENDER_FOR_DELIVERY,
                    SURRENDERED_FOR_DELIVERY,
                    BillAct.REFUSE_SURRENDER_BY_PLEDGEE,
                    PLEDGED),
            PENDING_SURRENDER_FOR_AMENDMENT,
            pending(
                    PENDING_SURRENDER_FOR_AMENDMENT,
                    SURRENDERED_FOR_AMENDMENT,
                    BillAct.SWITCH_TO_PAPER,
                    SURRENDERED_FOR_AMENDMENT),
            // the record of a closed bill still notes what other platforms answered; its title never moves again
            SURRENDERED_FOR_DELIVERY,
            closed(SURRENDERED_FOR_DELIVERY),
            SURRENDERED_FOR_AMENDMENT,
            closed(SURRENDERED_FOR_AMENDMENT),
            VOIDED,
            Map.of()));

    private static Map<BillAct, BillStatus> pending(
            BillStatus self, BillStatus surrendered, BillAct ofItsOwn, BillStatus then) {
        return Map.of(
                ofItsOwn,
                then,
                BillAct.ACCEPT_SURRENDER,
                surrendered,
                BillAct.REFUSE_SURRENDER,
                ISSUED,
                BillAct.REFUSE_SURRENDER_FROM_ELSEWHERE,
                HELD_ELSEWHERE,
                BillAct.SURRENDER_ARRIVED,
                self,
                BillAct.SURRENDER_RETURNED,
                ISSUED,
                BillAct.RECEIVE_ACCEPTANCE,
                surrendered,
                BillAct.RECEIVE_REFUSAL,
                ISSUED);
    }

    private static Map<BillAct, BillStatus> closed(BillStatus self) {
        return Map.of(BillAct.START_NOTIFICATION, self, BillAct.NOTIFICATION_ANSWERED, self);
    }

    /** How the record of a bill begins: as a draft here, or received from another platform. */
    static BillStatus first(BillAct act) {
        return switch (act) {
            case DRAFT -> DRAFT;
            case RECEIVE -> ISSUED;
            default -> throw new IllegalArgumentException("a bill does not begin with " + act);
        };
    }

    /** The state after the act, if this state allows it. */
    public Optional<BillStatus> next(BillAct act) {
        return Optional.ofNullable(NEXT.getOrDefault(this, Map.of()).get(act));
    }

    /** The state after the act; refuses an act that this state does not allow. */
    public BillStatus after(BillAct act) {
        return next(act)
                .orElseThrow(() -> new Rejected(BillProblem.WRONG_STATE, "The bill is %s", name().replace('_', ' ')));
    }

    /** Whether no act on the title is left. */
    public boolean isClosed() {
        return this == SURRENDERED_FOR_DELIVERY || this == SURRENDERED_FOR_AMENDMENT || this == VOIDED;
    }
}
