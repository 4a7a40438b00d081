/** Where records live: sealed entries in PostgreSQL; the entities are seen by nothing else. */
@NullMarked
package org.tegata.bl.store;

import org.jspecify.annotations.NullMarked;
