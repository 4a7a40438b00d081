package org.tegata.bill.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that both languages write the same: JSON's are IEEE doubles in the end (RFC 8785), which keep 15 digits.
 * One number has one spelling here, without zeros at its end.
 */
final class Decimals {

    private static final int DIGITS = 15;

    /** The most digits after the point, or zeros before it, that a bill writes. */
    private static final int SCALE = 30;

    private Decimals() {}

    /** The plain spelling of a JSON number, or null if it is none that both languages keep. */
    static @Nullable String of(JsonNode number) {
        if (number.isInt()) {
            return number.asText();
        }
        var exact = number.decimalValue();
        // What some reader could take for another double is no number to both.
        double nearest = exact.doubleValue();
        return Double.isFinite(nearest) ? plain(exact) : null;
    }

    /** The plain spelling of an XML decimal, or null if JSON does not keep it. */
    static @Nullable String of(String decimal) {
        return isPlain(decimal) ? decimal : plain(decimal);
    }

    private static @Nullable String plain(String decimal) {
        try {
            return decimal.length() > 1000 ? null : plain(new BigDecimal(decimal));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable String plain(BigDecimal exact) {
        if (exact.signum() == 0) {
            return Math.abs((long) exact.scale()) > SCALE ? null : "0";
        }
        if (Math.abs((long) exact.scale()) > 1000) {
            return null;
        }
        var stripped = exact.stripTrailingZeros();
        return stripped.precision() > DIGITS || Math.abs(stripped.scale()) > SCALE ? null : stripped.toPlainString();
    }

    /** Whether the text is a number of few digits, spelt as this class does. */
    private static boolean isPlain(String text) {
        int length = text.length();
        if (length == 0 || length > DIGITS || text.charAt(0) == '0' && length > 1) {
            return false;
        }
        int point = -1;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0 && i > 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return point < 0 || text.charAt(length - 1) != '0' && point < length - 1;
    }

    static JsonNode node(String plain) {
        if (plain.length() < 10 && plain.indexOf('.') < 0) {
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(plain));
        }
        var number = new BigDecimal(plain);
        return number.scale() <= 0 && number.precision() < 19
                ? JsonNodeFactory.instance.numberNode(number.longValueExact())
                : JsonNodeFactory.instance.numberNode(number);
    }
}
