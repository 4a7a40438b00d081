/** Tests of DCSA's attribute table. */
@NullMarked
package org.tegata.bill.dcsa;

import org.jspecify.annotations.NullMarked;
