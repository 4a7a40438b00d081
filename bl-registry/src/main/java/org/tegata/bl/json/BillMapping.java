package org.tegata.bl.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which element of our XML is which attribute of DCSA's transport document: the table behind the codecs, the findings'
 * locations and docs/reference/bill-of-lading-mapping.md.
 */
public final class BillMapping {

    private static final String DOC = "/rsm:ExchangedDocument[1]/";
    private static final String CON = "/rsm:SpecifiedSupplyChainConsignment[1]/";
    private static final String ROOT = "/rsm:MaritimeBillOfLading[1]";
    private static final String ITEM = CON + "ram:IncludedSupplyChainConsignmentItem[*]/";
    private static final String BOX = CON + "ram:UtilizedLogisticsTransportEquipment[*]/";
    private static final String SEA = CON + "ram:MainCarriageLogisticsTransportMovement[1]/";
    private static final String CHARGE = CON + "ram:ApplicableLogisticsServiceCharge[1]/";
    private static final String SERVICE = CON + "ram:TransportService[1]/";

    private static final List<Row> ROWS = rows();

    private BillMapping() {}

    /**
     * One line of the table.
     *
     * @param xpath our element below the root; {@code *} stands for a position
     * @param unId its identifier in the UN/CEFACT core component library
     * @param pointer DCSA's attribute as a JSON pointer; {@code *} stands for an index
     * @param note what happens on the way, if anything does
     */
    public record Row(String xpath, String unId, String pointer, String note) {}

    public static List<Row> all() {
        return ROWS;
    }

