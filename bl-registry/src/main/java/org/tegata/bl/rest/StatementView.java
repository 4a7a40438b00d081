package org.tegata.bl.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.SurrenderReason;
import org.tegata.bl.domain.TitleAct;

/** Shape of the statement that an actor signs, for the description of the API; unknown members are refused. */
record StatementView(
        @Schema(required = true) UUID billId,

        @Schema(
                required = true,
                pattern = "[0-9a-f]{64}",
                description = "SHA-256 of the seal of the entry that the act builds on")
        String head,

        @Schema(required = true) TitleAct act,

        @Schema(required = true, description = "provider:code; the party of the token")
        String actor,

        @Schema(description = "RFC 3339; required in a JWS") @Nullable
        String signedAt,

        @Schema(description = "with TRANSFER, PLEDGE, ENDORSE, ENDORSE_TO_ORDER") @Nullable
        Recipient recipient,

        @Schema(description = "with SURRENDER_FOR_AMENDMENT only") @Nullable
        SurrenderReason reasonCode,

        @Schema(maxLength = 255) @Nullable String comments,

        @Schema(description = "with ISSUE: the carrier's signed DCSA issuance manifest") @Nullable
        String issuanceManifestSignedContent,

        @Schema(description = "paper originals issued (SWITCH_TO_PAPER) or cancelled (ISSUE of a bill from paper)")
        @Nullable
        Integer originals,

        @Schema(description = "where (MLETR art. 13)") @Nullable
        String place) {

    /** The other party. */
    record Recipient(
            @Schema(required = true) String party,
            @Nullable String partyName,

            @Schema(description = "absent for this platform") @Nullable
            String eblPlatform) {}
}
