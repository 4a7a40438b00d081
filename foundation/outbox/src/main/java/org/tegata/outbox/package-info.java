/**
 * How an event leaves a service once and arrives once: appended in the transaction of the change, relayed after commit,
 * de-duplicated on arrival; and how a repeated request acts once.
 */
@NullMarked
package org.tegata.outbox;

import org.jspecify.annotations.NullMarked;
