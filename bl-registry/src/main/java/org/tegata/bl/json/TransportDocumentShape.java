package org.tegata.bl.json;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tegata.bl.json.Shape.Amount;
import org.tegata.bl.json.Shape.Count;
import org.tegata.bl.json.Shape.Day;
import org.tegata.bl.json.Shape.Items;
import org.tegata.bl.json.Shape.Members;
import org.tegata.bl.json.Shape.Text;
import org.tegata.bl.json.Shape.Truth;

/**
 * DCSA's TransportDocument (PINT 3.0.0): the required attributes, and the form of those that our XML can say too.
 * Whatever else a bill carries (charges, licences, reefer settings) is passed on unread.
 */
final class TransportDocumentShape {

    private static final int ANY = 10_000;
    private static final Pattern TRIMMED = Pattern.compile("^\\S(?:.*\\S)?$");
    private static final Pattern UNBROKEN = Pattern.compile("^\\S+$");

    private static final Text LOCODE = form(5, "^[A-Z]{2}[A-Z2-9]{3}$");
    private static final Text COUNTRY = form(2, "^[A-Z]{2}$");
    private static final Truth TRUTH = new Truth();
    private static final Day DAY = new Day();
    private static final Count COPIES = new Count(0, 99);

    static final Shape TRANSPORT_DOCUMENT = document();

    private TransportDocumentShape() {}

    private static Members document() {
        return object().needs("transportDocumentReference", trimmed(20))
                .needs("transportDocumentStatus", text(50))
                .needs("transportDocumentTypeCode", code("BOL", "SWB"))
                .needs("isShippedOnBoardType", TRUTH)
                .needs("isElectronic", TRUTH)
                .needs("isToOrder", TRUTH)
                .needs("termsAndConditions", text(50_000))
                .needs("receiptTypeAtOrigin", code("CY", "SD", "CFS"))
                .needs("deliveryTypeAtDestination", code("CY", "SD", "CFS"))
                .needs("cargoMovementTypeAtOrigin", code("FCL", "LCL"))
                .needs("cargoMovementTypeAtDestination", code("FCL", "LCL"))
                .needs("carrierCode", new Text(1, 4, UNBROKEN, Set.of()))
                .needs("carrierCodeListProvider", code("SMDG", "NMFTA"))
                .needs("transports", transports())
                .needs(
                        "invoicePayableAt",
                        object().with("UNLocationCode", LOCODE)
                                .with("freeText", text(35))
                                .oneOf("UNLocationCode", "freeText"))
                .needs("partyContactDetails", list(1, contact()))
                .needs("documentParties", parties())
                .needs("consignmentItems", list(1, consignmentItem()))
                .needs("utilizedTransportEquipments", list(1, equipment()))
                .with("freightPaymentTermCode", code("PRE", "COL"))
                .with("numberOfOriginalsWithCharges", COPIES)
                .with("numberOfOriginalsWithoutCharges", COPIES)
                .with("shippedOnBoardDate", DAY)
                .with("receivedForShipmentDate", DAY)
                .with("issueDate", DAY)
                .with("serviceContractReference", text(30))
                .with("carrierClauses", list(0, trimmed(20_000)))
                .with(
                        "placeOfIssue",
                        object().with("UNLocationCode", LOCODE)
                                .with("countryCode", COUNTRY)
                                .with("locationName", trimmed(100))
                                .oneOf("UNLocationCode", "countryCode"));
    }

    private static Members transports() {
        return object().needs("plannedArrivalDate", DAY)
                .needs("plannedDepartureDate", DAY)
                .needs("portOfLoading", place())
                .needs("portOfDischarge", place())
                .with("placeOfReceipt", place())
                .with("placeOfDelivery", place())
                .needs(
                        "vesselVoyages",
                        list(
                                1,
                                object().needs("vesselName", trimmed(50))
                                        .needs("carrierExportVoyageNumber", trimmed(50))));
    }

    private static Members place() {
        return object().with("UNLocationCode", LOCODE).with("locationName", trimmed(100));
    }

    private static Members parties() {
        return object().needs("shipper", party().with("reference", trimmed(35)))
                .with("consignee", party().needs("identifyingCodes", codes(1)))
                .with("endorsee", party().needs("identifyingCodes", codes(1)))
                .needs("issuingParty", party().needs("address", address()))
                .with("notifyParties", new Items(party(), 0, 3));
    }

    private static Members party() {
        return object().needs("partyName", trimmed(70))
                .with("address", address())
                .with("identifyingCodes", codes(0))
                .with("partyContactDetails", list(0, contact()));
    }

    private static Items codes(int least) {
        return list(
                least,
                object().needs("codeListProvider", text(100))
                        .needs("partyCode", text(150))
                        .with("codeListName", text(100)));
    }

    private static Members address() {
        return object().needs("street", text(70))
                .with("postCode", text(10))
                .needs("city", trimmed(35))
                .with("stateRegion", text(65))
                .needs("countryCode", COUNTRY);
    }

    private static Members contact() {
        return object().needs("name", trimmed(35))
                .with("phone", trimmed(30))
                .with("email", new Text(1, 100, Pattern.compile("^.+@\\S+$"), Set.of()));
    }

    private static Members consignmentItem() {
        return object().needs("carrierBookingReference", trimmed(35))
                .needs("descriptionOfGoods", new Items(trimmed(35), 0, 150))
                .needs("HSCodes", list(1, new Text(6, 10, Pattern.compile("^\\d{6,10}$"), Set.of())))
                .with("extendedHSCodes", list(0, new Text(6, 12, Pattern.compile("^\\d{6,12}$"), Set.of())))
                .with("shippingMarks", new Items(text(35), 0, 50))
                .needs("cargoItems", list(1, cargoItem()));
    }

    private static Members cargoItem() {
        return object().needs("equipmentReference", trimmed(11))
                .needs("cargoGrossWeight", weight())
                .with("cargoGrossVolume", object().needs("value", new Amount()).needs("unit", code("MTQ", "FTQ")))
                .needs(
                        "outerPackaging",
                        object().with("packageCode", form(2, "^[A-Z0-9]{2}$"))
                                .needs("numberOfPackages", new Count(1, 99_999_999))
                                .needs("description", text(100)));
    }

    private static Members equipment() {
        return object().needs(
                        "equipment",
                        object().needs("equipmentReference", trimmed(11))
                                .with("ISOEquipmentCode", trimmed(4))
                                .with("tareWeight", weight()))
                .needs("isShipperOwned", TRUTH)
                .needs(
                        "seals",
                        list(1, object().needs("number", text(15)).with("source", code("CAR", "SHI", "VET", "CUS"))));
    }

    private static Members weight() {
        return object().needs("value", new Amount()).needs("unit", code("KGM", "LBR"));
    }

    private static Members object() {
        return new Members(Map.of(), Set.of(), List.of());
    }

    private static Items list(int least, Shape item) {
        return new Items(item, least, ANY);
    }

    private static Text text(int most) {
        return new Text(0, most, null, Set.of());
    }

    private static Text trimmed(int most) {
        return new Text(1, most, TRIMMED, Set.of());
    }

    private static Text form(int length, String pattern) {
        return new Text(length, length, Pattern.compile(pattern), Set.of());
    }

    private static Text code(String... codes) {
        return new Text(0, ANY, null, Set.of(codes));
    }
}
