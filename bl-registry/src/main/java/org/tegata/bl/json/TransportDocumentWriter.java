package org.tegata.bl.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillFacts.Place;
import org.tegata.bl.domain.TransportDocument;
import org.tegata.bl.domain.TransportDocument.Address;
import org.tegata.bl.domain.TransportDocument.Cargo;
import org.tegata.bl.domain.TransportDocument.Carrier;
import org.tegata.bl.domain.TransportDocument.Contact;
import org.tegata.bl.domain.TransportDocument.Container;
import org.tegata.bl.domain.TransportDocument.Item;
import org.tegata.bl.domain.TransportDocument.MadeOutTo;
import org.tegata.bl.domain.TransportDocument.Party;

/** The domain's bill in DCSA's words; the order of members does not matter, RFC 8785 sorts them. */
final class TransportDocumentWriter {

    /** Longest line of a description of goods. */
    static final int LINE = 35;

    /** {@code HSCodes} holds ten digits at most, {@code extendedHSCodes} twelve. */
    private static final int LONGEST_HS_CODE = 10;

    private TransportDocumentWriter() {}

    static ObjectNode write(TransportDocument bill) {
        var json = object();
        json.put("transportDocumentReference", bill.reference());
        // The content stays unchanged for the life of the bill: it says what was issued, the register says what is.
        json.put("transportDocumentStatus", "ISSUED");
        json.put("transportDocumentTypeCode", bill.typeCode().equals(TransportDocument.SEA_WAYBILL) ? "SWB" : "BOL");
        json.put("isShippedOnBoardType", bill.shippedOnBoardDate() != null);
        json.put("isElectronic", true);
        json.put("isToOrder", bill.isToOrder());
        Integer originals = bill.originalsIssued();
        if (originals != null && originals <= 1) {
            // DCSA: an electronic bill has one original at most; a larger number stays in the XML.
            json.put("numberOfOriginalsWithoutCharges", originals);
        }
        date(json, "shippedOnBoardDate", bill.shippedOnBoardDate());
        date(json, "receivedForShipmentDate", bill.receivedForShipmentDate());
        date(json, "issueDate", bill.issueDate());
        json.put("termsAndConditions", bill.terms());
        json.put("receiptTypeAtOrigin", bill.service().receiptAtOrigin().name());
        json.put(
                "deliveryTypeAtDestination",
                bill.service().deliveryAtDestination().name());
        json.put("cargoMovementTypeAtOrigin", bill.service().movementAtOrigin().name());
        json.put(
                "cargoMovementTypeAtDestination",
                bill.service().movementAtDestination().name());
        text(json, "serviceContractReference", bill.serviceContract());
        json.put("carrierCode", bill.carrier().code());
        json.put("carrierCodeListProvider", bill.carrier().codeListProvider());
        if (bill.freightPaymentTerm() != null) {
            json.put("freightPaymentTermCode", bill.freightPaymentTerm().name());
        }
        if (!bill.clauses().isEmpty()) {
            json.set("carrierClauses", texts(bill.clauses()));
        }
        json.set("invoicePayableAt", payableAt(bill.freightPayableAt()));
        if (bill.placeOfIssue() != null) {
            json.set("placeOfIssue", place(bill.placeOfIssue()));
        }
        json.set("transports", transports(bill));
        json.set("partyContactDetails", contacts(bill.shipper().contacts()));
        json.set("documentParties", parties(bill));
        bill.items().forEach(item -> json.withArray("consignmentItems").add(item(item, bill.bookingReference())));
        bill.containers()
                .forEach(container ->
                        json.withArray("utilizedTransportEquipments").add(container(container)));
        return json;
    }

    private static ObjectNode transports(TransportDocument bill) {
        var voyage = bill.voyage();
        var json = object();
        date(json, "plannedDepartureDate", voyage.plannedDeparture());
        date(json, "plannedArrivalDate", voyage.plannedArrival());
        json.set("portOfLoading", place(voyage.portOfLoading()));
        json.set("portOfDischarge", place(voyage.portOfDischarge()));
        if (voyage.placeOfReceipt() != null) {
            json.set("placeOfReceipt", place(voyage.placeOfReceipt()));
        }
        if (voyage.placeOfDelivery() != null) {
            json.set("placeOfDelivery", place(voyage.placeOfDelivery()));
        }
        json.withArray("vesselVoyages")
                .addObject()
                .put("vesselName", voyage.vesselName())
                .put("carrierExportVoyageNumber", voyage.voyageNumber());
        return json;
    }

    private static ObjectNode parties(TransportDocument bill) {
        var json = object();
        var shipper = party(bill.shipper());
        text(shipper, "reference", bill.shipperReference());
        json.set("shipper", shipper);
        if (bill.madeOutTo() instanceof MadeOutTo.Named named) {
            json.set("consignee", party(named.party()));
        } else if (bill.madeOutTo() instanceof MadeOutTo.OrderOf order) {
            json.set("endorsee", party(order.party()));
        } else if (bill.madeOutTo() instanceof MadeOutTo.OrderOfShipper) {
            // Without an endorsee DCSA's bill is endorsed in blank; this one still needs the shipper's endorsement.
            json.set("endorsee", party(bill.shipper()));
        }
        json.set("issuingParty", issuer(bill.carrier()));
        bill.notifyParties().forEach(notified -> json.withArray("notifyParties").add(party(notified)));
        return json;
    }

