/** Looks for bytes, texts and trees that get neither a reading nor a refusal. */
@NullMarked
package org.tegata.bill.fuzz;

import org.jspecify.annotations.NullMarked;
