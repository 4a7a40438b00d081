package org.tegata.bl.xml;

import static org.tegata.bl.xml.Findings.CONSIGNMENT;
import static org.tegata.bl.xml.Findings.child;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.xml.generated.LogisticsLocationType;
import org.tegata.bl.xml.generated.LogisticsTransportMovementType;
import org.tegata.bl.xml.generated.SupplyChainConsignmentType;
import org.tegata.bl.xml.generated.TransportEventType;
import org.tegata.bl.xml.generated.TransportServiceType;

/** Rules on the carriage: ports and places, the ship, the dates planned, the service and the freight. */
final class CarriageRules {

    static final Pattern RECEIPT_DELIVERY = Pattern.compile("(CY|SD|CFS)-(CY|SD|CFS)");

    /** UNTDID 8335, the codes that pair full and less than container loads. */
    static final Map<String, String> MOVEMENT = Map.of("2", "LCL-LCL", "3", "FCL-FCL", "4", "FCL-LCL", "5", "LCL-FCL");

    private static final Pattern LOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> PREPAID_OR_COLLECT = Set.of("P", "C");

    private final Findings findings;
    private final DocumentRules dates;

    CarriageRules(Findings findings, DocumentRules dates) {
        this.findings = findings;
        this.dates = dates;
    }

    void check(SupplyChainConsignmentType consignment) {
        place(
                consignment.getCarrierAcceptanceLogisticsLocation(),
                child(CONSIGNMENT, "CarrierAcceptanceLogisticsLocation"));
        place(
                consignment.getConsigneeReceiptLogisticsLocation(),
                child(CONSIGNMENT, "ConsigneeReceiptLogisticsLocation"));
        movement(consignment.getMainCarriageLogisticsTransportMovement());
        service(consignment.getTransportService());
        freight(consignment);
    }

    private void movement(LogisticsTransportMovementType movement) {
        String path = child(CONSIGNMENT, "MainCarriageLogisticsTransportMovement");
        String loading = child(path, "LoadingTransportEvent");
        String unloading = child(path, "UnloadingTransportEvent");
        var departure = movement.getLoadingTransportEvent();
        var arrival = movement.getUnloadingTransportEvent();
        event(departure, loading);
        event(arrival, unloading);
        var leaves = XmlValues.date(departure.getEstimatedOccurrenceDateTime());
        var arrives = XmlValues.date(arrival.getEstimatedOccurrenceDateTime());
        if (leaves != null && arrives != null && arrives.isBefore(leaves)) {
            findings.error(
                    "TGT-BL-21",
                    child(unloading, "EstimatedOccurrenceDateTime"),
                    "planned to arrive on " + arrives + ", before it departs on " + leaves);
        }
        if (movement.getModeCode() != null && !"1".equals(movement.getModeCode().getValue())) {
            findings.error("TGT-BL-28", child(path, "ModeCode"), "the main carriage is by sea (Recommendation 19: 1)");
        }
        String ship = XmlValues.text(movement.getUsedLogisticsTransportMeans().getID());
        if (ship != null && !CheckDigits.isShipNumber(ship)) {
            findings.warning(
                    "TGT-BL-13",
                    child(path, "UsedLogisticsTransportMeans", "ID"),
                    "not an IMO ship number (7 digits, the last a check digit): " + ship);
        }
    }

    private void event(TransportEventType event, String path) {
        place(event.getOccurrenceLogisticsLocation(), child(path, "OccurrenceLogisticsLocation"));
        String planned = child(path, "EstimatedOccurrenceDateTime");
        if (event.getEstimatedOccurrenceDateTime() == null) {
            findings.error("TGT-BL-21", planned, "the planned date is missing (DCSA planned departure and arrival)");
        }
        dates.date(event.getEstimatedOccurrenceDateTime(), planned);
    }

    private void place(@Nullable LogisticsLocationType location, String path) {
        if (location == null) {
            return;
        }
        String locode = XmlValues.text(location.getID());
        if (locode == null && PartyRules.blank(XmlValues.text(location.getName()))) {
            findings.error("TGT-BL-11", path, "a place has a UN/LOCODE, a name or both");
        }
        if (locode != null && !(LOCODE.matcher(locode).matches() && COUNTRIES.contains(locode.substring(0, 2)))) {
            findings.error("TGT-BL-11", child(path, "ID"), "not of the form of a UN/LOCODE: " + locode);
        }
    }

    private void service(@Nullable TransportServiceType service) {
        String path = child(CONSIGNMENT, "TransportService");
        String places = service == null ? null : XmlValues.text(service.getCategoryTypeCode());
        if (places == null || !RECEIPT_DELIVERY.matcher(places).matches()) {
            findings.error(
                    "TGT-BL-20",
                    child(path, "CategoryTypeCode"),
                    "receipt and delivery are two of CY, SD and CFS with a hyphen between, such as CY-CY");
        }
        String movement = service == null ? null : XmlValues.text(service.getContractMovementTypeCode());
        if (movement == null || !MOVEMENT.containsKey(movement)) {
            findings.error(
                    "TGT-BL-20",
                    child(path, "ContractMovementTypeCode"),
                    "the movement type is UNTDID 8335 code 2, 3, 4 or 5 (LCL or FCL at each end)");
        }
    }

    private void freight(SupplyChainConsignmentType consignment) {
        String path = child(CONSIGNMENT, "ApplicableLogisticsServiceCharge");
        var charge = consignment.getApplicableLogisticsServiceCharge();
        if (charge == null) {
            findings.error("TGT-BL-19", path, "whether freight is prepaid or collect is missing");
            return;
        }
        if (!PREPAID_OR_COLLECT.contains(charge.getPaymentArrangementCode().getValue())) {
            findings.error(
                    "TGT-BL-19",
                    child(path, "PaymentArrangementCode"),
                    "freight is prepaid (P) or collect (C) in UNTDID 4237");
        }
        var payable = charge.getPaymentPlaceLogisticsLocation();
        if (payable == null) {
            findings.error(
                    "TGT-BL-19",
                    child(path, "PaymentPlaceLogisticsLocation"),
                    "where freight is payable is missing (DCSA invoicePayableAt)");
        }
        place(payable, child(path, "PaymentPlaceLogisticsLocation"));
    }
}
