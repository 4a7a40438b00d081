package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;
import static org.tegata.bill.rules.Rule.warning;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Rules on the carriage by sea: ships, voyages and their order, planned dates, the service. */
final class CarriageRules {

    static final Rule SHIP_NUMBER = warning(
            "TGT-BL-13",
            "IMO Resolution A.1117(30)",
            "The ship's identifier is not an IMO ship number: 7 digits, the last a check digit.",
            "船舶の識別子が IMO 船舶番号（7桁、末尾は検査数字）ではありません。",
            "Look the ship's IMO number up, and write it without the letters IMO.",
            "船舶の IMO 番号を確認し、IMO の文字を付けずに記載してください。");
    static final Rule SERVICE = error(
            "TGT-BL-20",
            "DCSA EBL 3.0.4 receiptTypeAtOrigin, deliveryTypeAtDestination, cargoMovementType; UNTDID 8335",
            "How the goods are received and delivered, or whether as full or less than full loads, is missing.",
            "貨物の受取・引渡しの形態（CY、SD、CFS）又は FCL/LCL の別が記載されていません。",
            "Give CategoryTypeCode such as CY-CY, and ContractMovementTypeCode 2 (LCL-LCL), 3 (FCL-FCL), 4 or 5.",
            "CategoryTypeCode に CY-CY など、ContractMovementTypeCode に 2（LCL-LCL）、3（FCL-FCL）、4、5 のいずれかを記載" + "してください。");
    static final Rule PLANNED = error(
            "TGT-BL-21",
            "DCSA EBL 3.0.4 plannedDepartureDate, plannedArrivalDate",
            "A planned date of departure or arrival is missing, or the arrival is before the departure.",
            "出港予定日又は到着予定日がないか、到着予定日が出港予定日より前です。",
            "Fill in EstimatedOccurrenceDateTime of the first loading and of the last unloading.",
            "最初の船積み及び最後の陸揚げの EstimatedOccurrenceDateTime を記載してください。");
    static final Rule BY_SEA = error(
            "TGT-BL-28",
            "UCP 600 art. 20; Recommendation 19",
            "The main carriage is not by sea.",
            "主たる運送が海上運送ではありません。",
            "Write ModeCode 1, or make it a pre-carriage or an on-carriage.",
            "ModeCode を 1 とするか、前後の運送（Pre/On-Carriage）としてください。");
    static final Rule TRANSSHIPMENT = error(
            "TGT-BL-47",
            "UCP 600 art. 20(b), (c)",
            "The ships do not follow each other: one loads at another port than that where the one before unloads.",
            "各船の区間がつながっていません（前の船の陸揚港と次の船の船積港が異なります）。",
            "Put the main carriages in order; each begins at the port where the one before ends.",
            "主運送区間を順に並べ、前の船の陸揚港を次の船の船積港としてください。");
    static final Rule ORDER = error(
            "TGT-BL-48",
            "UCP 600 art. 20(b), (c)",
            "A ship is planned to leave a port of transshipment before the ship that brings the goods arrives.",
            "積替港において、次の船の出港予定日が前の船の到着予定日より前になっています。",
            "Correct the planned dates, or the order of the main carriages.",
            "予定日又は主運送区間の順序を訂正してください。");

    static final Rule SHIP = error(
            "TGT-BL-90",
            "UCP 600 art. 20(a)(ii); DCSA EBL 3.0.4 vesselName, carrierExportVoyageNumber",
            "The ship is not named, or the number of its voyage is missing.",
            "船名又は航海番号がありません。",
            "Fill in UsedLogisticsTransportMeans/Name and ID of the main carriage.",
            "主運送の UsedLogisticsTransportMeans/Name と ID を記載してください。");
    static final Rule PORTS = error(
            "TGT-BL-91",
            "UCP 600 art. 20(a)(iii); DCSA EBL 3.0.4 portOfLoading, portOfDischarge",
            "The port of loading or the port of discharge is missing.",
            "船積港又は陸揚港がありません。",
            "Fill in OccurrenceLogisticsLocation of the first loading and of the last unloading.",
            "最初の船積み及び最後の陸揚げの OccurrenceLogisticsLocation を記載してください。");

    static final List<Rule> RULES = List.of(SHIP_NUMBER, SERVICE, PLANNED, BY_SEA, TRANSSHIPMENT, ORDER, SHIP, PORTS);

    private static final Set<String> PLACES = Set.of("CY", "SD", "CFS");
    private static final Set<String> MOVEMENTS = Set.of("2", "3", "4", "5");

    private final Findings findings;

    CarriageRules(Findings findings) {
        this.findings = findings;
    }

