package org.tegata.bl.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.ChainParty;

/** The register's statement of who has exclusive control of a bill (MLETR art. 11), as JSON that it signs. */
public final class ProofJson {

    private static final String STATEMENT = "The register of title states who had exclusive control of the bill of"
            + " lading at the time stated. Whoever views this statement has no control by it; the record alone"
            + " decides who has.";

    private ProofJson() {}

    /** The statement; always the same characters for the same record and times. */
    public static String write(BillRecord record, ChainParty holder, Instant statedAt, Instant expiresAt) {
        var bill = record.bill();
        var terms = bill.terms();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("billId", bill.id().toString());
        json.put("transportDocumentReference", terms.transportDocumentReference());
        json.put("transportDocumentChecksum", terms.transportDocumentChecksum());
        json.put("eblPlatform", bill.platform());
        json.putObject("holder").put("party", holder.reference()).put("partyName", holder.partyName());
        var endorsee = bill.title().endorsee();
        if (endorsee != null) {
            json.putObject("endorsee").put("party", endorsee.party()).put("partyName", endorsee.partyName());
        }
        json.put("status", bill.status().name());
        json.put("head", record.head());
        json.put("version", bill.version());
        json.put("statedAt", TransactionJson.time(statedAt));
        json.put("expiresAt", TransactionJson.time(expiresAt));
        json.put("statement", STATEMENT);
        return json.toString();
    }
}
