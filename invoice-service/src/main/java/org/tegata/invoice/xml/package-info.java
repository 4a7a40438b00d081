/**
 * The one reader of invoices: bytes in, a verdict and an {@link org.tegata.invoice.domain.InvoiceDocument} out. The
 * rules and the parser are those of {@code invoice-rules}; PDF is opened here only.
 */
@NullMarked
package org.tegata.invoice.xml;

import org.jspecify.annotations.NullMarked;
