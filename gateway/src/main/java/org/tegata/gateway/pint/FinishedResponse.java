package org.tegata.gateway.pint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The receiving platform's word on an envelope, always signed (DCSA PINT 3.0.0, EnvelopeTransferFinishedResponse). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FinishedResponse(
        String lastEnvelopeTransferChainEntrySignedContentChecksum,
        ResponseCode responseCode,
        @Nullable String duplicateOfAcceptedEnvelopeTransferChainEntrySignedContent,
        @Nullable String reason,
        @Nullable List<String> missingAdditionalDocumentChecksums,
        @Nullable List<String> receivedAdditionalDocumentChecksums) {

    private static final int MAX_JWS = 100_000;

    /** RECE, with the receipt for all documents of the envelope; the array is there even when it is empty. */
    public static FinishedResponse received(String lastEntryChecksum, List<String> documents) {
        return new FinishedResponse(lastEntryChecksum, ResponseCode.RECE, null, null, null, List.copyOf(documents));
    }

    /** DUPE, with the last entry as it was accepted. */
    public static FinishedResponse duplicate(String lastEntryChecksum, String acceptedEntry, List<String> documents) {
        return new FinishedResponse(
                lastEntryChecksum,
                ResponseCode.DUPE,
                acceptedEntry,
                "This envelope was accepted before",
                null,
                List.copyOf(documents));
    }

    /** MDOC, with what is still missing. */
    public static FinishedResponse missing(String lastEntryChecksum, List<String> documents) {
        return new FinishedResponse(
                lastEntryChecksum,
                ResponseCode.MDOC,
                null,
                "Documents declared in the manifest have not arrived",
                List.copyOf(documents),
                null);
    }

    /** BSIG, BENV, INCD or DISE. */
    public static FinishedResponse refused(String lastEntryChecksum, ResponseCode code, String reason) {
        return new FinishedResponse(lastEntryChecksum, code, null, Reason.clean(reason), null, null);
    }

    static FinishedResponse read(byte[] signedPayload) {
        var payload = Payload.read(signedPayload, "finished response");
        String code = payload.text("responseCode", 4);
        String reason = payload.optionalText("reason", Integer.MAX_VALUE);
        try {
            return new FinishedResponse(
                    payload.checksum("lastEnvelopeTransferChainEntrySignedContentChecksum"),
                    ResponseCode.valueOf(code),
                    payload.optionalText("duplicateOfAcceptedEnvelopeTransferChainEntrySignedContent", MAX_JWS),
                    reason == null ? null : Reason.clean(reason),
                    StartedResponse.checksums(payload, "missingAdditionalDocumentChecksums"),
                    StartedResponse.checksums(payload, "receivedAdditionalDocumentChecksums"));
        } catch (IllegalArgumentException unknownCode) {
            throw payload.wrong("responseCode", "is not known: " + code);
        }
    }

    /** The JSON that is signed. */
    public byte[] toJson() {
        return PintJson.write(this).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
