package org.tegata.invoice.xml;

import org.jspecify.annotations.Nullable;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.rules.Verdict;

/**
 * An invoice that was read and judged in one pass.
 *
 * @param document what it says; null when it is not valid
 */
public record ReadInvoice(Verdict verdict, @Nullable InvoiceDocument document) {}
