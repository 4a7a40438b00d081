/** What partners send us: the receiving role of DCSA PINT, from the first byte to the signed answer. */
@NullMarked
package org.tegata.gateway.inbound;

import org.jspecify.annotations.NullMarked;
