package org.tegata.invoice.xml;

import static org.tegata.invoice.xml.Texts.at;
import static org.tegata.invoice.xml.Texts.joined;
import static org.tegata.invoice.xml.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.invoice.domain.Located;
import org.tegata.invoice.domain.Place;
import org.tegata.invoice.xml.generated.ram.HeaderTradeDeliveryType;
import org.tegata.invoice.xml.generated.ram.LogisticsLocationType;
import org.tegata.invoice.xml.generated.ram.SupplyChainEventType;

/**
 * Finds the ports. CII has no element for them: they are locations of an event, or transit locations of the
 * consignment, whose function code (UNTDID 3227) says what they are.
 */
final class PortReader {

    private static final Set<String> LOADING = Set.of("9", "76");
    private static final Set<String> DISCHARGE = Set.of("11", "12");
    private static final Pattern UNLOCODE = Pattern.compile("[A-Z]{2} ?[A-Z2-9]{3}");
    private static final String UNLOCODE_SCHEME = "UNLOCODE";

    private final List<Located<LogisticsLocationType>> locations = new ArrayList<>();

    PortReader(HeaderTradeDeliveryType delivery, String deliveryAt, String consignmentAt) {
        var consignment = delivery.getRelatedSupplyChainConsignment();
        if (consignment != null) {
            var transit = consignment.getTransitLogisticsLocation();
            for (int i = 0; i < transit.size(); i++) {
                locations.add(new Located<>(at(consignmentAt, "TransitLogisticsLocation", i), transit.get(i)));
            }
        }
        add(delivery.getActualDespatchSupplyChainEvent(), at(deliveryAt, "ActualDespatchSupplyChainEvent"));
        add(delivery.getActualPickUpSupplyChainEvent(), at(deliveryAt, "ActualPickUpSupplyChainEvent"));
        add(delivery.getActualDeliverySupplyChainEvent(), at(deliveryAt, "ActualDeliverySupplyChainEvent"));
        add(delivery.getActualReceiptSupplyChainEvent(), at(deliveryAt, "ActualReceiptSupplyChainEvent"));
    }

    private void add(@Nullable SupplyChainEventType event, String at) {
        if (event != null && event.getOccurrenceLogisticsLocation() != null) {
            locations.add(new Located<>(at(at, "OccurrenceLogisticsLocation"), event.getOccurrenceLogisticsLocation()));
        }
    }

    @Nullable
    Located<Place> loading() {
        return first(LOADING);
    }

    @Nullable
    Located<Place> discharge() {
        return first(DISCHARGE);
    }

    /** Every location id that claims to be a UN/LOCODE. */
    List<Located<String>> unlocodes() {
        var found = new ArrayList<Located<String>>();
        for (var location : locations) {
            var id = location.value().getID();
            String code = text(id);
            if (code != null && UNLOCODE_SCHEME.equals(id.getSchemeID())) {
                found.add(new Located<>(at(location.at(), "ID"), code));
            }
        }
        return found;
    }

    private @Nullable Located<Place> first(Set<String> functions) {
        for (var location : locations) {
            var function = location.value().getTypeCode();
            if (function != null && functions.contains(String.valueOf(function.getValue()))) {
                var place = place(location.value());
                if (place != null) {
                    return new Located<>(location.at(), place);
                }
            }
        }
        return null;
    }

    private static @Nullable Place place(LogisticsLocationType location) {
        String name = joined(location.getName());
        String id = text(location.getID());
        String scheme = id == null ? null : location.getID().getSchemeID();
        boolean coded = id != null
                && (scheme == null || scheme.equals(UNLOCODE_SCHEME))
                && UNLOCODE.matcher(id).matches();
        String unlocode = coded && id != null ? id.replace(" ", "") : null;
        String known = name == null && unlocode == null ? id : name;
        return unlocode == null && known == null ? null : new Place(unlocode, known);
    }
}
