package org.tegata.gateway.pint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.gateway.pint.UnreadableMessage.Violation;
import org.tegata.seal.CanonicalJson;

/**
 * A bill on its way between two platforms (DCSA PINT 3.0.0, EblEnvelope).
 *
 * @param transportDocument the document's JSON text exactly as received or as to be sent
 * @param envelopeTransferChain the signed entries, oldest first
 * @param issuanceManifestSignedContent the carrier's manifest at the top level, where some peers send and look for it
 *     instead of the first chain entry
 */
public record Envelope(
        String transportDocument,
        String envelopeManifestSignedContent,
        List<String> envelopeTransferChain,
        @Nullable String issuanceManifestSignedContent) {

    private static final String DOCUMENT = "transportDocument";
    private static final String MANIFEST = "envelopeManifestSignedContent";
    private static final String CHAIN = "envelopeTransferChain";
    private static final String ISSUANCE = "issuanceManifestSignedContent";
    private static final int MAX_ENTRIES = 200;

    public Envelope {
        envelopeTransferChain = List.copyOf(envelopeTransferChain);
    }

    /** Reads and checks the schema; throws {@link UnreadableMessage} with every violation found. */
    public static Envelope read(byte[] body) {
        String json = PintJson.text(body);
        var root = PintJson.object(json);
        var violations = new ArrayList<Violation>();
        JsonNode document = root.get(DOCUMENT);
        if (document == null) {
            violations.add(new Violation("$." + DOCUMENT, "", "is required"));
        } else {
            violations.addAll(DocumentViolations.of(document));
        }
        jws(root.get(MANIFEST), "$." + MANIFEST, violations);
        JsonNode chain = root.get(CHAIN);
        if (chain == null || !chain.isArray() || chain.isEmpty() || chain.size() > MAX_ENTRIES) {
            violations.add(new Violation("$." + CHAIN, "", "must be an array of 1 to " + MAX_ENTRIES));
        } else {
            for (int i = 0; i < chain.size(); i++) {
                jws(chain.get(i), "$." + CHAIN + "[" + i + "]", violations);
            }
        }
        if (root.has(ISSUANCE)) {
            jws(root.get(ISSUANCE), "$." + ISSUANCE, violations);
        }
        if (!violations.isEmpty()) {
            throw new UnreadableMessage(violations);
        }
        var envelope = assemble(json, root);
        envelope.transportDocumentChecksum();
        return envelope;
    }

    /** An envelope that was read, so checked, before it was stored; a later schema does not judge it again. */
    public static Envelope stored(byte[] body) {
        String json = PintJson.text(body);
        return assemble(json, PintJson.object(json));
    }

    private static Envelope assemble(String json, JsonNode root) {
        var entries = new ArrayList<String>();
        root.path(CHAIN).forEach(entry -> entries.add(entry.textValue()));
        return new Envelope(
                PintJson.memberAsReceived(json, DOCUMENT),
                root.path(MANIFEST).asText(),
                entries,
                root.path(ISSUANCE).textValue());
    }

    private static void jws(@Nullable JsonNode node, String path, List<Violation> violations) {
        if (node == null || !node.isTextual()) {
            violations.add(new Violation(path, "", "is required"));
        } else if (!ChainEntry.isCompactJws(node.textValue())) {
            violations.add(new Violation(path, "", "must be a JWS in compact form"));
        }
    }

    /** SHA-256 of the document's RFC 8785 form. */
    public String transportDocumentChecksum() {
        try {
            return CanonicalJson.sha256Hex(transportDocument);
        } catch (IllegalArgumentException notIJson) {
            // RFC 8785 knows only what I-JSON can hold: doubles and well-formed Unicode.
            throw new UnreadableMessage("$." + DOCUMENT, "has no canonical form (RFC 8785)");
        }
    }

    public String lastEntry() {
        return envelopeTransferChain.get(envelopeTransferChain.size() - 1);
    }

    public String lastEntryChecksum() {
        return Checksum.ofSignedContent(lastEntry());
    }

    /** Of the signed characters alone: equal for an entry that was only signed anew. */
    public String lastEntryPayloadChecksum() {
        return Checksum.ofSignedContent(ChainEntry.payloadOf(lastEntry()));
    }

    /** The bytes to send, the document's characters untouched. */
    public byte[] toJson() {
        var json = new StringBuilder("{\"").append(DOCUMENT).append("\":").append(transportDocument);
        json.append(",\"").append(MANIFEST).append("\":").append(PintJson.quoted(envelopeManifestSignedContent));
        json.append(",\"").append(CHAIN).append("\":").append(PintJson.write(envelopeTransferChain));
        if (issuanceManifestSignedContent != null) {
            json.append(",\"").append(ISSUANCE).append("\":").append(PintJson.quoted(issuanceManifestSignedContent));
        }
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }
}
