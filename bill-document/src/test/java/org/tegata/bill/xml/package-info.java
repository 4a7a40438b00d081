/** Tests of the schema of the bill, and of writing it. */
@NullMarked
package org.tegata.bill.xml;

import org.jspecify.annotations.NullMarked;
