package org.tegata.invoice.application;

import org.jspecify.annotations.Nullable;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.problem.ValidationReport;

/**
 * Bytes that were read and judged.
 *
 * @param bytes as they came
 * @param digest their SHA-256, hexadecimal
 * @param document what they say; null when the schema already found errors
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the record itself and are passed on, never compared
public record CheckedInvoice(
        byte[] bytes,
        String digest,
        ValidationReport report,
        @Nullable InvoiceDocument document) {}
