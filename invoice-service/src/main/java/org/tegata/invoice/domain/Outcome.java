package org.tegata.invoice.domain;

/** An act that was allowed: the invoice as it is now, and what to tell the others. */
public record Outcome(Invoice invoice, InvoiceEvent event) {}