    private static ObjectNode party(Party party) {
        var json = object();
        json.put("partyName", party.name());
        address(json, party.address());
        identifyingCodes(json, party.id());
        if (!party.contacts().isEmpty()) {
            json.set("partyContactDetails", contacts(party.contacts()));
        }
        return json;
    }

    private static ObjectNode issuer(Carrier carrier) {
        var json = object();
        json.put("partyName", carrier.name());
        address(json, carrier.address());
        identifyingCodes(json, carrier.id());
        return json;
    }

    private static void identifyingCodes(ObjectNode party, @Nullable PartyId id) {
        if (id == null) {
            return;
        }
        var code = party.withArray("identifyingCodes")
                .addObject()
                .put("codeListProvider", id.codeListProvider())
                .put("partyCode", id.partyCode());
        if (id.codeListProvider().equals(PartyId.GLEIF)) {
            code.put("codeListName", "LEI");
        }
    }

    private static void address(ObjectNode party, @Nullable Address address) {
        if (address == null) {
            return;
        }
        var json = object();
        json.put("street", address.street());
        text(json, "postCode", address.postCode());
        json.put("city", address.city());
        text(json, "stateRegion", address.stateRegion());
        json.put("countryCode", address.countryCode());
        party.set("address", json);
    }

    private static ArrayNode contacts(List<Contact> contacts) {
        var json = JsonNodeFactory.instance.arrayNode();
        for (var contact : contacts) {
            var one = json.addObject().put("name", contact.name());
            text(one, "phone", contact.phone());
            text(one, "email", contact.email());
        }
        return json;
    }

    private static ObjectNode item(Item item, String bookingReference) {
        var json = object();
        json.put("carrierBookingReference", bookingReference);
        json.set("descriptionOfGoods", texts(lines(item.description())));
        json.set(
                "HSCodes",
                texts(item.hsCodes().stream()
                        .map(TransportDocumentWriter::shortened)
                        .toList()));
        if (item.hsCodes().stream().anyMatch(code -> code.length() > LONGEST_HS_CODE)) {
            json.set("extendedHSCodes", texts(item.hsCodes()));
        }
        if (!item.marks().isEmpty()) {
            json.set("shippingMarks", texts(item.marks()));
        }
        item.cargo().forEach(cargo -> json.withArray("cargoItems").add(cargo(cargo)));
        return json;
    }

    private static ObjectNode cargo(Cargo cargo) {
        var json = object();
        json.put("equipmentReference", cargo.containerNumber());
        json.set("cargoGrossWeight", measure(cargo.grossWeight(), "KGM"));
        if (cargo.grossVolume() != null) {
            json.set("cargoGrossVolume", measure(cargo.grossVolume(), "MTQ"));
        }
        var packaging = object();
        text(packaging, "packageCode", cargo.packageCode());
        packaging.put("numberOfPackages", cargo.packages());
        packaging.put("description", cargo.packageDescription());
        json.set("outerPackaging", packaging);
        return json;
    }

    private static ObjectNode container(Container container) {
        var equipment = object();
        equipment.put("equipmentReference", container.number());
        text(equipment, "ISOEquipmentCode", container.isoType());
        if (container.tareWeight() != null) {
            equipment.set("tareWeight", measure(container.tareWeight(), "KGM"));
        }
        var json = object();
        json.set("equipment", equipment);
        json.put("isShipperOwned", container.shipperOwned());
        for (var seal : container.seals()) {
            text(json.withArray("seals").addObject().put("number", seal.number()), "source", seal.source());
        }
        return json;
    }

    private static ObjectNode payableAt(Place place) {
        var json = object();
        if (place.unlocode() != null) {
            return json.put("UNLocationCode", place.unlocode());
        }
        return json.put("freeText", place.name());
    }

    private static ObjectNode place(Place place) {
        var json = object();
        text(json, "UNLocationCode", place.unlocode());
        text(json, "locationName", place.name());
        return json;
    }

    private static ObjectNode measure(BigDecimal value, String unit) {
        return object().put("value", value).put("unit", unit);
    }

    private static String shortened(String hsCode) {
        return hsCode.length() > LONGEST_HS_CODE ? hsCode.substring(0, LONGEST_HS_CODE) : hsCode;
    }

    /** Words in lines of 35 characters; a longer word is cut. Joined with blanks they are the text again. */
    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            String rest = word;
            if (line.length() > 0 && line.length() + 1 + rest.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > LINE) {
                lines.add(rest.substring(0, LINE));
                rest = rest.substring(LINE);
            }
            line.append(line.length() == 0 ? "" : " ").append(rest);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static ArrayNode texts(List<String> texts) {
        var json = JsonNodeFactory.instance.arrayNode();
        texts.forEach(json::add);
        return json;
    }

    private static void date(ObjectNode json, String name, @Nullable LocalDate date) {
        if (date != null) {
            json.put(name, date.toString());
        }
    }

    private static void text(ObjectNode json, String name, @Nullable String text) {
        if (text != null) {
            json.put(name, text);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