    void check(XmlElement consignment) {
        var movements = consignment.all("MainCarriageLogisticsTransportMovement");
        for (int i = 0; i < movements.size(); i++) {
            ship(movements.get(i));
            datesOf(movements.get(i), i == 0, i == movements.size() - 1);
            if (i > 0) {
                follows(movements.get(i), movements.get(i - 1));
            }
        }
        if (movements.size() > 1) {
            // A transshipment may have no dates of its own: the first and the last must agree all the same.
            notBefore(
                    movements.get(0).first("LoadingTransportEvent"),
                    movements.get(movements.size() - 1).first("UnloadingTransportEvent"));
        }
        service(consignment);
    }

    private void ship(XmlElement movement) {
        var mode = movement.first("ModeCode");
        if (mode != null && !"1".equals(mode.text().strip())) {
            findings.tell(BY_SEA, mode, "1");
        }
        var ship = movement.first("UsedLogisticsTransportMeans");
        if (Values.text(ship, "Name") == null) {
            findings.missing(SHIP, movement, "UsedLogisticsTransportMeans", "the ship's name");
        }
        if (Values.text(movement, "ID") == null) {
            findings.missing(SHIP, movement, "ID", "the number of the voyage");
        }
        if (ship != null) {
            for (XmlElement id : ship.all("ID")) {
                String number = Values.text(id);
                if (number != null && isImo(id) && !CheckDigits.isShipNumber(number)) {
                    findings.tell(SHIP_NUMBER, id, "an IMO ship number");
                }
            }
        }
    }

    private static boolean isImo(XmlElement id) {
        String scheme = id.attribute("schemeID");
        return scheme == null || scheme.strip().equalsIgnoreCase("IMO");
    }

    private void datesOf(XmlElement movement, boolean first, boolean last) {
        var loading = movement.first("LoadingTransportEvent");
        var unloading = movement.first("UnloadingTransportEvent");
        if (first) {
            planned(movement, loading, "LoadingTransportEvent");
        }
        if (last) {
            planned(movement, unloading, "UnloadingTransportEvent");
        }
        notBefore(loading, unloading);
    }

    private void notBefore(@Nullable XmlElement loading, @Nullable XmlElement unloading) {
        var leaves = Values.date(loading, "EstimatedOccurrenceDateTime");
        var arrival = unloading == null ? null : unloading.first("EstimatedOccurrenceDateTime");
        var arrives = Values.date(arrival);
        if (leaves != null && arrival != null && arrives != null && arrives.isBefore(leaves)) {
            findings.tell(PLANNED, arrival, arrives.toString(), "not before the departure on " + leaves);
        }
    }

    private void planned(XmlElement movement, @Nullable XmlElement event, String name) {
        if (event == null) {
            findings.missing(PLANNED, movement, name, "a planned date");
        } else if (event.first("EstimatedOccurrenceDateTime") == null) {
            findings.missing(PLANNED, event, "EstimatedOccurrenceDateTime", "a planned date");
        }
        if (event != null && event.first("OccurrenceLogisticsLocation") == null) {
            findings.missing(PORTS, event, "OccurrenceLogisticsLocation", "the port");
        }
    }

    private void follows(XmlElement movement, XmlElement before) {
        var loading = PlaceRules.place(movement, "LoadingTransportEvent");
        var unloading = PlaceRules.place(before, "UnloadingTransportEvent");
        if (loading != null && unloading != null && !PlaceRules.isSame(loading, unloading)) {
            findings.tell(TRANSSHIPMENT, loading, PlaceRules.said(loading), PlaceRules.said(unloading));
        }
        var leaves = movement.at("LoadingTransportEvent", "EstimatedOccurrenceDateTime");
        var departure = Values.date(leaves);
        var arrival = Values.date(before.first("UnloadingTransportEvent"), "EstimatedOccurrenceDateTime");
        if (leaves != null && departure != null && arrival != null && departure.isBefore(arrival)) {
            findings.tell(ORDER, leaves, departure.toString(), "not before the arrival on " + arrival);
        }
    }

    private void service(XmlElement consignment) {
        var service = consignment.first("TransportService");
        String places = Values.text(service, "CategoryTypeCode");
        if (!isReceiptAndDelivery(places)) {
            tell(consignment, service, "CategoryTypeCode", "two of CY, SD and CFS with a hyphen between");
        }
        String movement = Values.text(service, "ContractMovementTypeCode");
        if (movement == null || !MOVEMENTS.contains(movement)) {
            tell(consignment, service, "ContractMovementTypeCode", "2, 3, 4 or 5");
        }
    }

    private void tell(XmlElement consignment, @Nullable XmlElement service, String child, String expected) {
        var code = service == null ? null : service.first(child);
        if (code != null) {
            findings.tell(SERVICE, code, expected);
        } else if (service == null) {
            findings.missing(SERVICE, consignment, "TransportService", child + ": " + expected);
        } else {
            findings.missing(SERVICE, service, child, expected);
        }
    }

    private static boolean isReceiptAndDelivery(@Nullable String places) {
        int hyphen = places == null ? -1 : places.indexOf('-');
        return places != null
                && hyphen > 0
                && PLACES.contains(places.substring(0, hyphen))
                && PLACES.contains(places.substring(hyphen + 1));
    }
}
