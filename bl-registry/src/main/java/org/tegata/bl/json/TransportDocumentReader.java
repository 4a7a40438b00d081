package org.tegata.bl.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillFacts.FreightPaymentTerm;
import org.tegata.bl.domain.BillFacts.Place;
import org.tegata.bl.domain.TransportDocument;
import org.tegata.bl.domain.TransportDocument.Address;
import org.tegata.bl.domain.TransportDocument.Cargo;
import org.tegata.bl.domain.TransportDocument.CargoMovement;
import org.tegata.bl.domain.TransportDocument.Carrier;
import org.tegata.bl.domain.TransportDocument.Contact;
import org.tegata.bl.domain.TransportDocument.Container;
import org.tegata.bl.domain.TransportDocument.Item;
import org.tegata.bl.domain.TransportDocument.MadeOutTo;
import org.tegata.bl.domain.TransportDocument.Party;
import org.tegata.bl.domain.TransportDocument.ReceiptDelivery;
import org.tegata.bl.domain.TransportDocument.Seal;
import org.tegata.bl.domain.TransportDocument.Service;
import org.tegata.bl.domain.TransportDocument.Voyage;

/** DCSA's transport document, once checked, as the domain's bill; imperial measures become metric. */
final class TransportDocumentReader {

    /** The international pound, exactly. */
    private static final BigDecimal KILOGRAMS_PER_POUND = new BigDecimal("0.45359237");

    /** The cubic foot of 0.3048 m, exactly. */
    private static final BigDecimal CUBIC_METRES_PER_CUBIC_FOOT = new BigDecimal("0.028316846592");

    private TransportDocumentReader() {}

    static TransportDocument read(JsonNode json) {
        var parties = json.path("documentParties");
        var shipper = party(parties.path("shipper"));
        var items = json.path("consignmentItems");
        return new TransportDocument(
                "SWB".equals(text(json, "transportDocumentTypeCode"))
                        ? TransportDocument.SEA_WAYBILL
                        : TransportDocument.BILL_OF_LADING,
                required(json, "transportDocumentReference"),
                date(json, "issueDate"),
                optionalPlace(json.path("placeOfIssue")),
                originals(json),
                texts(json.path("carrierClauses")),
                required(json, "termsAndConditions"),
                text(parties.path("shipper"), "reference"),
                required(items.path(0), "carrierBookingReference"),
                text(json, "serviceContractReference"),
                date(json, "shippedOnBoardDate"),
                date(json, "receivedForShipmentDate"),
                shipper,
                madeOutTo(json, shipper),
                all(parties.path("notifyParties"), TransportDocumentReader::party),
                carrier(json, parties.path("issuingParty")),
                voyage(json.path("transports")),
                new Service(
                        ReceiptDelivery.valueOf(required(json, "receiptTypeAtOrigin")),
                        ReceiptDelivery.valueOf(required(json, "deliveryTypeAtDestination")),
                        CargoMovement.valueOf(required(json, "cargoMovementTypeAtOrigin")),
                        CargoMovement.valueOf(required(json, "cargoMovementTypeAtDestination"))),
                term(json),
                new Place(
                        text(json.path("invoicePayableAt"), "UNLocationCode"),
                        text(json.path("invoicePayableAt"), "freeText")),
                all(items, TransportDocumentReader::item),
                all(json.path("utilizedTransportEquipments"), TransportDocumentReader::container));
    }

    private static MadeOutTo madeOutTo(JsonNode json, Party shipper) {
        var parties = json.path("documentParties");
        if (!json.path("isToOrder").booleanValue()) {
            return new MadeOutTo.Named(party(parties.path("consignee")));
        }
        if (!parties.hasNonNull("endorsee")) {
            return new MadeOutTo.Bearer();
        }
        var endorsee = party(parties.path("endorsee"));
        return isSame(endorsee, shipper) ? new MadeOutTo.OrderOfShipper() : new MadeOutTo.OrderOf(endorsee);
    }

    private static boolean isSame(Party one, Party other) {
        return one.id() == null || other.id() == null
                ? one.name().equalsIgnoreCase(other.name())
                : one.id().equals(other.id());
    }

    private static Carrier carrier(JsonNode json, JsonNode issuer) {
        return new Carrier(
                required(issuer, "partyName"),
                Objects.requireNonNull(issuingCarrier(json)),
                required(json, "carrierCode"),
                required(json, "carrierCodeListProvider"),
                address(issuer.path("address")));
    }

    /**
     * The carrier in whose name the document is issued: the issuing party's LEI, else its first code, else the carrier
     * code. The gateway verifies the issuance manifest with the key of exactly this one.
     */
    static @Nullable PartyId issuingCarrier(JsonNode json) {
        var id = id(json.path("documentParties").path("issuingParty"));
        return id == null ? id(required(json, "carrierCodeListProvider"), required(json, "carrierCode")) : id;
    }

