package org.tegata.rules.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that an enumeration allows; cut into pieces when first asked. */
final class Codes {

    static final char SEPARATOR = '\n';

    private final String name;
    private final String joined;
    private volatile String @Nullable [] sorted;

    /**
     * A list of codes.
     *
     * @param name of the code list, such as {@code ISO3AlphaCurrencyCode}
     * @param joined the codes in ascending order, a {@link #SEPARATOR} between them
     */
    Codes(String name, String joined) {
        this.name = name;
        this.joined = joined;
    }

    String name() {
        return name;
    }

    String joined() {
        return joined;
    }

    List<String> all() {
        return List.of(sorted());
    }

    private String[] sorted() {
        var known = sorted;
        if (known == null) {
            known = joined.split(String.valueOf(SEPARATOR), -1);
            sorted = known;
        }
        return known;
    }

    boolean contain(char[] buffer, int start, int end) {
        var codes = sorted();
        int low = 0;
        int high = codes.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(codes[middle], buffer, start, end);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    private static int compare(String code, char[] buffer, int start, int end) {
        int common = Math.min(code.length(), end - start);
        for (int i = 0; i < common; i++) {
            int order = code.charAt(i) - buffer[start + i];
            if (order != 0) {
                return order;
            }
        }
        return code.length() - (end - start);
    }
}