    /** Where in our XML the value of a JSON pointer comes from, or its nearest ancestor that the table knows. */
    public static String xpath(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            for (var row : ROWS) {
                var positions = positions(row.pointer(), at);
                if (positions != null) {
                    return ROOT + filled(row.xpath(), positions);
                }
            }
        }
        return ROOT;
    }

    private static @Nullable List<Integer> positions(String pattern, String pointer) {
        String[] expected = pattern.split("/", -1);
        String[] found = pointer.split("/", -1);
        if (expected.length != found.length) {
            return null;
        }
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].equals("*") && found[i].chars().allMatch(Character::isDigit)) {
                positions.add(Integer.parseInt(found[i]) + 1);
            } else if (!expected[i].equals(found[i])) {
                return null;
            }
        }
        return positions;
    }

    private static String filled(String xpath, List<Integer> positions) {
        String filled = xpath;
        for (int position : positions) {
            filled = filled.replaceFirst("\\[\\*]", "[" + position + "]");
        }
        return filled.replace("[*]", "");
    }

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        document(rows);
        parties(rows);
        carriage(rows);
        cargo(rows);
        equipment(rows);
        return List.copyOf(rows);
    }

    private static void document(List<Row> rows) {
        row(rows, DOC + "ram:ID[1]", "UN01002488", "/transportDocumentReference", "");
        row(rows, DOC + "ram:TypeCode[1]", "UN01002491", "/transportDocumentTypeCode", "705 is BOL");
        row(rows, DOC + "ram:IssueDateTime[1]", "UN01002493", "/issueDate", "");
        row(
                rows,
                DOC + "ram:OriginalIssuedQuantity[1]",
                "UN01003559",
                "/numberOfOriginalsWithoutCharges",
                "0 and 1 only: DCSA allows an electronic bill no more");
        row(rows, DOC + "ram:IssueLogisticsLocation[1]", "UN01003580", "/placeOfIssue", "");
        row(
                rows,
                DOC + "ram:ContractualDocumentClause[*]/ram:Content[1]",
                "UN01002648",
                "/carrierClauses/*",
                "white space collapsed");
        row(
                rows,
                CON + "ram:ContractTermsInformation[1]",
                "UN01015090",
                "/termsAndConditions",
                "all occurrences, one a line");
        row(rows, CON + "ram:ContractID[1]", "UN01015088", "/serviceContractReference", "");
        row(
                rows,
                CON + "ram:ShippedOnboardDateTime[1]",
                "UN01015089",
                "/shippedOnBoardDate",
                "present: isShippedOnBoardType is true");
        row(rows, CON + "ram:CarrierAcceptanceDateTime[1]", "UN01004170", "/receivedForShipmentDate", "");
    }

    private static void parties(List<Row> rows) {
        String shipper = CON + "ram:ConsignorTradeParty[1]";
        party(rows, shipper, "UN01004212", "/documentParties/shipper");
        row(rows, CON + "ram:ConsignorAssignedID[1]", "UN01004161", "/documentParties/shipper/reference", "");
        row(
                rows,
                shipper + "/ram:DefinedTradeContact[*]",
                "UN01004602",
                "/partyContactDetails/*",
                "the shipper's contacts once more");
        String consignee = CON + "ram:ConsigneeTradeParty[1]";
        row(rows, consignee + "/ram:Name[1]", "UN01004598", "/isToOrder", "a name: false; TO ORDER, TO BEARER: true");
        party(rows, consignee, "UN01004213", "/documentParties/consignee");
        row(
                rows,
                consignee,
                "UN01004213",
                "/documentParties/endorsee",
                "TO ORDER OF a name: that party; TO ORDER, TO ORDER OF SHIPPER: the shipper; TO BEARER: absent");
        String carrier = CON + "ram:CarrierTradeParty[1]";
        row(
                rows,
                carrier + "/ram:ID[1]",
                "UN01004595",
                "/carrierCode",
                "the ID with schemeID SMDG or NMFTA, which is carrierCodeListProvider");
        party(rows, carrier, "UN01004214", "/documentParties/issuingParty");
        party(rows, CON + "ram:NotifiedTradeParty[*]", "UN01004223", "/documentParties/notifyParties/*");
    }

    private static void party(List<Row> rows, String xpath, String unId, String pointer) {
        row(rows, xpath, unId, pointer, "");
        row(rows, xpath + "/ram:Name[1]", "UN01004598", pointer + "/partyName", "");
        row(
                rows,
                xpath + "/ram:ID[1]",
                "UN01004595",
                pointer + "/identifyingCodes",
                "the ID with schemeID 0199 (LEI) as GLEIF");
        String address = xpath + "/ram:PostalTradeAddress[1]";
        row(rows, address, "UN01004603", pointer + "/address", "");
        row(rows, address + "/ram:StreetName[1]", "UN01004543", pointer + "/address/street", "");
        row(rows, address + "/ram:PostcodeCode[1]", "UN01004535", pointer + "/address/postCode", "");
        row(rows, address + "/ram:CityName[1]", "UN01004544", pointer + "/address/city", "");
        row(rows, address + "/ram:CountrySubDivisionName[1]", "UN01004549", pointer + "/address/stateRegion", "");
        row(rows, address + "/ram:CountryID[1]", "UN01004546", pointer + "/address/countryCode", "");
        if (!pointer.endsWith("issuingParty")) {
            row(
                    rows,
                    xpath + "/ram:DefinedTradeContact[" + (xpath.contains("*") ? "1" : "*") + "]",
                    "UN01004602",
                    pointer + "/partyContactDetails" + (xpath.contains("*") ? "" : "/*"),
                    "name, phone, email");
        }
    }

    private static void carriage(List<Row> rows) {
        String loading = SEA + "ram:LoadingTransportEvent[1]/";
        String unloading = SEA + "ram:UnloadingTransportEvent[1]/";
        row(rows, loading + "ram:EstimatedOccurrenceDateTime[1]", "UN01004795", "/transports/plannedDepartureDate", "");
        row(rows, unloading + "ram:EstimatedOccurrenceDateTime[1]", "UN01004795", "/transports/plannedArrivalDate", "");
        place(rows, loading + "ram:OccurrenceLogisticsLocation[1]", "UN01004803", "/transports/portOfLoading");
        place(rows, unloading + "ram:OccurrenceLogisticsLocation[1]", "UN01004803", "/transports/portOfDischarge");
        place(rows, CON + "ram:CarrierAcceptanceLogisticsLocation[1]", "UN01004235", "/transports/placeOfReceipt");
        place(rows, CON + "ram:ConsigneeReceiptLogisticsLocation[1]", "UN01004237", "/transports/placeOfDelivery");
        row(
                rows,
                SEA + "ram:UsedLogisticsTransportMeans[1]/ram:Name[1]",
                "UN01003823",
                "/transports/vesselVoyages/0/vesselName",
                "");
        row(rows, SEA + "ram:ID[1]", "UN01003841", "/transports/vesselVoyages/0/carrierExportVoyageNumber", "");
        String pair = "the part before the hyphen; the part after it is ";
        row(
                rows,
                SERVICE + "ram:CategoryTypeCode[1]",
                "UN01004843",
                "/receiptTypeAtOrigin",
                pair + "deliveryTypeAtDestination");
        row(
                rows,
                SERVICE + "ram:ContractMovementTypeCode[1]",
                "UN01015103",
                "/cargoMovementTypeAtOrigin",
                "UNTDID 8335: 2 LCL-LCL, 3 FCL-FCL, 4 FCL-LCL, 5 LCL-FCL, with cargoMovementTypeAtDestination");
        row(
                rows,
                CHARGE + "ram:PaymentArrangementCode[1]",
                "UN01003724",
                "/freightPaymentTermCode",
                "P is PRE, C is COL");
        row(
                rows,
                CHARGE + "ram:PaymentPlaceLogisticsLocation[1]",
                "UN01003736",
                "/invoicePayableAt",
                "the UN/LOCODE, or else the name as freeText");
    }

    private static void place(List<Row> rows, String xpath, String unId, String pointer) {
        row(rows, xpath, unId, pointer, "");
        row(rows, xpath + "/ram:ID[1]", "UN01003680", pointer + "/UNLocationCode", "");
        row(rows, xpath + "/ram:Name[1]", "UN01003681", pointer + "/locationName", "");
    }

    private static void cargo(List<Row> rows) {
        String item = "/consignmentItems/*/";
        String cargo = item + "cargoItems/0/";
        String packages = ITEM + "ram:TransportLogisticsPackage[1]/";
        row(
                rows,
                CON + "ram:CarrierAssignedID[1]",
                "UN01004164",
                "/consignmentItems/*/carrierBookingReference",
                "on every item");
        row(rows, ITEM + "ram:TypeCode[1]", "UN01004106", item + "HSCodes", "beyond 10 digits in extendedHSCodes");
        row(
                rows,
                ITEM + "ram:NatureIdentificationTransportCargo[1]/ram:Identification[1]",
                "UN01004759",
                item + "descriptionOfGoods",
                "words in lines of 35 characters");
        row(
                rows,
                ITEM + "ram:PhysicalLogisticsShippingMarks[1]/ram:Marking[1]",
                "UN01003742",
                item + "shippingMarks",
                "all occurrences, one a line");
        row(
                rows,
                ITEM + "ram:AssociatedReferencedLogisticsTransportEquipment[1]/ram:ID[1]",
                "UN01004023",
                cargo + "equipmentReference",
                "");
        row(rows, ITEM + "ram:GrossWeightMeasure[1]", "UN01004121", cargo + "cargoGrossWeight", "TNE becomes KGM");
        row(rows, ITEM + "ram:GrossVolumeMeasure[1]", "UN01004124", cargo + "cargoGrossVolume", "MTQ");
        row(rows, packages + "ram:ItemQuantity[1]", "UN01003690", cargo + "outerPackaging/numberOfPackages", "");
        row(rows, packages + "ram:TypeCode[1]", "UN01003697", cargo + "outerPackaging/packageCode", "");
        row(
                rows,
                packages + "ram:Type[1]",
                "UN01003698",
                cargo + "outerPackaging/description",
                "the type code where there are no words");
    }

    private static void equipment(List<Row> rows) {
        String box = "/utilizedTransportEquipments/*/";
        row(rows, BOX + "ram:ID[1]", "UN01003758", box + "equipment/equipmentReference", "");
        row(rows, BOX + "ram:CharacteristicCode[1]", "UN01003768", box + "equipment/ISOEquipmentCode", "");
        row(rows, BOX + "ram:TareWeightMeasure[1]", "UN01003761", box + "equipment/tareWeight", "TNE becomes KGM");
        row(
                rows,
                BOX + "ram:SupplierPartyRoleCode[1]",
                "UN01003770",
                box + "isShipperOwned",
                "UNTDID 8077: 1 is true; 2 or nothing is false");
        row(rows, BOX + "ram:AffixedLogisticsSeal[*]/ram:ID[1]", "UN01003714", box + "seals/*/number", "");
        row(
                rows,
                BOX + "ram:AffixedLogisticsSeal[*]/ram:SealingPartyRoleCode[1]",
                "UN01003718",
                box + "seals/*/source",
                "CA is CAR, SH is SHI, CU is CUS, AC is VET");
    }

    private static void row(List<Row> rows, String xpath, String unId, String pointer, String note) {
        rows.add(new Row(xpath, unId, pointer, note));
    }
}
