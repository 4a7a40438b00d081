/** What a rule is, and how a rule book is written: contexts, conditions, wording. Knows no standard. */
@NullMarked
package org.tegata.rules.rule;

import org.jspecify.annotations.NullMarked;
