package org.tegata.invoice.domain;

import java.util.Map;
import org.tegata.problem.Rejected;

/** The whole lifecycle of an invoice: a table, so that every cell can be tested. */
public enum InvoiceStatus {
    /** Accepted and stored; it can be presented. */
    ISSUED,
    /** Withdrawn by its submitter; it stays readable and its number stays taken. */
    CANCELLED;

    private static final Map<InvoiceStatus, Map<InvoiceAction, InvoiceStatus>> NEXT =
            Map.of(ISSUED, Map.of(InvoiceAction.CANCEL, CANCELLED), CANCELLED, Map.of());

    /** The status after the act; refuses an act that this status does not allow. */
    public InvoiceStatus after(InvoiceAction action) {
        var next = NEXT.getOrDefault(this, Map.of()).get(action);
        if (next == null) {
            throw new Rejected(InvoiceProblem.WRONG_STATE, "An invoice that is %s cannot %s", this, action);
        }
        return next;
    }
}