    private static Party party(JsonNode json) {
        return new Party(
                required(json, "partyName"),
                id(json),
                address(json.path("address")),
                all(
                        json.path("partyContactDetails"),
                        contact -> new Contact(
                                required(contact, "name"), text(contact, "phone"), text(contact, "email"))));
    }

    /** The LEI if there is a right one, else the first code that can name a party here. */
    private static @Nullable PartyId id(JsonNode party) {
        PartyId first = null;
        for (JsonNode code : party.path("identifyingCodes")) {
            var id = id(required(code, "codeListProvider"), required(code, "partyCode"));
            if (id != null && id.codeListProvider().equals(PartyId.GLEIF)) {
                return id;
            }
            first = first == null ? id : first;
        }
        return first;
    }

    private static @Nullable PartyId id(String codeListProvider, String partyCode) {
        try {
            return new PartyId(codeListProvider, partyCode);
        } catch (IllegalArgumentException notOurForm) {
            // Another platform's spelling: the party is still named, it just cannot act here.
            return null;
        }
    }

    private static @Nullable Address address(JsonNode json) {
        return !json.isObject()
                ? null
                : new Address(
                        required(json, "street"),
                        text(json, "postCode"),
                        required(json, "city"),
                        text(json, "stateRegion"),
                        required(json, "countryCode"));
    }

    private static Voyage voyage(JsonNode transports) {
        // DCSA lists the first sea-going vessel first.
        var vessel = transports.path("vesselVoyages").path(0);
        return new Voyage(
                required(vessel, "vesselName"),
                required(vessel, "carrierExportVoyageNumber"),
                Objects.requireNonNull(date(transports, "plannedDepartureDate")),
                Objects.requireNonNull(date(transports, "plannedArrivalDate")),
                place(transports.path("portOfLoading")),
                place(transports.path("portOfDischarge")),
                optionalPlace(transports.path("placeOfReceipt")),
                optionalPlace(transports.path("placeOfDelivery")));
    }

    private static Item item(JsonNode json) {
        var codes = json.path("extendedHSCodes").isEmpty() ? json.path("HSCodes") : json.path("extendedHSCodes");
        return new Item(
                String.join(" ", texts(json.path("descriptionOfGoods"))),
                texts(codes),
                texts(json.path("shippingMarks")),
                all(json.path("cargoItems"), TransportDocumentReader::cargo));
    }

    private static Cargo cargo(JsonNode json) {
        var packaging = json.path("outerPackaging");
        var volume = json.path("cargoGrossVolume");
        return new Cargo(
                required(json, "equipmentReference"),
                weight(json.path("cargoGrossWeight")),
                volume.isObject() ? volume(volume) : null,
                packaging.path("numberOfPackages").longValue(),
                text(packaging, "packageCode"),
                required(packaging, "description"));
    }

    private static Container container(JsonNode json) {
        var equipment = json.path("equipment");
        var tare = equipment.path("tareWeight");
        return new Container(
                required(equipment, "equipmentReference"),
                text(equipment, "ISOEquipmentCode"),
                tare.isObject() ? weight(tare) : null,
                json.path("isShipperOwned").booleanValue(),
                all(json.path("seals"), seal -> new Seal(required(seal, "number"), text(seal, "source"))));
    }

    private static BigDecimal weight(JsonNode json) {
        var value = Shape.Amount.of(json.path("value"));
        return "LBR".equals(text(json, "unit")) ? value.multiply(KILOGRAMS_PER_POUND) : value;
    }

    private static BigDecimal volume(JsonNode json) {
        var value = Shape.Amount.of(json.path("value"));
        return "FTQ".equals(text(json, "unit")) ? value.multiply(CUBIC_METRES_PER_CUBIC_FOOT) : value;
    }

    private static @Nullable FreightPaymentTerm term(JsonNode json) {
        String code = text(json, "freightPaymentTermCode");
        return code == null ? null : FreightPaymentTerm.valueOf(code);
    }

    private static @Nullable Integer originals(JsonNode json) {
        var with = json.path("numberOfOriginalsWithCharges");
        var without = json.path("numberOfOriginalsWithoutCharges");
        return with.isNumber() || without.isNumber() ? with.intValue() + without.intValue() : null;
    }

    private static @Nullable Place optionalPlace(JsonNode json) {
        return json.isObject() ? place(json) : null;
    }

    private static Place place(JsonNode json) {
        return new Place(text(json, "UNLocationCode"), text(json, "locationName"));
    }

    private static List<String> texts(JsonNode array) {
        return all(array, JsonNode::textValue);
    }

    private static <T> List<T> all(JsonNode array, Function<JsonNode, T> read) {
        var all = new ArrayList<T>();
        array.forEach(one -> all.add(read.apply(one)));
        return all;
    }

    private static @Nullable LocalDate date(JsonNode json, String name) {
        String text = text(json, name);
        return text == null ? null : LocalDate.parse(text);
    }

    private static String required(JsonNode json, String name) {
        return Objects.requireNonNull(text(json, name), name);
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).textValue();
    }
}
