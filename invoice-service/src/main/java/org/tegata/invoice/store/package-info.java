/** Invoices in PostgreSQL, behind the domain's port; nothing else sees an entity. */
@NullMarked
package org.tegata.invoice.store;

import org.jspecify.annotations.NullMarked;
