/** The door: judge the bytes of an invoice by a rule set, without a server. */
@NullMarked
package org.tegata.rules;

import org.jspecify.annotations.NullMarked;
