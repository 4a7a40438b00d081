/** What a bill must say beyond its schema, rule by rule. */
@NullMarked
package org.tegata.bill.rules;

import org.jspecify.annotations.NullMarked;
