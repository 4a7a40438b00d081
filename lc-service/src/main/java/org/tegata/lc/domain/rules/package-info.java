/**
 * The examination of documents, grouped as UCP 600 groups it: one class an article, each rule a named value. A rule
 * compares by whether data conflict (art. 14(d)), not whether they are equal; what it cannot decide it refers.
 */
@NullMarked
package org.tegata.lc.domain.rules;

import org.jspecify.annotations.NullMarked;
