package org.tegata.rules.export;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;

/** Values of elements as rules compare them: texts without blanks around them, numbers of a sane length. */
final class Read {

    /** ISO 20022 amounts have 18 digits; more than twice that, with sign and point. A million would take minutes. */
    static final int MAX_DIGITS = 40;

    private static final int SHOWN = 40;

    private Read() {}

    /** The text of an element, null if there is none or only blanks. */
    static @Nullable String text(@Nullable Element element) {
        return element == null ? null : text(element.text());
    }

    static @Nullable String text(@Nullable Element parent, Name child) {
        return parent == null ? null : text(parent.child(child));
    }

    static @Nullable String text(@Nullable Element parent, Path path) {
        return text(path.firstIn(parent));
    }

    static @Nullable String text(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }

    static @Nullable String attribute(Element element, String attribute) {
        return text(element.attribute(attribute));
    }

    /** Whether any of them has a text. */
    static boolean any(@Nullable Element parent, Path path) {
        return path.anyIn(parent, element -> text(element) != null);
    }

    static boolean tooLong(Element number) {
        return number.text().strip().length() > MAX_DIGITS;
    }

    /** Null if it is not there or too long to count with. */
    static @Nullable BigDecimal number(@Nullable Element element) {
        return element == null || tooLong(element) ? null : element.decimal();
    }

    static boolean positive(@Nullable Element element) {
        var number = number(element);
        return number != null && number.signum() > 0;
    }

    /** A text as a finding shows it. */
    static @Nullable String shown(@Nullable String text) {
        return text == null || text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
