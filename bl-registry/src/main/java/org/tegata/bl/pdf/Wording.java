package org.tegata.bl.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parties, addresses and places of a DCSA transport document as lines of a form. */
final class Wording {

    private Wording() {}

    static String party(Said party) {
        var lines = new ArrayList<String>();
        lines.add(party.text("partyName"));
        lines.addAll(party.texts("displayedAddress"));
        lines.addAll(address(party));
        var codes = party.at("identifyingCodes").items().stream().map(Wording::code);
        var taxes = party.at("taxLegalReferences").items().stream().map(Wording::tax);
        lines.add(joined("   ", Stream.concat(codes, taxes)));
        party.at("partyContactDetails").items().forEach(contact -> lines.add(contact(contact)));
        lines.add(named("Ref. ", party.text("reference")));
        lines.add(named("P.O. ", joined(", ", party.texts("purchaseOrderReferences").stream())));
        return lines(lines.stream());
    }

    private static List<String> address(Said of) {
        var address = of.at("address");
        var lines = new ArrayList<String>();
        lines.add(words(address.text("street"), address.text("streetNumber"), named("floor ", address.text("floor"))));
        lines.addAll(of.texts("addressLines"));
        lines.add(named("P.O. Box ", address.text("POBox")));
        lines.add(joined(
                ", ",
                Stream.of(
                        words(address.text("postCode"), address.text("city")),
                        address.text("stateRegion"),
                        address.text("countryCode"))));
        return lines;
    }

    private static String code(Said code) {
        return words(code.text("codeListProvider"), code.text("codeListName"), code.text("partyCode"));
    }

    private static String tax(Said tax) {
        return words(tax.text("type"), tax.text("countryCode"), tax.text("value"));
    }

    static String contact(Said contact) {
        return joined(
                "  ",
                Stream.of(
                        contact.text("name"),
                        named("Tel ", contact.text("phone")),
                        contact.text("email"),
                        contact.text("url")));
    }

    /** A place: as the carrier wants it displayed, then its name and its code. */
    static String place(List<String> displayed, Said place) {
        var lines = new ArrayList<>(displayed);
        var city = place.at("city");
        var name = joined(
                ", ",
                Stream.of(
                        place.text("locationName"),
                        place.text("facilityName"),
                        city.text("city"),
                        city.text("stateRegion"),
                        city.text("countryCode")));
        var facility = place.at("facility");
        var code = place.text("UNLocationCode");
        lines.add(words(
                name,
                name.isEmpty() ? code : bracketed(code),
                words(facility.text("facilityCode"), facility.text("facilityCodeListProvider"))));
        lines.addAll(address(place));
        return lines(lines.stream());
    }

    static String named(String name, String value) {
        return value.isEmpty() ? "" : name + value;
    }

    static String after(String value, String words) {
        return value.isEmpty() ? "" : value + words;
    }

    static String bracketed(String value) {
        return value.isEmpty() ? "" : "(" + value + ")";
    }

    static String words(String... words) {
        return joined(" ", Stream.of(words));
    }

    static String lines(Stream<String> lines) {
        return joined("\n", lines);
    }

    static String joined(String between, Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}
