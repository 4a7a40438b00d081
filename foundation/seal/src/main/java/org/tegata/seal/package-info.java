/**
 * How Tegata signs and verifies: JWS compact (RFC 7515) over exact bytes, keys as JWK (RFC 7517), canonical JSON (RFC
 * 8785). The only place that knows {@link org.tegata.seal.CryptoProvider who computes}.
 */
@NullMarked
package org.tegata.seal;

import org.jspecify.annotations.NullMarked;
