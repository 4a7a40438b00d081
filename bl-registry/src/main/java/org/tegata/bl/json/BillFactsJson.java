package org.tegata.bl.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillFacts;
import org.tegata.bl.domain.BillFacts.Place;

/**
 * The facts in the form of their contract (contracts/facts/bill-facts.v1.schema.json): parties as {@code GLEIF:…},
 * decimals as strings, nothing for what is not known.
 */
public final class BillFactsJson {

    private BillFactsJson() {}

    /** The JSON object that goes into an event's data. */
    public static ObjectNode of(BillFacts facts) {
        var json = object();
        json.put("billId", facts.billId().toString());
        json.put("digest", facts.digest());
        json.put("transportDocumentReference", facts.transportDocumentReference());
        json.put("typeCode", facts.typeCode());
        text(json, "issueDate", facts.issueDate());
        text(json, "shippedOnBoardDate", facts.shippedOnBoardDate());
        json.set("shipper", party(facts.shipper().name(), facts.shipper().party()));
        json.set("consignee", party(facts.consignee().name(), facts.consignee().party()));
        json.put("toOrder", facts.toOrder());
        var notified = json.putArray("notifyParties");
        facts.notifyParties().forEach(party -> notified.addObject().put("name", party.name()));
        json.set("carrier", party(facts.carrier().name(), facts.carrier().party()));
        json.set("portOfLoading", place(facts.portOfLoading()));
        json.set("portOfDischarge", place(facts.portOfDischarge()));
        if (facts.placeOfReceipt() != null) {
            json.set("placeOfReceipt", place(facts.placeOfReceipt()));
        }
        if (facts.placeOfDelivery() != null) {
            json.set("placeOfDelivery", place(facts.placeOfDelivery()));
        }
        text(json, "vesselName", facts.vesselName());
        text(json, "voyage", facts.voyage());
        if (facts.grossWeight() != null) {
            json.putObject("grossWeight")
                    .put("value", facts.grossWeight().value().toPlainString())
                    .put("unit", facts.grossWeight().unit());
        }
        text(json, "packageQuantity", facts.packageQuantity());
        json.set("goodsDescriptions", texts(facts.goodsDescriptions()));
        text(json, "freightPaymentTerm", facts.freightPaymentTerm());
        if (facts.originalsIssued() != null) {
            json.put("originalsIssued", facts.originalsIssued());
        }
        json.set("clauses", texts(facts.clauses()));
        return json;
    }

    private static ObjectNode party(@Nullable String name, @Nullable PartyId id) {
        var json = object();
        text(json, "name", name);
        text(json, "party", id);
        return json;
    }

    private static ObjectNode place(Place place) {
        var json = object();
        text(json, "unlocode", place.unlocode());
        text(json, "name", place.name());
        return json;
    }

    private static ArrayNode texts(List<String> texts) {
        var json = JsonNodeFactory.instance.arrayNode();
        texts.forEach(json::add);
        return json;
    }

    private static void text(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
