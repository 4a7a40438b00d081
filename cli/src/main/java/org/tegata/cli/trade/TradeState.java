package org.tegata.cli.trade;

import org.jspecify.annotations.Nullable;

/** What the steps done so far have left behind; a step that needs more than there is says which step is missing. */
public final class TradeState {
    Evidence.@Nullable Invoices invoices;

    Evidence.@Nullable Credit credit;

    Evidence.@Nullable Bill bill;

    Evidence.@Nullable Presentations presentations;

    Evidence.@Nullable Transfer transfer;

    Evidence.@Nullable Delivery delivery;

    Evidence.@Nullable Audit audit;

    TradeState() {}

    public Evidence.Invoices invoices() {
        return done(invoices, "1 (invoices)");
    }

    public Evidence.Credit credit() {
        return done(credit, "2 (letter of credit)");
    }

    public Evidence.Bill bill() {
        return done(bill, "3 (bill of lading)");
    }

    public Evidence.Presentations presentations() {
        return done(presentations, "4 (presentations)");
    }

    public Evidence.Transfer transfer() {
        return done(transfer, "5 (transfer)");
    }

    public Evidence.Delivery delivery() {
        return done(delivery, "6 (delivery)");
    }

    public Evidence.Audit audit() {
        return done(audit, "7 (audit)");
    }

    private static <T> T done(@Nullable T evidence, String step) {
        if (evidence == null) {
            throw new IllegalStateException("step " + step + " has not been done");
        }
        return evidence;
    }
}
