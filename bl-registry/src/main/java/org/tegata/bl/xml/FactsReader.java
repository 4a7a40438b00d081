package org.tegata.bl.xml;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.BillFacts;
import org.tegata.bl.domain.BillFacts.FreightPaymentTerm;
import org.tegata.bl.domain.BillFacts.Measure;
import org.tegata.bl.domain.BillFacts.NotifyParty;
import org.tegata.bl.domain.BillFacts.Place;
import org.tegata.bl.json.TitleParties;
import org.tegata.xml.XmlElement;

/**
 * The one reader of what a bill says: its UN/CEFACT form, whatever language it came in. Only whom it names as carrier,
 * shipper and consignee is read from the transport document ({@link TitleParties}).
 */
final class FactsReader {

    private static final String SEA_WAYBILL = "710";
    private static final String BILL_OF_LADING = "705";

    /** Lists whose codes name a facility within a place, which is no UN/LOCODE. */
    private static final Set<String> FACILITIES = Set.of("BIC", "SMDG");

    /** Units of weight (Recommendation 20) in kilograms; the pound is the international one, exactly. */
    private static final Map<String, BigDecimal> KILOGRAMS =
            Map.of("KGM", BigDecimal.ONE, "TNE", BigDecimal.valueOf(1000), "LBR", new BigDecimal("0.45359237"));

    /** UNTDID 2379 code 102: CCYYMMDD. */
    private static final int DATE = 8;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private FactsReader() {}

    /** The facts of a bill whose XML is valid by its schema. */
    static BillFacts read(UUID billId, String digest, XmlElement bill, JsonNode transportDocument) {
        var title = TitleParties.of(transportDocument);
        var document = child(bill, "ExchangedDocument");
        var consignment = child(bill, "SpecifiedSupplyChainConsignment");
        var legs = consignment.all("MainCarriageLogisticsTransportMovement");
        var first = legs.get(0);
        var items = consignment.all("IncludedSupplyChainConsignmentItem");
        return new BillFacts(
                billId,
                digest,
                text(document, "ID"),
                SEA_WAYBILL.equals(words(document.first("TypeCode"))) ? SEA_WAYBILL : BILL_OF_LADING,
                date(document, "IssueDateTime"),
                date(consignment, "ShippedOnboardDateTime"),
                title.shipper(),
                title.consignee(),
                title.toOrder(),
                consignment.all("NotifiedTradeParty").stream()
                        .map(party -> new NotifyParty(text(party, "Name")))
                        .toList(),
                new BillFacts.Carrier(text(child(consignment, "CarrierTradeParty"), "Name"), title.carrier()),
                port(first, "LoadingTransportEvent"),
                port(legs.get(legs.size() - 1), "UnloadingTransportEvent"),
                place(consignment.first("CarrierAcceptanceLogisticsLocation")),
                place(consignment.first("ConsigneeReceiptLogisticsLocation")),
                words(first.at("UsedLogisticsTransportMeans", "Name")),
                words(first.first("ID")),
                weight(items),
                packages(items),
                items.stream()
                        .map(FactsReader::description)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                term(consignment.first("ApplicableLogisticsServiceCharge")),
                originals(document.first("OriginalIssuedQuantity")),
                clauses(document));
    }

    private static Place port(XmlElement leg, String event) {
        var place = place(leg.at(event, "OccurrenceLogisticsLocation"));
        return place == null ? new Place(null, null) : place;
    }

    private static @Nullable Place place(@Nullable XmlElement location) {
        if (location == null) {
            return null;
        }
        String unlocode = null;
        for (var id : location.all("ID")) {
            if (unlocode == null && !FACILITIES.contains(String.valueOf(id.attribute("schemeID")))) {
                unlocode = words(id);
            }
        }
        return new Place(unlocode, words(location.first("Name")));
    }

    /** What the containers hold, or the items in one container weigh; nothing when one of them does not say. */
    private static @Nullable Measure weight(List<XmlElement> items) {
        var sum = BigDecimal.ZERO;
        for (var item : items) {
            var boxes =
                    measures(item.all("AssociatedReferencedLogisticsTransportEquipment"), "GrossGoodsWeightMeasure");
            var whole = item.first("GrossWeightMeasure");
            if (boxes.isEmpty() && whole == null) {
                return null;
            }
            var weights = boxes.isEmpty() ? List.of(whole) : boxes;
            for (var weight : weights) {
                var unit = KILOGRAMS.get(String.valueOf(weight.attribute("unitCode")));
                if (unit == null) {
                    return null;
                }
                sum = sum.add(new BigDecimal(weight.text().strip()).multiply(unit));
            }
        }
        var stripped = sum.stripTrailingZeros();
        return new Measure(stripped.scale() < 0 ? stripped.setScale(0) : stripped, "KGM");
    }

    /** That measure of each container; none when not all of them have one. */
    private static List<XmlElement> measures(List<XmlElement> boxes, String name) {
        var measures = new ArrayList<XmlElement>();
        for (var box : boxes) {
            var measure = box.first(name);
            if (measure != null) {
                measures.add(measure);
            }
        }
        return measures.size() == boxes.size() ? measures : List.of();
    }

    private static long packages(List<XmlElement> items) {
        long sum = 0;
        for (var item : items) {
            for (var packed : item.all("TransportLogisticsPackage")) {
                var quantity = packed.first("ItemQuantity");
                sum += quantity == null ? 0 : new BigDecimal(quantity.text().strip()).longValue();
            }
        }
        return sum;
    }

    private static String description(XmlElement item) {
        var lines = new ArrayList<String>();
        for (var cargo : item.all("NatureIdentificationTransportCargo")) {
            for (var line : cargo.all("Identification")) {
                var words = collapsed(line.text());
                if (!words.isEmpty()) {
                    lines.add(words);
                }
            }
        }
        return String.join(" ", lines);
    }

    private static @Nullable FreightPaymentTerm term(@Nullable XmlElement charge) {
        var code = charge == null ? null : words(charge.first("PaymentArrangementCode"));
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "P" -> FreightPaymentTerm.PRE;
            case "C" -> FreightPaymentTerm.COL;
            default -> null;
        };
    }

    private static @Nullable Integer originals(@Nullable XmlElement quantity) {
        return quantity == null ? null : new BigDecimal(quantity.text().strip()).intValue();
    }

    private static List<String> clauses(XmlElement document) {
        var clauses = new ArrayList<String>();
        for (var clause : document.all("ContractualDocumentClause")) {
            for (var content : clause.all("Content")) {
                var words = collapsed(content.text());
                if (!words.isEmpty()) {
                    clauses.add(words);
                }
            }
        }
        return clauses;
    }

    /** The day; nothing when it is absent, in another format or not in the calendar. */
    private static @Nullable LocalDate date(XmlElement parent, String name) {
        var text = parent.at(name, "DateTimeString");
        var value = text == null ? "" : text.text().strip();
        if (value.length() != DATE) {
            return null;
        }
        try {
            return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException notInTheCalendar) {
            return null;
        }
    }

    private static XmlElement child(XmlElement parent, String name) {
        return Objects.requireNonNull(parent.first(name), name);
    }

    private static String text(XmlElement parent, String name) {
        var words = words(parent.first(name));
        return words == null ? "" : words;
    }

    /** Text with its white space collapsed: what two documents must agree on is words, not line breaks. */
    private static @Nullable String words(@Nullable XmlElement element) {
        var words = element == null ? "" : collapsed(element.text());
        return words.isEmpty() ? null : words;
    }

    private static String collapsed(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ");
    }
}
