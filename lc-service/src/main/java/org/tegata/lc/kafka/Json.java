package org.tegata.lc.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.Measure;
import org.tegata.lc.domain.PartyCode;
import org.tegata.lc.domain.Place;

/** Reads members of the facts that other services publish; members it does not know are passed over. */
final class Json {

    private Json() {}

    static String text(JsonNode node, String member) {
        String value = optionalText(node, member);
        if (value == null) {
            throw new IllegalArgumentException("the facts lack " + member);
        }
        return value;
    }

    static @Nullable String optionalText(JsonNode node, String member) {
        var value = node.path(member);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    static LocalDate date(JsonNode node, String member) {
        return LocalDate.parse(text(node, member));
    }

    static @Nullable LocalDate optionalDate(JsonNode node, String member) {
        return optional(node, member, LocalDate::parse);
    }

    static @Nullable BigDecimal optionalDecimal(JsonNode node, String member) {
        return optional(node, member, BigDecimal::new);
    }

    /** Whatever stands there, as text: only what is absent or null is nobody. NUL cannot be stored. */
    static @Nullable PartyCode optionalPartyCode(JsonNode node, String member) {
        var value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        return PartyCode.read(text.replace('\0', '\uFFFD'));
    }

    /** Null as well when the code is none that this platform knows: for a party that nothing is decided by. */
    static @Nullable PartyId optionalParty(JsonNode node, String member) {
        var code = optionalPartyCode(node, member);
        return code == null ? null : code.party().orElse(null);
    }

    static List<String> texts(JsonNode node, String member) {
        var list = new ArrayList<String>();
        node.path(member).forEach(item -> list.add(item.asText()));
        return list;
    }

    static <T> List<T> items(JsonNode node, String member, Function<JsonNode, T> read) {
        return StreamSupport.stream(node.path(member).spliterator(), false)
                .map(read)
                .toList();
    }

    static @Nullable Place optionalPlace(JsonNode node, String member) {
        var place = node.path(member);
        return place.isObject() ? new Place(optionalText(place, "unlocode"), optionalText(place, "name")) : null;
    }

    static Place place(JsonNode node, String member) {
        var place = optionalPlace(node, member);
        return place == null ? new Place(null, null) : place;
    }

    static @Nullable Measure optionalMeasure(JsonNode node, String member) {
        var measure = node.path(member);
        return measure.isObject() ? new Measure(new BigDecimal(text(measure, "value")), text(measure, "unit")) : null;
    }

    private static <T> @Nullable T optional(JsonNode node, String member, Function<String, T> read) {
        String value = optionalText(node, member);
        return value == null ? null : read.apply(value);
    }
}
