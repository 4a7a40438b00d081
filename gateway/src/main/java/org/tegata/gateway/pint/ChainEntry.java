package org.tegata.gateway.pint;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One link of the transfer chain, made and signed by the platform where its transactions took place (DCSA PINT 3.0.0,
 * EnvelopeTransferChainEntry).
 *
 * @param signedContent the JWS as it came; the next entry and the manifest point at its checksum
 */
public record ChainEntry(
        String signedContent,
        String eblPlatform,
        String transportDocumentChecksum,
        @Nullable String previousChecksum,
        @Nullable String issuanceManifestSignedContent,
        @Nullable String controlTrackingRegistry,
        List<Transaction> transactions) {

    private static final Pattern JWS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final int MAX_JWS = 100_000;
    private static final int MAX_URI = 1024;

    static ChainEntry read(String signedContent, Payload payload) {
        String issuance = payload.optionalText("issuanceManifestSignedContent", MAX_JWS);
        if (issuance != null && !JWS.matcher(issuance).matches()) {
            throw payload.wrong("issuanceManifestSignedContent", "is not a compact JWS");
        }
        return new ChainEntry(
                signedContent,
                payload.platform("eblPlatform"),
                payload.checksum("transportDocumentChecksum"),
                payload.optionalChecksum("previousEnvelopeTransferChainEntrySignedContentChecksum"),
                issuance,
                payload.optionalText("controlTrackingRegistry", MAX_URI),
                payload.list("transactions", 1, Transaction::read));
    }

    /** Checksum of this entry as the next one and the manifest write it. */
    public String checksum() {
        return Checksum.ofSignedContent(signedContent);
    }

    /** The signed characters without header and signature: equal for an entry that was only signed anew. */
    public String signedPayload() {
        return payloadOf(signedContent);
    }

    static String payloadOf(String jws) {
        return jws.substring(jws.indexOf('.') + 1, jws.lastIndexOf('.'));
    }

    static boolean isCompactJws(String text) {
        return JWS.matcher(text).matches();
    }
}
