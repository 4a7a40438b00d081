/** What we send to partners: stored before the first byte leaves, repeated until a signed answer is held. */
@NullMarked
package org.tegata.gateway.outbound;

import org.jspecify.annotations.NullMarked;
