package org.tegata.cli.validate;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tegata.bill.mapping.Unsaid;

/** For people: what the other language cannot say of a bill, place by place under its reason. */
public final class UnsaidTable {
    private static final int LONGEST_VALUE = 100;

    private UnsaidTable() {}

    /** Writes nothing if everything is said. */
    public static void write(PrintWriter out, List<Unsaid> unsaid, String language) {
        if (unsaid.isEmpty()) {
            return;
        }
        out.printf("%s not said in %s:%n", TableReport.count(unsaid.size(), "place"), language);
        Map<String, List<Unsaid>> byReason = new LinkedHashMap<>();
        unsaid.forEach(each -> byReason.computeIfAbsent(each.reason(), reason -> new ArrayList<>())
                .add(each));
        byReason.forEach((reason, places) -> {
            out.println("  " + Terminal.printable(reason));
            for (Unsaid place : places) {
                out.println("    at    " + Terminal.printable(place.location()));
                if (!place.value().isBlank()) {
                    out.println(
                            "    said  " + Terminal.printable(cut(place.value().strip())));
                }
            }
        });
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
