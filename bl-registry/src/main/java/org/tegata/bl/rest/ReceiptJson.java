package org.tegata.bl.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.application.Receipt;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.ChainParty;
import org.tegata.bl.domain.EnvelopeNote;
import org.tegata.bl.domain.Order;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.bl.domain.Transaction;
import org.tegata.bl.json.TransactionJson;

/** Writes a {@link ReceiptView} without making one: every act is answered with it, and reflection shows there. */
final class ReceiptJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_BYTES = 6_000;

    private ReceiptJson() {}

    static byte[] write(Receipt receipt) {
        try (var bytes = new ByteArrayBuilder(USUAL_BYTES);
                var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            after(json, receipt.after());
            json.writeArrayFieldStart("entries");
            for (var entry : receipt.entries()) {
                entry(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException("JSON is written to memory", impossible);
        }
    }

    private static void after(JsonGenerator json, BillAtHead after) throws IOException {
        var bill = after.bill();
        json.writeStringField("billId", bill.id().toString());
        json.writeNumberField("version", bill.version());
        json.writeStringField("head", after.head());
        json.writeStringField("status", bill.status().name());
        holder(json, "holder", bill.holder());
        endorsee(json, bill.title().endorsee());
        holder(json, "pledgor", bill.title().pledgor());
    }

    private static void holder(JsonGenerator json, String name, @Nullable ChainParty party) throws IOException {
        if (party != null) {
            json.writeObjectFieldStart(name);
            json.writeStringField("party", party.reference());
            json.writeStringField("partyName", party.partyName());
            json.writeStringField("eblPlatform", party.eblPlatform());
            json.writeEndObject();
        }
    }

    private static void endorsee(JsonGenerator json, Order.@Nullable Endorsee endorsee) throws IOException {
        if (endorsee != null) {
            json.writeObjectFieldStart("endorsee");
            json.writeStringField("party", endorsee.party());
            json.writeStringField("partyName", endorsee.partyName());
            json.writeBooleanField("mayEndorse", endorsee.mayEndorse());
            json.writeEndObject();
        }
    }

    private static void entry(JsonGenerator json, SealedEntry sealed) throws IOException {
        var entry = sealed.entry();
        json.writeStartObject();
        json.writeNumberField("sequence", entry.sequence());
        json.writeStringField("act", entry.act().name());
        json.writeStringField("recordedAt", TransactionJson.time(entry.recordedAt()));
        optional(json, "party", entry.party() == null ? null : entry.party().toString());
        json.writeArrayFieldStart("transactions");
        for (var transaction : entry.transactions()) {
            transaction(json, transaction);
        }
        json.writeEndArray();
        envelope(json, entry.envelope());
        var change = entry.changeOfMedium();
        if (change != null) {
            json.writeObjectFieldStart("changeOfMedium");
            json.writeStringField("direction", change.direction().name());
            json.writeNumberField("originals", change.originals());
            json.writeStringField("place", change.place());
            json.writeEndObject();
        }
        optional(json, "signedAct", entry.signedAct());
        optional(json, "previous", sealed.previousChecksum());
        json.writeStringField("checksum", sealed.checksum());
        json.writeStringField("seal", sealed.seal());
        json.writeEndObject();
    }

    private static void envelope(JsonGenerator json, @Nullable EnvelopeNote note) throws IOException {
        if (note != null) {
            json.writeObjectFieldStart("envelope");
            json.writeStringField("envelopeId", note.envelopeId().toString());
            json.writeStringField("otherPlatform", note.otherPlatform());
            json.writeNumberField("chainLength", note.chainLength());
            optional(json, "lastEntryChecksum", note.lastEntryChecksum());
            optional(json, "responseCode", note.responseCode());
            optional(json, "answerChecksum", note.answerChecksum());
            json.writeEndObject();
        }
    }

    private static void transaction(JsonGenerator json, Transaction transaction) throws IOException {
        json.writeStartObject();
        json.writeStringField("actionCode", transaction.actionCode().name());
        party(json, "actor", transaction.actor());
        party(json, "recipient", transaction.recipient());
        json.writeStringField("actionDateTime", TransactionJson.time(transaction.actionDateTime()));
        optional(
                json,
                "reasonCode",
                transaction.reasonCode() == null
                        ? null
                        : transaction.reasonCode().name());
        optional(json, "comments", transaction.comments());
        json.writeEndObject();
    }

    private static void party(JsonGenerator json, String name, @Nullable ChainParty party) throws IOException {
        if (party == null) {
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("partyName", party.partyName());
        json.writeStringField("eblPlatform", party.eblPlatform());
        json.writeArrayFieldStart("identifyingCodes");
        for (var code : party.identifyingCodes()) {
            json.writeStartObject();
            json.writeStringField("codeListProvider", code.codeListProvider());
            json.writeStringField("partyCode", code.partyCode());
            optional(json, "codeListName", code.codeListName());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
