/** The rule books of EN 16931 for CII: its business rules in Java, version by version, grouped as the standard does. */
@NullMarked
package org.tegata.rules.en16931;

import org.jspecify.annotations.NullMarked;
