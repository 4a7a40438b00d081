package org.tegata.bl.domain;

/** Everything that can happen to a bill: each is one entry of its record, one version and one event. */
public enum BillAct {
    DRAFT("bill.drafted.v1"),
    ISSUE("bill.issued.v1"),
    ENDORSE("bill.endorsed.v1"),
    TRANSFER("bill.transferred.v1"),
    /** Possession goes back to where it has just come from. */
    REJECT_TRANSFER("bill.transfer-rejected.v1"),
    SIGN("bill.signed.v1"),
    PLEDGE("bill.pledged.v1"),
    RELEASE("bill.released.v1"),
    /** A transfer to a party on another platform: the bill is locked until that platform has answered. */
    START_TRANSFER("bill.transfer-started.v1"),
    SURRENDER_FOR_DELIVERY("bill.surrender-requested.v1"),
    SURRENDER_FOR_AMENDMENT("bill.surrender-requested.v1"),
    /** A surrender to a carrier on another platform. */
    SEND_SURRENDER_FOR_DELIVERY("bill.transfer-started.v1"),
    SEND_SURRENDER_FOR_AMENDMENT("bill.transfer-started.v1"),
    ACCEPT_SURRENDER("bill.surrender-accepted.v1"),
    REFUSE_SURRENDER("bill.surrender-refused.v1"),
    /** The carrier refuses what a pledgee surrendered: it stays pledged. */
    REFUSE_SURRENDER_BY_PLEDGEE("bill.surrender-refused.v1"),
    /** The carrier refuses what a holder on another platform surrendered: possession goes back there. */
    REFUSE_SURRENDER_FROM_ELSEWHERE("bill.surrender-refused.v1"),
    /** The carrier accepts a surrender for paper (MLETR art. 18). */
    SWITCH_TO_PAPER("bill.switched-to-paper.v1"),
    VOID("bill.voided.v1"),
    /** The carrier's answer has to travel to the platform of whoever surrendered. */
    START_NOTIFICATION("bill.transfer-started.v1"),

    TRANSFER_ACCEPTED("bill.left-platform.v1"),
    TRANSFER_REFUSED("bill.transfer-returned.v1"),
    SURRENDER_ARRIVED("bill.envelope-answered.v1"),
    SURRENDER_RETURNED("bill.transfer-returned.v1"),
    NOTIFICATION_ANSWERED("bill.envelope-answered.v1"),

    /** The bill comes, or comes back, from another platform. */
    RECEIVE("bill.received.v1"),
    RECEIVE_SURRENDER_FOR_DELIVERY("bill.surrender-requested.v1"),
    RECEIVE_SURRENDER_FOR_AMENDMENT("bill.surrender-requested.v1"),
    RECEIVE_ACCEPTANCE("bill.surrender-accepted.v1"),
    RECEIVE_REFUSAL("bill.surrender-refused.v1");

    private final String eventType;

    BillAct(String eventType) {
        this.eventType = eventType;
    }

    /** Whether an envelope to another platform is due after it. */
    public boolean startsEnvelope() {
        return switch (this) {
            case START_TRANSFER, SEND_SURRENDER_FOR_DELIVERY, SEND_SURRENDER_FOR_AMENDMENT, START_NOTIFICATION -> true;
            default -> false;
        };
    }

    /** Whether a party that was to get the bill has not got it. */
    public boolean comesBack() {
        return this == TRANSFER_REFUSED || this == SURRENDER_RETURNED;
    }

    /** The event that tells of this act (contracts/events). */
    public String eventType() {
        return eventType;
    }
}
