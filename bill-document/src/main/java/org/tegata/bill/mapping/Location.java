package org.tegata.bill.mapping;

import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Where places stood in the document that was read: XPaths in its own prefixes, JSON pointers. */
final class Location {

    private Location() {}

    static String of(Place place, Side side) {
        var path = new StringBuilder();
        write(place, side, path);
        return path.toString();
    }

    private static void write(Place place, Side side, StringBuilder path) {
        var above = place.above();
        if (above == null) {
            if (side == Side.XML) {
                step(path, place.element, "rsm:" + place.name);
                path.append("[1]");
            }
            return;
        }
        write(above, side, path);
        var part = place.type == Type.ATTRIBUTE ? null : above.type.part(place.name);
        if (side == Side.JSON) {
            Pointers.append(path, place.name);
            if (part != null && part.repeats()) {
                path.append('/').append(place.position());
            }
        } else if (part == null) {
            var element = above.element;
            if (element != null && !element.children().isEmpty()) {
                step(path, element.children().get(0), element.name());
                path.append("[1]");
            }
            path.append("/@").append(place.name);
        } else {
            step(path, place.element, part.prefix() + ":" + place.name);
            path.append('[').append(place.position() + 1).append(']');
        }
    }

    private static void step(StringBuilder path, @Nullable XmlElement element, String otherwise) {
        path.append('/');
        if (element == null) {
            path.append(otherwise);
        } else {
            path.append(element.prefix())
                    .append(element.prefix().isEmpty() ? "" : ":")
                    .append(element.name());
        }
    }
}
