package org.tegata.bl.domain;

import java.util.List;
import java.util.UUID;

/**
 * An envelope from another platform, every signature of which the gateway has verified.
 *
 * @param entries the whole signed chain, each entry a JWS as it came
 * @param lastEntryChecksum SHA-256 of the last of them
 * @param transactions what the entries contain, in order
 * @param manifestChecksum SHA-256 of the carrier's signed issuance manifest
 */
public record ReceivedEnvelope(
        UUID envelopeId,
        String sendingPlatform,
        List<String> entries,
        String lastEntryChecksum,
        List<Transaction> transactions,
        String manifestChecksum) {

    public ReceivedEnvelope {
        entries = List.copyOf(entries);
        transactions = List.copyOf(transactions);
        if (entries.isEmpty() || transactions.isEmpty()) {
            throw new IllegalArgumentException("an envelope has at least one entry and one transaction");
        }
    }
}
