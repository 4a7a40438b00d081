package org.tegata.gateway.pint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.seal.CanonicalJson;
import org.tegata.seal.Sealer;

/** Makes our platform's envelopes: the new chain entry, the manifest and both signatures. */
public final class EnvelopeBuilder {

    private final String ourPlatform;
    private final Sealer sealer;

    public EnvelopeBuilder(String ourPlatform, Sealer sealer) {
        this.ourPlatform = ourPlatform;
        this.sealer = sealer;
    }

    /**
     * Builds and signs; two calls give different bytes (ECDSA is randomised), so store the result before sending it.
     *
     * @param receivedEntries the chain so far, empty for a bill that leaves its first platform
     * @param transactions what the new entry records, verbatim
     */
    public Envelope build(
            String transportDocument,
            String issuanceManifestSignedContent,
            List<String> receivedEntries,
            List<JsonNode> transactions,
            @Nullable DocumentMetadata visualisation) {
        if (transactions.isEmpty()) {
            throw new IllegalArgumentException("an entry without transactions says nothing");
        }
        String checksum = CanonicalJson.sha256Hex(transportDocument);
        var entry = PintJson.newObject();
        entry.put("eblPlatform", ourPlatform);
        entry.put("transportDocumentChecksum", checksum);
        if (receivedEntries.isEmpty()) {
            entry.put("issuanceManifestSignedContent", issuanceManifestSignedContent);
        } else {
            String previous = receivedEntries.get(receivedEntries.size() - 1);
            entry.put("previousEnvelopeTransferChainEntrySignedContentChecksum", Checksum.ofSignedContent(previous));
        }
        entry.putArray("transactions").addAll(transactions);
        var chain = new ArrayList<>(receivedEntries);
        chain.add(sealer.seal(PintJson.write(entry)));
        var manifest = new EnvelopeManifest(
                checksum, Checksum.ofSignedContent(chain.get(chain.size() - 1)), visualisation, List.of());
        return new Envelope(
                transportDocument, sealer.seal(PintJson.write(manifest)), chain, issuanceManifestSignedContent);
    }
}
