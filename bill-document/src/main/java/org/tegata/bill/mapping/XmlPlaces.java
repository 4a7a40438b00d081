package org.tegata.bill.mapping;

import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.xml.BillSchema;
import org.tegata.xml.XmlElement;

/** The XML of a bill as places, and back. */
final class XmlPlaces {

    private static final Set<String> FLAGS = Set.of("true", "false", "1", "0");

    private int order;

    private XmlPlaces() {}

    static Place read(XmlElement root, Type type) {
        var place = new Place(type, root.name());
        new XmlPlaces().read(root, place);
        return place;
    }

    private void read(XmlElement element, Place place) {
        place.order = order++;
        place.element = element;
        attributes(element, place);
        var children = element.children();
        if (place.type.isValue()) {
            var value = children.isEmpty() ? element : children.get(0);
            place.value = Words.of(value.text());
            if (value != element) {
                attributes(value, place);
                hold(value, place);
            }
            return;
        }
        for (int i = 0; i < children.size(); i++) {
            var child = children.get(i);
            var part = place.type.part(child.name());
            if (part != null) {
                read(child, place.add(part));
            } else {
                var stranger = place.stranger(Type.ATTRIBUTE, child.name());
                stranger.order = order++;
                stranger.value = child.text();
            }
        }
    }

    /** A flag in words is one like any other; other unusual elements stay what they are. */
    private static void hold(XmlElement value, Place place) {
        var wrapper = place.type.wrapper();
        boolean isUsual = wrapper == null || wrapper.name().equals(value.name());
        boolean isFlag = FLAGS.contains(String.valueOf(place.value));
        if (!isUsual && (!isFlag || place.attributes() != null)) {
            place.holder = value.name();
        }
    }

    private void attributes(XmlElement element, Place place) {
        element.attributes((name, value) -> {
            if (!place.type.isFixed(name, value)) {
                place.attribute(name, value).order = order++;
            }
        });
    }

    static XmlElement write(Place root) {
        var element = new XmlElement(BillSchema.RSM, "rsm", root.name);
        write(root, element);
        return element;
    }

    /** Whether there was something to write. */
    private static boolean write(Place place, XmlElement element) {
        var value = place.value;
        if (value != null) {
            var wrapper = place.type.wrapper();
            var holder = wrapper == null
                    ? element
                    : element.add(wrapper.namespace(), wrapper.prefix(), name(wrapper, place));
            holder.text(value);
            if (place.attributes() != null) {
                writeAttributes(place, holder);
            }
            return true;
        }
        boolean isThere = place.kept;
        for (var part : place.type.parts()) {
            for (var at = place.first(part.slot()); at != null; at = at.next()) {
                var child = new XmlElement(part.namespace(), part.prefix(), part.name());
                if (write(at, child)) {
                    element.add(child);
                    isThere = true;
                }
            }
        }
        return isThere;
    }

    /** By name, so that the same bill is the same bytes. */
    private static void writeAttributes(Place place, XmlElement element) {
        var sorted = new TreeMap<String, String>();
        for (var at = place.attributes(); at != null; at = at.next()) {
            sorted.put(at.name, String.valueOf(at.value));
        }
        sorted.forEach(element::attribute);
    }

    private static String name(Type.Wrapper wrapper, Place place) {
        return place.holder == null ? wrapper.name() : place.holder;
    }

    /** The place that an XPath with positions leads to, or the nearest above it. */
    static Place find(Place root, String xpath) {
        var at = root;
        int start = xpath.indexOf('/', 1);
        while (start > 0) {
            int end = xpath.indexOf('/', start + 1);
            String step = end < 0 ? xpath.substring(start + 1) : xpath.substring(start + 1, end);
            var next = step(at, step);
            if (next == null) {
                return at;
            }
            at = next;
            start = end;
        }
        return at;
    }

    private static @Nullable Place step(Place at, String step) {
        if (step.startsWith("@")) {
            return at.attribute(step.substring(1));
        }
        int bracket = step.indexOf('[');
        String name = step.substring(step.indexOf(':') + 1, bracket < 0 ? step.length() : bracket);
        int position = bracket < 0 ? 1 : Pointers.number(step, bracket + 1, step.length() - 1);
        var part = at.type.part(name);
        var place = part == null ? null : at.first(part.slot());
        for (int i = 1; i < position && place != null; i++) {
            place = place.next();
        }
        return place;
    }
}
