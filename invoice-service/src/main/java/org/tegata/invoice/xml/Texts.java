package org.tegata.invoice.xml;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;

/** Texts without blanks around them; a text of blanks is none. */
final class Texts {

    private Texts() {}

    static @Nullable String text(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }

    static @Nullable String text(Path path, @Nullable Element from) {
        return text(path.textIn(from));
    }

    /** All parts of a text that may be repeated, such as one in two languages. */
    static @Nullable String joined(Name name, @Nullable Element from) {
        StringBuilder all = null;
        for (Element child = from == null ? null : from.firstChild(); child != null; child = child.next()) {
            String part = child.name() == name ? text(child.text()) : null;
            if (part != null) {
                all = all == null ? new StringBuilder(part) : all.append(' ').append(part);
            }
        }
        return all == null ? null : all.toString();
    }

    /** The number that is written there; the rules have seen to it that it is one, and not too long. */
    static @Nullable BigDecimal number(@Nullable String written) {
        String text = text(written);
        return text == null ? null : new BigDecimal(text);
    }
}
