package org.tegata.bl.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * One entry of a bill's append-only record: one act, one version. The register seals it together with the hash of the
 * entry before it.
 *
 * @param party on whose behalf; null when another platform's envelope caused it
 * @param signedAct JWS of the party over its {@link ActStatement}; null for a draft, and for what another platform
 *     caused
 * @param terms with the first entry only
 * @param changeOfMedium when paper was issued for the bill, or the bill issued for paper
 * @param issuanceManifestChecksum SHA-256 of the carrier's signed manifest, with the entry that brought it
 */
public record RegisterEntry(
        UUID billId,
        long sequence,
        BillAct act,
        Instant recordedAt,
        @Nullable PartyId party,
        String user,
        List<Transaction> transactions,
        @Nullable BillTerms terms,
        @Nullable EnvelopeNote envelope,
        @Nullable String issuanceManifestChecksum,
        @Nullable ChangeOfMedium changeOfMedium,
        @Nullable String signedAct) {

    public RegisterEntry {
        transactions = List.copyOf(transactions);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
