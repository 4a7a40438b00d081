/** DCSA's language of the bill: the attributes of a transport document, EBL 3.0.4 and PINT 3.0.0. */
@NullMarked
package org.tegata.bill.dcsa;

import org.jspecify.annotations.NullMarked;
