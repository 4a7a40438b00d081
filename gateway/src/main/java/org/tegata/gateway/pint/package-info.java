/**
 * The wire protocol: DCSA PINT 3.0.0 messages, their building and verification; pure functions, no store, no network.
 */
@NullMarked
package org.tegata.gateway.pint;

import org.jspecify.annotations.NullMarked;
