package org.tegata.invoice.domain;

/** What can be done to an issued invoice. */
public enum InvoiceAction {
    /** Withdraw it, because it was wrong or is not wanted; a corrected invoice is another document. */
    CANCEL
}
