package org.tegata.gateway.pint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The transfer is active, documents are awaited (DCSA PINT 3.0.0, EnvelopeTransferStartedResponse); unsigned. */
public record StartedResponse(
        String envelopeReference,
        String transportDocumentChecksum,
        String lastEnvelopeTransferChainEntrySignedContentChecksum,
        List<String> missingAdditionalDocumentChecksums) {

    private static final int MAX_REFERENCE = 100;

    /** Reads a partner's 201; throws {@link UnreadableMessage} for anything else. */
    public static StartedResponse read(byte[] body) {
        JsonNode node = PintJson.object(PintJson.text(body));
        try {
            var payload = Payload.of(node, "$");
            return new StartedResponse(
                    payload.text("envelopeReference", MAX_REFERENCE),
                    payload.checksum("transportDocumentChecksum"),
                    payload.checksum("lastEnvelopeTransferChainEntrySignedContentChecksum"),
                    checksums(payload, "missingAdditionalDocumentChecksums"));
        } catch (EnvelopeRefused invalid) {
            throw new UnreadableMessage("$", invalid.reason());
        }
    }

    static List<String> checksums(Payload payload, String name) {
        JsonNode array = payload.content().get(name);
        if (array == null) {
            return List.of();
        }
        var checksums = new ArrayList<String>();
        array.forEach(item -> checksums.add(item.asText()));
        if (!array.isArray() || !checksums.stream().allMatch(Checksum::hasForm)) {
            throw payload.wrong(name, "must be an array of SHA-256 in lower case hex");
        }
        return List.copyOf(checksums);
    }
}
