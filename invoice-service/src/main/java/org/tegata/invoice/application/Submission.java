package org.tegata.invoice.application;

import org.tegata.invoice.domain.OriginalDocument;
import org.tegata.invoice.domain.RulesAsked;
import org.tegata.invoice.xml.ReadInvoice;

/**
 * A document that somebody wants to be kept, read and judged.
 *
 * @param digest SHA-256 of the document as it came, hexadecimal
 */
public record Submission(OriginalDocument original, String digest, RulesAsked rules, ReadInvoice read) {}
