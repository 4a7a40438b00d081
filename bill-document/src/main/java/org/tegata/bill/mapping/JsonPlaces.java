package org.tegata.bill.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A transport document as places, and back. */
final class JsonPlaces {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private int order;

    private JsonPlaces() {}

    static Place read(JsonNode root, Type type) {
        var place = new Place(type, "");
        new JsonPlaces().members(root, place);
        return place;
    }

    private void members(JsonNode object, Place place) {
        for (var members = object.fields(); members.hasNext(); ) {
            var member = members.next();
            var part = place.type.part(member.getKey());
            var value = member.getValue();
            if (part != null && part.mayBeEmpty() && value.isArray() && value.isEmpty()) {
                continue;
            }
            if (part == null || value.isArray() != part.repeats() || !fits(value, part)) {
                stranger(place, member.getKey(), value, part != null);
            } else if (part.repeats()) {
                for (JsonNode item : value) {
                    read(item, place.add(part));
                }
            } else {
                read(value, place.add(part));
            }
        }
    }

    private void read(JsonNode node, Place place) {
        place.order = order++;
        switch (place.type.kind()) {
            case PARTS -> members(node, place);
            case TEXT -> {
                String text = node.textValue();
                place.value = Words.of(text);
                if (!Words.areXml(text)) {
                    place.reason = Reasons.NO_XML_CHARACTER;
                    place.closed = true;
                } else if (!text.equals(place.value)) {
                    place.raw = text;
                }
            }
            case NUMBER -> {
                place.value = Decimals.of(node);
                if (place.value == null) {
                    place.value = node.asText();
                    place.reason = Reasons.DIGITS;
                    place.closed = true;
                }
            }
            case TRUTH -> place.value = node.booleanValue() ? "true" : "false";
        }
    }

    /** Whether the value, or each item of the array, is of the type; an empty array says nothing. */
    private static boolean fits(JsonNode value, Type.Part part) {
        if (!part.repeats()) {
            return fits(value, part.type());
        }
        for (JsonNode item : value) {
            if (!fits(item, part.type())) {
                return false;
            }
        }
        return !value.isEmpty();
    }

    private static boolean fits(JsonNode value, Type type) {
        return switch (type.kind()) {
            case PARTS -> value.isObject();
            case TEXT -> value.isTextual();
            case NUMBER -> value.isNumber();
            case TRUTH -> value.isBoolean();
        };
    }

    private void stranger(Place place, String name, JsonNode value, boolean isKnown) {
        var stranger = place.stranger(Type.ATTRIBUTE, name);
        stranger.order = order++;
        stranger.value = value.isTextual() ? value.textValue() : value.toString();
        stranger.reason = isKnown ? Reasons.SAYS_NOTHING : Reasons.NOT_DCSA;
    }

    static ObjectNode write(Place place) {
        var object = NODES.objectNode();
        for (var part : place.type.parts()) {
            var at = place.first(part.slot());
            if (at == null && !part.mayBeEmpty()) {
                continue;
            }
            if (at != null && !part.repeats()) {
                put(object, part.name(), at);
                continue;
            }
            var array = NODES.arrayNode();
            for (; at != null; at = at.next()) {
                var item = node(at);
                if (at.kept || !isNothing(item)) {
                    array.add(item);
                }
            }
            if (!array.isEmpty() || part.mayBeEmpty() && !place.isNothing()) {
                object.set(part.name(), array);
            }
        }
        return object;
    }

    private static void put(ObjectNode object, String name, Place place) {
        var member = node(place);
        if (place.kept || !isNothing(member)) {
            object.set(name, member);
        }
    }

    private static boolean isNothing(JsonNode node) {
        return node.isObject() && node.isEmpty();
    }

    private static JsonNode node(Place place) {
        String value = place.value;
        if (value == null) {
            return write(place);
        }
        return switch (place.type.kind()) {
            case NUMBER -> Decimals.node(value);
            case TRUTH -> NODES.booleanNode(value.equals("true"));
            default -> NODES.textNode(value);
        };
    }

    /** The place that a JSON pointer leads to, or the nearest above it. */
    static Place find(Place root, String pointer) {
        var at = root;
        int start = 0;
        while (start < pointer.length()) {
            int end = pointer.indexOf('/', start + 1);
            end = end < 0 ? pointer.length() : end;
            var part = at.type.part(pointer.substring(start + 1, end));
            var next = part == null ? null : at.first(part.slot());
            if (part != null && next != null && part.repeats() && end < pointer.length()) {
                int from = end + 1;
                end = pointer.indexOf('/', from);
                end = end < 0 ? pointer.length() : end;
                int index = Pointers.number(pointer, from, end);
                for (int i = 0; i < index && next != null; i++) {
                    next = next.next();
                }
            }
            if (next == null) {
                return at;
            }
            at = next;
            start = end;
        }
        return at;
    }
}
