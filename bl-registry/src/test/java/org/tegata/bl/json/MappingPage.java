package org.tegata.bl.json;

/** The table of docs/reference/bill-of-lading-mapping.md. */
final class MappingPage {

    static final String START =
            "<!-- generated from BillMapping: mvn -pl bl-registry test -Dtegata.update-snapshots=true -->";
    static final String END = "<!-- end of generated table -->";

    private MappingPage() {}

    static String table() {
        var page = new StringBuilder(
                "| Our element | UN identifier | DCSA attribute | Remark |\n| --- | --- | --- | --- |\n");
        for (var row : BillMapping.all()) {
            page.append("| `")
                    .append(row.xpath()
                            .substring(1)
                            .replaceAll("(rsm|ram):", "")
                            .replace("[1]", "")
                            .replace("[*]", "[]"))
                    .append("` | ")
                    .append(row.unId())
                    .append(" | `")
                    .append(row.pointer()
                            .substring(1)
                            .replace("/*", "[]")
                            .replace("/0", "[]")
                            .replace('/', '.'))
                    .append("` | ")
                    .append(row.note())
                    .append(" |\n");
        }
        return page.toString();
    }
}
