/** Tests of the bill's reader. */
@NullMarked
package org.tegata.bill;

import org.jspecify.annotations.NullMarked;
