/** Our XML language of the bill: its schema, and writing it. */
@NullMarked
package org.tegata.bill.xml;

import org.jspecify.annotations.NullMarked;
