package org.tegata.invoice.application;

import org.tegata.invoice.domain.OriginalDocument;
import org.tegata.invoice.domain.RulesAsked;
import org.tegata.invoice.xml.ReadInvoice;

/** A document that somebody wants to be kept, read and judged. */
public record Submission(OriginalDocument original, RulesAsked rules, ReadInvoice read) {}
