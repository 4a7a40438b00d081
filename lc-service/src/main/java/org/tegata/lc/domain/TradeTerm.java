package org.tegata.lc.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A delivery term such as CIF HAMBURG INCOTERMS 2020.
 *
 * @param code three letters
 * @param place the named place, null when none is named
 */
public record TradeTerm(String code, @Nullable String place) {

    private static final Pattern IN_TEXT = Pattern.compile(
            "\\b(EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DDP)\\b[ :]*([A-Z][A-Z .'-]*?)?"
                    + "(?=[,(+\\n]|\\s+\\(?INCOTERM|\\s*$)",
            Pattern.MULTILINE);

    /** The first term in a description of goods (field 45A); empty when there is none to read. */
    public static Optional<TradeTerm> find(String text) {
        var matcher = IN_TEXT.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String place = matcher.group(2);
        return Optional.of(new TradeTerm(matcher.group(1), place == null || place.isBlank() ? null : place.strip()));
    }

    @Override
    public String toString() {
        return place == null ? code : code + " " + place;
    }
}
