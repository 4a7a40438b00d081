/**
 * Lets other platforms in and out. Here lives what all parts share: configuration, the platform's own key, the problem
 * catalogue, outgoing HTTP calls and the operators' list of envelopes; the work is in {@code partner}, {@code inbound},
 * {@code outbound}, {@code pint} and {@code registry}.
 */
@NullMarked
package org.tegata.gateway;

import org.jspecify.annotations.NullMarked;
