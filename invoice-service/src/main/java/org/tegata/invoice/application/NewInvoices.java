package org.tegata.invoice.application;

import org.tegata.invoice.domain.Invoice;
import org.tegata.invoice.domain.OriginalDocument;
import org.tegata.outbox.Event;
import org.tegata.outbox.OneTrip;

/** Where new invoices are kept: with their document, their readers and their event, once for each request. */
public interface NewInvoices {

    /** False if the request was made before; then nothing is kept. Refuses a number that is taken. */
    boolean add(OneTrip.Claim claim, Invoice invoice, OriginalDocument document, Event event);
}
