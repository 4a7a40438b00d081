package org.tegata.invoice.xml;

import static org.tegata.invoice.xml.Texts.joined;
import static org.tegata.invoice.xml.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.invoice.domain.Place;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;

/**
 * Finds the ports. CII has no element for them: they are locations of an event, or transit locations of the
 * consignment, whose function code (UNTDID 3227) says what they are.
 */
record Ports(@Nullable Place loading, @Nullable Place discharge) {

    private static final Set<String> LOADING = Set.of("9", "76");
    private static final Set<String> DISCHARGE = Set.of("11", "12");
    private static final Pattern UNLOCODE = Pattern.compile("[A-Z]{2} ?[A-Z2-9]{3}");
    private static final String UNLOCODE_SCHEME = "UNLOCODE";

    private static final Name ID = Name.of("ram:ID");
    private static final Name NAME = Name.of("ram:Name");
    private static final Name TYPE_CODE = Name.of("ram:TypeCode");
    private static final Path TRANSIT = Path.of("ram:TransitLogisticsLocation");

    /** In this order: where goods are despatched, picked up, delivered, received. */
    private static final List<Path> EVENTS = List.of(
            Path.of("ram:ActualDespatchSupplyChainEvent/ram:OccurrenceLogisticsLocation"),
            Path.of("ram:ActualPickUpSupplyChainEvent/ram:OccurrenceLogisticsLocation"),
            Path.of("ram:ActualDeliverySupplyChainEvent/ram:OccurrenceLogisticsLocation"),
            Path.of("ram:ActualReceiptSupplyChainEvent/ram:OccurrenceLogisticsLocation"));

    static Ports of(@Nullable Element delivery, @Nullable Element consignment) {
        var locations = new ArrayList<Element>();
        TRANSIT.forEachIn(consignment, locations::add);
        for (var event : EVENTS) {
            var location = event.firstIn(delivery);
            if (location != null) {
                locations.add(location);
            }
        }
        return new Ports(first(locations, LOADING), first(locations, DISCHARGE));
    }

    private static @Nullable Place first(List<Element> locations, Set<String> functions) {
        for (var location : locations) {
            String function = location.text(TYPE_CODE);
            var place = function != null && functions.contains(function.strip()) ? place(location) : null;
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static @Nullable Place place(Element location) {
        String name = joined(NAME, location);
        var written = location.child(ID);
        String id = written == null ? null : text(written.text());
        String scheme = written == null ? null : written.attribute("schemeID");
        boolean coded = id != null
                && (scheme == null || scheme.equals(UNLOCODE_SCHEME))
                && UNLOCODE.matcher(id).matches();
        String unlocode = coded && id != null ? id.replace(" ", "") : null;
        String known = name == null && unlocode == null ? id : name;
        return unlocode == null && known == null ? null : new Place(unlocode, known);
    }
}
