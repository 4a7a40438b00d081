/** What the mapping between the two languages must keep. */
@NullMarked
package org.tegata.bill.mapping;

import org.jspecify.annotations.NullMarked;
