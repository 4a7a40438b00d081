/**
 * The one parser of UN/CEFACT Cross Industry Invoices (D22B): bytes in, schema findings and an {@link
 * org.tegata.invoice.domain.InvoiceDocument} out. The generated bindings are reachable from here only.
 */
@NullMarked
package org.tegata.invoice.xml;

import org.jspecify.annotations.NullMarked;
