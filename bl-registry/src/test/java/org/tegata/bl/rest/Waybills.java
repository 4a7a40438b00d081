package org.tegata.bl.rest;

import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.issue;
import static org.tegata.bl.rest.Registry.newNumber;
import static org.tegata.bl.rest.Registry.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Caller;
import org.tegata.bl.domain.CarrierActs;
import org.tegata.bl.domain.DocumentKind;
import org.tegata.bl.domain.NamedParty;
import org.tegata.bl.json.BillEventJson;
import org.tegata.outbox.Event;
import org.tegata.outbox.Outbox;
import org.tegata.seal.CanonicalJson;

/** Sea waybills under the register, whatever its readers of documents know of them. */
@ApplicationScoped
class Waybills {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Bills bills;
    private final Outbox outbox;

    Waybills(Bills bills, Outbox outbox) {
        this.bills = bills;
        this.outbox = outbox;
    }

    /** The sample bill as a sea waybill: a DCSA transport document of its own. */
    static String document(String number, PartyId consignee) {
        var bill = as(SHIPPER)
                .get("/bills/" + Registry.issued() + "/transport-document")
                .asString();
        try {
            var document = (ObjectNode) JSON.readTree(bill);
            document.put("transportDocumentReference", number);
            document.put("transportDocumentTypeCode", "SWB");
            document.put("isToOrder", false);
            var parties = (ObjectNode) document.get("documentParties");
            parties.remove("endorsee");
            var named = ((ObjectNode) parties.get("shipper")).deepCopy();
            named.put("partyName", "Nordimport GmbH");
            named.putArray("identifyingCodes")
                    .addObject()
                    .put("codeListProvider", consignee.codeListProvider())
                    .put("codeListName", "LEI")
                    .put("partyCode", consignee.partyCode());
            parties.set("consignee", named);
            return new String(CanonicalJson.of(document.toString()), StandardCharsets.UTF_8);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A sea waybill drafted by the carrier, at version 1. */
    String drafted(PartyId consignee, String carriersName) {
        var number = newNumber();
        var document = document(number, consignee);
        var terms = new BillTerms(
                number,
                CanonicalJson.sha256Hex(document),
                null,
                CanonicalJson.sha256Hex(document.getBytes(StandardCharsets.UTF_8)),
                new NamedParty(carriersName, CARRIER),
                new NamedParty("Hanshin Seiki", SHIPPER),
                new NamedParty("Nordimport GmbH", consignee),
                false,
                null,
                DocumentKind.SEA_WAYBILL);
        var id = Generators.timeBasedEpochGenerator().generate();
        var caller = Caller.unsigned(CARRIER, "clerk", Instant.now().truncatedTo(ChronoUnit.MILLIS));
        var decision = CarrierActs.draft(id, "TGTA", terms, caller);
        QuarkusTransaction.requiringNew().run(() -> {
            if (!bills.open(decision, new BillDocument(null, document), null)) {
                throw new IllegalStateException(number + " is taken");
            }
            var data = BillEventJson.data(decision.bill(), decision.entries().get(0), null);
            outbox.append(new Event("bill.drafted.v1", "bills", id, 1, data));
        });
        return id.toString();
    }

    /** The same, issued to the shipper, at version 2. */
    String issued(PartyId consignee, String carriersName) {
        var id = drafted(consignee, carriersName);
        issue(read(CARRIER, id), Map.of()).then().statusCode(200);
        return id;
    }
}
