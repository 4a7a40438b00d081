/**
 * What an invoice must keep beyond its XML schema: a small first set with ids of our own, {@code TGT-INV-…}. A rule
 * is an ERROR only where the invoice could not be relied on at all; where good invoices may differ it is a WARNING.
 */
@NullMarked
package org.tegata.invoice.domain.rules;

import org.jspecify.annotations.NullMarked;
