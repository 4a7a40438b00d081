package org.tegata.xml;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@code xsd:decimal} up to a sane length. The schema allows any number of digits, and turning a million of them
 * into a number takes minutes; a longer one reads as absent, which the rules on amounts and measures then tell.
 */
public final class BoundedDecimal extends XmlAdapter<String, @Nullable BigDecimal> {

    /** ISO 20022 amounts have 18 digits; more than twice that, with sign and point. */
    public static final int MAX_LENGTH = 40;

    @Override
    public @Nullable BigDecimal unmarshal(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String text = written.strip();
        return text.isEmpty() || text.length() > MAX_LENGTH ? null : new BigDecimal(text);
    }

    @Override
    public @Nullable String marshal(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
