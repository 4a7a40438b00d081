package org.tegata.bl.xml;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads xsd:decimal of a sane length alone. The schema allows any number of digits, and turning a million of them into
 * a number takes minutes; a longer one reads as absent, which the rules on weights and counts report.
 */
public final class BoundedDecimal extends XmlAdapter<String, BigDecimal> {

    private static final int MOST_CHARACTERS = 64;

    @Override
    public @Nullable BigDecimal unmarshal(String text) {
        String digits = text.strip();
        return digits.length() > MOST_CHARACTERS ? null : new BigDecimal(digits);
    }

    @Override
    public String marshal(BigDecimal value) {
        return value.toPlainString();
    }
}
