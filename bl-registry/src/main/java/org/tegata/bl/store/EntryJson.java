package org.tegata.bl.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.ChangeOfMedium;
import org.tegata.bl.domain.DocumentKind;
import org.tegata.bl.domain.EnvelopeNote;
import org.tegata.bl.domain.EnvelopePurpose;
import org.tegata.bl.domain.NamedParty;
import org.tegata.bl.domain.Predecessor;
import org.tegata.bl.domain.RegisterEntry;
import org.tegata.bl.domain.Transaction;
import org.tegata.bl.json.TransactionJson;

/** The payload of a seal: an entry of a record as JSON, with the hash of the seal before it. */
final class EntryJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryJson() {}

    /** An entry read back, with the link that was sealed with it. */
    record Linked(RegisterEntry entry, @Nullable String previous) {}

    static byte[] write(RegisterEntry entry, @Nullable String previous) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("billId", entry.billId().toString());
        json.put("sequence", entry.sequence());
        put(json, "previous", previous);
        json.put("act", entry.act().name());
        json.put("recordedAt", TransactionJson.time(entry.recordedAt()));
        put(json, "party", entry.party() == null ? null : entry.party().toString());
        json.put("user", entry.user());
        var transactions = json.putArray("transactions");
        entry.transactions().forEach(transaction -> transactions.add(TransactionJson.write(transaction)));
        if (entry.terms() != null) {
            json.set("terms", terms(entry.terms()));
        }
        if (entry.envelope() != null) {
            json.set("envelope", envelope(entry.envelope()));
        }
        put(json, "issuanceManifestChecksum", entry.issuanceManifestChecksum());
        if (entry.changeOfMedium() != null) {
            json.set("changeOfMedium", changeOfMedium(entry.changeOfMedium()));
        }
        put(json, "signedAct", entry.signedAct());
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree can be written", impossible);
        }
    }

    private static ObjectNode terms(BillTerms terms) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("transportDocumentReference", terms.transportDocumentReference());
        json.put("transportDocumentChecksum", terms.transportDocumentChecksum());
        put(json, "documentDigest", terms.documentDigest());
        put(json, "transportDocumentDigest", terms.transportDocumentDigest());
        json.set("carrier", party(terms.carrier()));
        json.set("shipper", party(terms.shipper()));
        if (terms.consignee() != null) {
            json.set("consignee", party(terms.consignee()));
        }
        json.put("toOrder", terms.toOrder());
        if (terms.predecessor() != null) {
            json.set("predecessor", predecessor(terms.predecessor()));
        }
        // what is sealed of a bill of lading stays as it was before there were sea waybills
        if (terms.kind() != DocumentKind.BILL_OF_LADING) {
            json.put("typeCode", terms.kind().typeCode());
        }
        return json;
    }

    private static ObjectNode predecessor(Predecessor replaced) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("because", replaced.because().name());
        put(json, "billId", replaced.billId() == null ? null : replaced.billId().toString());
        put(json, "head", replaced.head());
        if (replaced.originals() != null) {
            json.put("originals", replaced.originals());
        }
        json.set("issueTo", party(replaced.issueTo()));
        return json;
    }

    private static ObjectNode changeOfMedium(ChangeOfMedium change) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("direction", change.direction().name())
                .put("originals", change.originals())
                .put("place", change.place());
    }

    private static ObjectNode party(NamedParty party) {
        var json = JsonNodeFactory.instance.objectNode().put("partyName", party.partyName());
        put(json, "party", party.party() == null ? null : party.party().toString());
        return json;
    }

    private static ObjectNode envelope(EnvelopeNote note) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("envelopeId", note.envelopeId().toString());
        json.put("purpose", note.purpose().name());
        json.put("otherPlatform", note.otherPlatform());
        json.put("chainLength", note.chainLength());
        put(json, "lastEntryChecksum", note.lastEntryChecksum());
        put(json, "responseCode", note.responseCode());
        put(json, "answerChecksum", note.answerChecksum());
        put(
                json,
                "recipient",
                note.recipient() == null ? null : note.recipient().toString());
        return json;
    }

    private static void put(ObjectNode json, String member, @Nullable String value) {
        if (value != null) {
            json.put(member, value);
        }
    }

    /** Reads what {@link #write} wrote; throws IllegalArgumentException when it is something else. */
    static Linked read(byte[] payload) {
        JsonNode json;
        try {
            json = JSON.readTree(payload);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("not an entry of a record", unreadable);
        }
        List<Transaction> transactions = new ArrayList<>();
        json.path("transactions").forEach(transaction -> transactions.add(TransactionJson.read(transaction)));
        var party = text(json, "party");
        var entry = new RegisterEntry(
                UUID.fromString(required(json, "billId")),
                json.path("sequence").asLong(),
                BillAct.valueOf(required(json, "act")),
                Instant.parse(required(json, "recordedAt")),
                party == null ? null : PartyId.parse(party),
                required(json, "user"),
                transactions,
                json.has("terms") ? readTerms(json.get("terms")) : null,
                json.has("envelope") ? readEnvelope(json.get("envelope")) : null,
                text(json, "issuanceManifestChecksum"),
                json.has("changeOfMedium") ? readChangeOfMedium(json.get("changeOfMedium")) : null,
                text(json, "signedAct"));
        return new Linked(entry, text(json, "previous"));
    }

    private static BillTerms readTerms(JsonNode json) {
        return new BillTerms(
                required(json, "transportDocumentReference"),
                required(json, "transportDocumentChecksum"),
                text(json, "documentDigest"),
                text(json, "transportDocumentDigest"),
                readParty(json.path("carrier")),
                readParty(json.path("shipper")),
                json.has("consignee") ? readParty(json.get("consignee")) : null,
                json.path("toOrder").asBoolean(),
                json.has("predecessor") ? readPredecessor(json.get("predecessor")) : null,
                json.has("typeCode") ? DocumentKind.of(required(json, "typeCode")) : DocumentKind.BILL_OF_LADING);
    }

    private static Predecessor readPredecessor(JsonNode json) {
        var billId = text(json, "billId");
        return new Predecessor(
                Predecessor.Because.valueOf(required(json, "because")),
                billId == null ? null : UUID.fromString(billId),
                text(json, "head"),
                json.has("originals") ? json.get("originals").asInt() : null,
                readParty(json.path("issueTo")));
    }

    private static ChangeOfMedium readChangeOfMedium(JsonNode json) {
        return new ChangeOfMedium(
                ChangeOfMedium.Direction.valueOf(required(json, "direction")),
                json.path("originals").asInt(),
                required(json, "place"));
    }

    private static NamedParty readParty(JsonNode json) {
        var party = text(json, "party");
        return new NamedParty(required(json, "partyName"), party == null ? null : PartyId.parse(party));
    }

    private static EnvelopeNote readEnvelope(JsonNode json) {
        var recipient = text(json, "recipient");
        return new EnvelopeNote(
                UUID.fromString(required(json, "envelopeId")),
                EnvelopePurpose.valueOf(required(json, "purpose")),
                required(json, "otherPlatform"),
                json.path("chainLength").asInt(),
                text(json, "lastEntryChecksum"),
                text(json, "responseCode"),
                text(json, "answerChecksum"),
                recipient == null ? null : PartyId.parse(recipient));
    }

    private static String required(JsonNode json, String member) {
        var text = text(json, member);
        if (text == null) {
            throw new IllegalArgumentException("an entry of a record has " + member);
        }
        return text;
    }

    private static @Nullable String text(JsonNode json, String member) {
        var value = json.get(member);
        return value == null || value.isNull() ? null : value.textValue();
    }
}
