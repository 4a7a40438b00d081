/** Credits and facts in PostgreSQL. The entities are seen by nobody else. */
@NullMarked
package org.tegata.lc.store;

import org.jspecify.annotations.NullMarked;
