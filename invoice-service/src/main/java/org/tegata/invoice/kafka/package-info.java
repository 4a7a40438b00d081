/** What arrives from other services' topics; each event is handled once. */
@NullMarked
package org.tegata.invoice.kafka;

import org.jspecify.annotations.NullMarked;
