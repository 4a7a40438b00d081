package org.tegata.bl.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.application.EnvelopeAnswer;
import org.tegata.bl.application.IncomingEnvelope;
import org.tegata.bl.domain.Transaction;
import org.tegata.bl.domain.Visualisation;
import org.tegata.bl.json.TransactionJson;

/** The JSON between this register and its gateway. */
final class GatewayViews {

    private static final Set<String> ANSWERS = Set.of("RECE", "DUPE", "BENV", "BSIG", "DISE");
    private static final Set<String> ACCEPTANCES = Set.of("RECE", "DUPE");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9.+-]{1,49}/[A-Za-z0-9.+-]{1,49}");
    private static final Pattern JWS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final int LONGEST_FILE_NAME = 255;

    /** They are sealed in one entry, which nobody reads when it is longer than a seal may be. */
    private static final int MOST_TRANSACTION_BYTES = 500_000;

    private GatewayViews() {}

    /** The carrier's rendering, byte for byte. */
    record Rendering(
            @Nullable String name,
            @Nullable String mediaType,
            @Nullable String contentBase64) {

        static @Nullable Rendering of(@Nullable Visualisation shown) {
            return shown == null
                    ? null
                    : new Rendering(
                            shown.name(), shown.mediaType(), Base64.getEncoder().encodeToString(shown.content()));
        }

        Visualisation visualisation() {
            var file = Members.required(name, "visualisation.name");
            var type = Members.required(mediaType, "visualisation.mediaType");
            var content = Members.required(contentBase64, "visualisation.contentBase64");
            if (file.isBlank() || file.length() > LONGEST_FILE_NAME || !TransactionJson.isPlain(file)) {
                throw Members.malformed("visualisation.name is 1 to 255 characters");
            }
            if (!MEDIA_TYPE.matcher(type).matches()) {
                throw Members.malformed("visualisation.mediaType is not a media type");
            }
            try {
                return new Visualisation(file, type, Base64.getDecoder().decode(content));
            } catch (IllegalArgumentException notBase64) {
                throw Members.malformed("visualisation.contentBase64 is not Base64");
            }
        }
    }

    /** What the gateway needs to build the envelope that is due. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outgoing(
            UUID billId,
            long version,
            UUID envelopeId,
            String purpose,
            String recipientPlatform,
            String transportDocument,
            String transportDocumentChecksum,
            String issuanceManifestSignedContent,
            List<TransactionView> transactions,
            List<String> receivedEntries,
            @Nullable Rendering visualisation) {}

    /** The other platform's signed answer. */
    record Outcome(
            @Nullable UUID envelopeId,
            @Nullable Boolean accepted,
            @Nullable String responseCode,
            @Nullable String signedResponse,
            @Nullable List<String> entries) {

        EnvelopeAnswer answer() {
            var code = Members.required(responseCode, "responseCode");
            boolean yes = Members.required(accepted, "accepted");
            if (!ANSWERS.contains(code) || ACCEPTANCES.contains(code) != yes) {
                throw Members.malformed("responseCode " + code + " does not go with accepted " + yes);
            }
            return new EnvelopeAnswer(
                    Members.required(envelopeId, "envelopeId"),
                    yes,
                    code,
                    jws(signedResponse, "signedResponse"),
                    entries == null ? List.of() : all(entries));
        }
    }

    /** An envelope from another platform, its signatures verified by the gateway. */
    record Received(
            @Nullable String sendingPlatform,
            @Nullable String transportDocument,
            @Nullable String issuanceManifestSignedContent,
            @Nullable List<String> entries,

            @Schema(implementation = TransactionView[].class) @Nullable
            List<JsonNode> transactions,

            @Nullable Rendering visualisation) {

        /** Throws IllegalArgumentException when a transaction cannot be read: the envelope is unacceptable then. */
        IncomingEnvelope envelope() {
            var chain = all(Members.required(entries, "entries"));
            var decoded = Members.required(transactions, "transactions");
            if (chain.isEmpty() || decoded.isEmpty()) {
                throw Members.malformed("an envelope has at least one entry and one transaction");
            }
            if (decoded.toString().getBytes(StandardCharsets.UTF_8).length > MOST_TRANSACTION_BYTES) {
                throw new IllegalArgumentException("its transactions are more than one entry of a record can hold");
            }
            List<Transaction> read = new ArrayList<>();
            for (JsonNode transaction : decoded) {
                read.add(TransactionJson.read(transaction));
            }
            return new IncomingEnvelope(
                    Members.required(Members.platform(sendingPlatform), "sendingPlatform"),
                    Members.required(transportDocument, "transportDocument"),
                    jws(issuanceManifestSignedContent, "issuanceManifestSignedContent"),
                    chain,
                    read,
                    visualisation == null ? null : visualisation.visualisation());
        }
    }

    private static List<String> all(List<String> entries) {
        entries.forEach(entry -> jws(entry, "entries"));
        return entries;
    }

    private static String jws(@Nullable String text, String member) {
        var jws = Members.required(text, member);
        if (!JWS.matcher(jws).matches()) {
            throw Members.malformed(member + " is not a JWS in compact serialisation");
        }
        return jws;
    }
}
