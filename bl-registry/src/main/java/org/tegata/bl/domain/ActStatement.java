package org.tegata.bl.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * What a party declares and signs in order to act (MLETR art. 9: who, and with what intent).
 *
 * @param head SHA-256 of the seal of the entry that the act builds on, 64 lower-case hex digits
 * @param reasonCode with SURRENDER_FOR_AMENDMENT only
 * @param signedAt when, by the actor's clock; null until the register signs with a custodied key
 * @param place where (MLETR art. 13); needed when paper is issued or was cancelled
 * @param originals how many paper originals are issued (SWITCH_TO_PAPER) or were cancelled (ISSUE of a bill from paper)
 * @param issuanceManifest the carrier's signed DCSA issuance manifest, with ISSUE
 */
public record ActStatement(
        UUID billId,
        String head,
        TitleAct act,
        PartyId actor,
        @Nullable NamedRecipient recipient,
        @Nullable SurrenderReason reasonCode,
        @Nullable String comments,
        @Nullable Instant signedAt,
        @Nullable String place,
        @Nullable Integer originals,
        @Nullable String issuanceManifest) {

    /** The same request, whenever and however often it was signed: what an idempotency key stands for. */
    public ActStatement timeless() {
        return signedAt(null);
    }

    public ActStatement signedAt(@Nullable Instant at) {
        return new ActStatement(
                billId, head, act, actor, recipient, reasonCode, comments, at, place, originals, issuanceManifest);
    }
}
