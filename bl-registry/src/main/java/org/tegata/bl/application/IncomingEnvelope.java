package org.tegata.bl.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.Transaction;
import org.tegata.bl.domain.Visualisation;

/**
 * An envelope from another platform as the gateway hands it over, every signature verified.
 *
 * @param transportDocument the JSON text exactly as it came
 * @param entries the whole signed chain
 * @param transactions what the entries contain, in order
 */
public record IncomingEnvelope(
        String sendingPlatform,
        String transportDocument,
        String issuanceManifestSignedContent,
        List<String> entries,
        List<Transaction> transactions,
        @Nullable Visualisation visualisation) {

    public IncomingEnvelope {
        entries = List.copyOf(entries);
        transactions = List.copyOf(transactions);
    }
}
