package org.tegata.gateway.pint;

import org.jspecify.annotations.Nullable;

/** What the carrier signed when it issued the bill (DCSA PINT 3.0.0, IssuanceManifest). */
public record IssuanceManifest(
        String documentChecksum,
        String issueToChecksum,
        @Nullable String visualisationChecksum) {

    static IssuanceManifest read(Payload payload) {
        return new IssuanceManifest(
                payload.checksum("documentChecksum"),
                payload.checksum("issueToChecksum"),
                payload.optionalChecksum("eBLVisualisationByCarrierChecksum"));
    }
}
