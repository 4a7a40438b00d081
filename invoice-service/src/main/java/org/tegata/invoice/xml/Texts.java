package org.tegata.invoice.xml;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tegata.invoice.xml.generated.udt.IDType;
import org.tegata.invoice.xml.generated.udt.TextType;

/** Texts of a bound document without blanks around them, and the XPaths to point at them. */
final class Texts {

    private Texts() {}

    static @Nullable String text(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }

    static @Nullable String text(@Nullable IDType id) {
        return id == null ? null : text(id.getValue());
    }

    /** All parts of a text that may be repeated, such as one in two languages. */
    static @Nullable String joined(List<TextType> parts) {
        var all = parts.stream()
                .map(part -> text(part.getValue()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return text(all);
    }

    static String at(String parent, String name) {
        return at(parent, name, 0);
    }

    static String at(String parent, String name, int index) {
        return parent + "/ram:" + name + "[" + (index + 1) + "]";
    }
}
