/** What UN/CEFACT and ISO leave to code lists and the schema does not check: currencies, units, countries, days. */
@NullMarked
package org.tegata.rules.uncefact;

import org.jspecify.annotations.NullMarked;
