package org.tegata.bill.any;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The values by which the mapping's table tells one element from another: what is never met by chance. */
final class AnyHint {

    private static final String TABLE = "/mapping/bill-of-lading.tsv";
    private static final Pattern STEP = Pattern.compile("([A-Za-z0-9]+)((?:\\[[^\\]]*\\]|\\{[^}]*\\})*)");
    private static final Pattern CONDITION = Pattern.compile("[\\[{](@?)([A-Za-z]+)(!?)=([^\\]}]*)[\\]}]");

    private static final Pattern PAIRS = Pattern.compile("([^=,\\s]+=[^=,\\s]+)(,[^=,\\s]+=[^=,\\s]+)*");

    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, List<String>> attributes = new HashMap<>();

    private AnyHint() {}

    static AnyHint load() {
        var hints = new AnyHint();
        var stream = AnyHint.class.getResourceAsStream(TABLE);
        if (stream != null) {
            try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().filter(line -> line.indexOf('\t') > 0).forEach(line -> hints.row(line.split("\t")));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        hints.own();
        return hints;
    }

    private void row(String[] cells) {
        var steps = STEP.matcher(cells[0]);
        String above = "*";
        String last = "";
        while (steps.find()) {
            above = last.isEmpty() ? above : last;
            last = steps.group(1);
            var conditions = CONDITION.matcher(steps.group(2));
            while (conditions.find()) {
                boolean attribute =
                        !conditions.group(1).isEmpty() || conditions.group().startsWith("{");
                var pool = (attribute ? attributes : children)
                        .computeIfAbsent(steps.group(1) + "/" + conditions.group(2), any -> new ArrayList<>());
                pool.addAll(List.of(conditions.group(4).split("\\|")));
            }
        }
        if (cells.length > 2 && PAIRS.matcher(cells[2]).matches()) {
            var codes = children.computeIfAbsent(above + "/" + last, any -> new ArrayList<>());
            for (String pair : cells[2].split(",")) {
                codes.add(pair.substring(0, pair.indexOf('=')));
            }
        }
    }

    /** Known to every reader of bills, whatever the table says. */
    private void own() {
        children.put("ExchangedDocument/TypeCode", List.of("705", "705", "705", "710", "706", "714"));
        children.put(
                "ConsigneeTradeParty/Name",
                List.of("TO ORDER", "TO ORDER OF SHIPPER", "TO ORDER OF ELBE BANK", "TO BEARER", "Elbe Machines GmbH"));
        children.put("AssociatedTradeParty/RoleCode", List.of("N1", "SCO", "DDR", "NI"));
        children.put("IncludedSupplyChainConsignmentItem/TypeCode", List.of("845710", "8457101000", "845710100012"));
        children.put("TransportLogisticsPackage/TypeCode", List.of("CS", "CT", "PK"));
        children.put("ApplicableTransportDangerousGoods/UNDGIdentificationCode", List.of("1090", "1263"));
        for (String cargo : List.of("TypeCode", "UNDGIdentificationCode")) {
            attributes
                    .computeIfAbsent(cargo + "/listID", any -> new ArrayList<>())
                    .addAll(List.of("HS", "NA", "DCSA"));
        }
        for (String party : List.of("ID", "FacilityReferencedLocation")) {
            attributes
                    .computeIfAbsent(party + "/schemeID", any -> new ArrayList<>())
                    .addAll(List.of("0199", "0199", "SMDG", "NMFTA", "BIC"));
        }
    }

    List<String> child(String parent, String child) {
        var known = children.get(parent + "/" + child);
        return known == null ? children.getOrDefault("*/" + child, List.of()) : known;
    }

    List<String> attribute(String element, String attribute) {
        return attributes.getOrDefault(element + "/" + attribute, List.of());
    }
}
