package org.tegata.gateway.outbound;

import org.jspecify.annotations.Nullable;
import org.tegata.gateway.pint.Checksum;
import org.tegata.gateway.pint.Envelope;

/**
 * An envelope as it is stored and sent.
 *
 * @param bytes exactly what goes out at every attempt
 * @param visualisation the carrier's visualisation that goes with it, the only additional document that we send
 */
record PreparedEnvelope(Envelope envelope, byte[] bytes, byte @Nullable [] visualisation, String recipientPlatform) {

    @Nullable
    String visualisationChecksum() {
        return visualisation == null ? null : Checksum.of(visualisation);
    }
}
