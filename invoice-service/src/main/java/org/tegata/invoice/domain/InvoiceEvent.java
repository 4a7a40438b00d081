package org.tegata.invoice.domain;

import org.tegata.access.PartyId;

/** What happened to an invoice; each change of the aggregate makes exactly one. */
public sealed interface InvoiceEvent {

    /** It was accepted and stored. */
    record Issued(InvoiceFacts facts) implements InvoiceEvent {}

    /** Its submitter withdrew it. */
    record Cancelled(InvoiceFacts facts, PartyId cancelledBy) implements InvoiceEvent {}
}
