package org.tegata.bl.domain;

/**
 * The bill that a print is of, as it stands now.
 *
 * @param replaced another bill was issued in its place
 */
public record PrintedBill(BillAtHead now, boolean replaced) {

    /** What has become of a bill, as far as whoever holds a print of it may know: not who has it, nor why. */
    public enum State {
        IN_CIRCULATION,
        /** Another platform has control, and this register does not learn all that happens there. */
        ON_ANOTHER_PLATFORM,
        SURRENDERED,
        REPLACED,
        ON_PAPER,
        VOID
    }

    /** In one word. That it is pledged, on its way or asked to be taken back is the business of its parties alone. */
    public State state() {
        var bill = now.bill();
        return switch (bill.status()) {
            case DRAFT, ISSUED, PLEDGED, IN_TRANSIT, PENDING_SURRENDER_FOR_DELIVERY, PENDING_SURRENDER_FOR_AMENDMENT ->
                State.IN_CIRCULATION;
            case HELD_ELSEWHERE -> State.ON_ANOTHER_PLATFORM;
            case SURRENDERED_FOR_DELIVERY -> State.SURRENDERED;
            case SURRENDERED_FOR_AMENDMENT -> {
                if (replaced) {
                    yield State.REPLACED;
                }
                yield bill.isOnPaper() ? State.ON_PAPER : State.SURRENDERED;
            }
            case VOIDED -> State.VOID;
        };
    }

    /** Whether nothing has been recorded since that print was made. */
    public boolean isLatest(Print print) {
        return now.head().startsWith(print.head());
    }
}
