package org.tegata.invoice.xml;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads {@code xsd:decimal} up to the length of any amount on earth; what is longer is left out, for a rule to tell. */
public final class BoundedDecimal extends XmlAdapter<String, @Nullable BigDecimal> {

    /** ISO 20022 amounts have 18 digits; twice that, with sign and point. */
    static final int MAX_LENGTH = 40;

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
