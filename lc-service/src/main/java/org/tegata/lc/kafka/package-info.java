/** Events of other services, coming in. What goes out is the outbox's. */
@NullMarked
package org.tegata.lc.kafka;

import org.jspecify.annotations.NullMarked;
