package org.tegata.bill.mapping;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.any.Declarations;
import org.tegata.bill.xml.ElementType;

/** The table as docs/reference/bill-of-lading-mapping.md shows it, with the UN identifiers of the schema. */
final class MappingPage {

    static final String START =
            "<!-- generated from bill-of-lading.tsv: mvn -pl bill-document test -Dtegata.update-snapshots=true -->";
    static final String END = "<!-- end of generated table -->";

    private static final Pattern SUFFIX = Pattern.compile("\\[[^\\]]*\\]|\\{[^}]*\\}");
    private static final String CONSIGNMENT = "SpecifiedSupplyChainConsignment/";

    private MappingPage() {}

    static String sections() {
        var page = new StringBuilder();
        Table.load().sections().forEach((name, rows) -> {
            String[] header = rows.get(0).section().split(" ");
            page.append("\n### ").append(name).append("\n\n");
            page.append("Element `")
                    .append(header[1])
                    .append("Type`, DCSA `")
                    .append(header[2])
                    .append("`.\n\n");
            page.append("| Our element | UN identifier | DCSA attribute | How | 日本語 | FIATA"
                    + " | UCP 600, ISBP, MT | Note |\n");
            page.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
            rows.forEach(row -> row(row, header[1] + "Type", page));
        });
        return page.append('\n').toString();
    }

    private static void row(Table.Row row, String type, StringBuilder page) {
        page.append("| ")
                .append(code(row.xml()))
                .append(" | ")
                .append(unIds(row.xml(), type))
                .append(" | ")
                .append(code(row.dcsa().replace('/', '.')))
                .append(" | ")
                .append(row.as().startsWith("-") ? "–" : "`" + row.as().replace(CONSIGNMENT, "…/") + "`")
                .append(" | ")
                .append(row.japanese())
                .append(" | ")
                .append(row.fiata())
                .append(" | ")
                .append(row.use())
                .append(" | ")
                .append(row.note())
                .append(" |\n");
    }

    private static String code(String paths) {
        return paths.equals("-") ? "–" : "`" + paths.replace(CONSIGNMENT, "…/").replace(" ", "` `") + "`";
    }

    private static String unIds(String paths, String type) {
        var ids = new ArrayList<String>();
        for (String path : paths.split(" ")) {
            String id = unId(path, Declarations.type(Samples.SCHEMA, type));
            if (!id.isEmpty() && !ids.contains(id)) {
                ids.add(id);
            }
        }
        return String.join(" ", ids);
    }

    private static String unId(String path, ElementType from) {
        @Nullable ElementType type = from;
        String id = "";
        for (String step : Path.steps(path.equals("-") ? "." : path)) {
            var child = type == null ? null : type.child(SUFFIX.matcher(step).replaceAll(""));
            id = child == null ? "" : child.unId();
            type = child == null ? null : child.type();
        }
        return id;
    }
}
