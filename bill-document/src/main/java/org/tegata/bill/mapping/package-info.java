/**
 * The table between the two languages of the bill, and what follows it in both directions.
 *
 * <p>Table → Compiler → Steps. Both documents become trees of Place; each Step follows one row from one tree to the
 * other and marks what it said; Unsaids lists the rest. A conversion that no scalar fits is a Conversion of its own.
 */
@NullMarked
package org.tegata.bill.mapping;

import org.jspecify.annotations.NullMarked;
