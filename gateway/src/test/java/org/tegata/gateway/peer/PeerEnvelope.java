package org.tegata.gateway.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An envelope as another platform makes it, with a place to go wrong at every step. */
public final class PeerEnvelope {

    public static final String CARRIER = "TGTACARRIER000000165";
    public static final String SHIPPER = "TGTASHIPPER000000139";
    public static final String IMPORTER = "TGTBIMPORTER00000164";

    public String document;
    public String sender = "PEER";
    public String receiver = "TGTA";
    public PeerKey senderKey;
    public PeerKey manifestKey;
    public PeerKey carrierKey;
    /** Entries made before, with the key of the platform of each. */
    public final List<String> earlier = new ArrayList<>();

    public final List<byte[]> supporting = new ArrayList<>();
    public byte[] visualisation = {};
    public boolean issuanceInFirstEntry = true;
    public boolean issuanceAtTopLevel;
    public Consumer<ObjectNode> entry = any -> {};
    public Consumer<ObjectNode> manifest = any -> {};
    public Consumer<ObjectNode> issuance = any -> {};
    public List<ObjectNode> transactions = new ArrayList<>();
    private final Map<Object, String> signedByCarrier = new HashMap<>();

    public PeerEnvelope(String reference, PeerKey senderKey, PeerKey carrierKey) {
        this.document = template().replace("@REFERENCE@", reference);
        this.senderKey = senderKey;
        this.manifestKey = senderKey;
        this.carrierKey = carrierKey;
        transactions.add(transaction(
                "ISSUE", party("PEER", CARRIER, "Setouchi Ocean Line"), party("PEER", SHIPPER, "Hanshin Seiki K.K.")));
        transactions.add(transaction(
                "TRANSFER",
                party("PEER", SHIPPER, "Hanshin Seiki K.K."),
                party("TGTA", IMPORTER, "Elbe Werkzeughandel GmbH")));
    }

    /** The finished message. */
    public record Message(String json, List<String> entries, String lastEntryChecksum, String documentChecksum) {

        public String lastEntry() {
            return entries.get(entries.size() - 1);
        }
    }

    public static ObjectNode party(String platform, String lei, String name) {
        var party = PeerJson.object().put("partyName", name).put("eblPlatform", platform);
        party.putArray("identifyingCodes")
                .addObject()
                .put("codeListProvider", "GLEIF")
                .put("partyCode", lei)
                .put("codeListName", "LEI");
        return party;
    }

    public static ObjectNode transaction(String action, ObjectNode actor, ObjectNode recipient) {
        var transaction =
                PeerJson.object().put("actionCode", action).put("actionDateTime", "2026-11-20T10:00:00.123456789Z");
        transaction.set("actor", actor);
        if (recipient != null) {
            transaction.set("recipient", recipient);
        }
        return transaction;
    }

    public static ObjectNode metadata(String name, String mediaType, byte[] content) {
        return PeerJson.object()
                .put("name", name)
                .put("size", content.length)
                .put("mediaType", mediaType)
                .put("documentChecksum", PeerJson.sha256(content));
    }

    public String issuanceManifest() {
        var content = PeerJson.object()
                .put("documentChecksum", PeerJson.documentChecksum(document))
                .put("issueToChecksum", PeerJson.sha256("issue to"));
        if (visualisation.length > 0) {
            content.put("eBLVisualisationByCarrierChecksum", PeerJson.sha256(visualisation));
        }
        issuance.accept(content);
        // The carrier signs once; a second signature over the same words would make another chain.
        String words = content.toString();
        return signedByCarrier.computeIfAbsent(List.of(words, carrierKey), any -> carrierKey.sign(words));
    }

    public Message build() {
        String checksum = PeerJson.documentChecksum(document);
        String issuanceManifest = issuanceManifest();
        var newEntry = PeerJson.object().put("eblPlatform", sender).put("transportDocumentChecksum", checksum);
        if (earlier.isEmpty()) {
            if (issuanceInFirstEntry) {
                newEntry.put("issuanceManifestSignedContent", issuanceManifest);
            }
        } else {
            newEntry.put(
                    "previousEnvelopeTransferChainEntrySignedContentChecksum",
                    PeerJson.sha256(earlier.get(earlier.size() - 1)));
        }
        newEntry.putArray("transactions").addAll(transactions);
        entry.accept(newEntry);
        var entries = new ArrayList<>(earlier);
        entries.add(senderKey.sign(newEntry.toString()));
        return seal(entries, checksum, issuanceManifest);
    }

    /** The same chain with other entries; for broken and re-signed ones. */
    public Message seal(List<String> entries, String checksum, String issuanceManifest) {
        String last = PeerJson.sha256(entries.get(entries.size() - 1));
        var content = PeerJson.object()
                .put("transportDocumentChecksum", checksum)
                .put("lastEnvelopeTransferChainEntrySignedContentChecksum", last);
        if (visualisation.length > 0) {
            content.set("eBLVisualisationByCarrier", metadata("bill.xml", "application/xml", visualisation));
        }
        var documents = content.putArray("supportingDocuments");
        supporting.forEach(bytes -> documents.add(metadata("certificate.pdf", "application/pdf", bytes)));
        manifest.accept(content);
        var json = PeerJson.object();
        // written by hand: the document's own characters must reach the wire
        json.put("envelopeManifestSignedContent", manifestKey.sign(content.toString()));
        var chain = json.putArray("envelopeTransferChain");
        entries.forEach(chain::add);
        if (issuanceAtTopLevel) {
            json.put("issuanceManifestSignedContent", issuanceManifest);
        }
        String rest = json.toString().substring(1);
        return new Message("{\"transportDocument\": " + document + "," + rest, entries, last, checksum);
    }

    private static String template() {
        try (InputStream in = PeerEnvelope.class.getResourceAsStream("/pint/transport-document.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Parties that live on our platform in the tests. */
    public static Map<String, String> parties() {
        return Map.of("GLEIF:" + IMPORTER, "Elbe Werkzeughandel GmbH", "GLEIF:" + CARRIER, "Setouchi Ocean Line");
    }
}
