package org.tegata.bill.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tegata.bill.dcsa.AttributeTable;

/** The table names everything that there is, and nothing else. */
class TableTest {

    private static final Type XML = Types.of(Samples.SCHEMA.root());
    private static final Type JSON = Types.of(AttributeTable.load());
    private static final Pattern SUFFIX = Pattern.compile("\\[[^\\]]*\\]|\\{[^}]*\\}");
    private static final Table TABLE = Table.load();

    @Test
    void shouldHaveEveryElementOfTheSchemaInARow() {
        assertThat(missing(XML, Side.XML)).isEmpty();
    }

    @Test
    void shouldHaveEveryAttributeOfDcsaInARow() {
        assertThat(missing(JSON, Side.JSON)).isEmpty();
    }

    /** The values of the types that no row names, itself or by something above it that is said, or not, as a whole. */
    private static Set<String> missing(Type root, Side side) {
        var types = new TreeMap<String, Type>();
        gather(root, types);
        var named = new HashSet<String>();
        TABLE.sections().values().forEach(rows -> {
            String[] header = rows.get(0).section().split(" ");
            use(header[0], types.get(side == Side.XML ? header[1] : header[2]), side, named, new HashSet<>());
        });
        var missing = new TreeSet<String>();
        types.values()
                .forEach(type -> type.parts().forEach(part -> {
                    if (part.type().isValue() && !named.contains(type + "/" + part.name())) {
                        missing.add(type + "/" + part.name());
                    }
                }));
        return missing;
    }

    /** A section names parts of the type where it is used. */
    private static void use(String section, @Nullable Type type, Side side, Set<String> named, Set<String> seen) {
        if (type == null || !seen.add(section + " " + type)) {
            return;
        }
        for (var row : TABLE.sections().get(section)) {
            for (String path : (side == Side.XML ? row.xml() : row.dcsa()).split(" ")) {
                var end = name(type, path, row, named);
                for (String word : row.as().split(" ")) {
                    if (TABLE.sections().containsKey(word)) {
                        use(word, end, side, named, seen);
                    }
                }
            }
        }
    }

    private static @Nullable Type name(Type from, String path, Table.Row row, Set<String> named) {
        var type = from;
        for (String step : Path.steps(path.equals("-") ? "." : path)) {
            var part = type == null ? null : type.part(SUFFIX.matcher(step).replaceAll(""));
            if (part == null) {
                return null;
            }
            named.add(type + "/" + part.name());
            for (String word : step.split("[\\[\\]{}!=]+")) {
                named.add(part.type() + "/" + word);
            }
            type = part.type();
        }
        boolean isSection =
                TABLE.sections().containsKey(row.as().substring(row.as().lastIndexOf(' ') + 1));
        if (type != null && type != from && !isSection) {
            var below = new TreeMap<String, Type>();
            gather(type, below);
            below.values().forEach(one -> one.parts().forEach(part -> named.add(one + "/" + part.name())));
        }
        return type;
    }

    private static void gather(Type type, Map<String, Type> types) {
        String name = type.toString().replaceAll("^[a-z]+:|Type$", "");
        if (types.putIfAbsent(name, type) == null) {
            type.parts().forEach(part -> gather(part.type(), types));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ExchangedDocument/Title, -, -, has no ExchangedDocument/Title",
        "ExchangedDocument/ID, documentTitle, id, leads nowhere",
        "ExchangedDocument/ID, transportDocumentReference, shout, no section and no conversion shout",
        "ExchangedDocument/ID, transports, id, 'id is a value, and these have parts'",
        "ExchangedDocument/PurposeCode[], transportDocumentReference, code, not as many [] on both sides",
        "ExchangedDocument/IssuerTradeParty[Kind=X]/TypeCode, issueDate, code, has no Kind",
        "SpecifiedSupplyChainConsignment/PackageQuantity, -, derived guess, unknown formula: guess",
        "SpecifiedSupplyChainConsignment/PackageQuantity, -, derived sum Goods/Weight, has no Goods/Weight"
    })
    void shouldRefuseARowThatIsWrong(String xml, String dcsa, String as, String why) {
        var lines = List.of(
                "xml\tdcsa\tas\tja\tfiata\tuse\tnote",
                "[MaritimeBillOfLading MaritimeBillOfLading TransportDocument]",
                String.join("\t", xml, dcsa, as, "", "", "", "some note"));

        assertThatThrownBy(() -> BillMapping.of(Table.parse(lines), Samples.SCHEMA))
                .hasMessageContaining("line 3")
                .hasMessageContaining(why);
    }

    @Test
    void shouldRefuseALineThatIsNoRow() {
        assertThatThrownBy(() -> Table.parse(List.of("xml\tdcsa", "[A B C]", "a\tb")))
                .hasMessageContaining("line 3: has 2 columns");
        assertThatThrownBy(() -> Table.parse(List.of("xml\tdcsa", "a\tb\tc\td\te\tf\tg")))
                .hasMessageContaining("line 2: stands in no section");
        assertThatThrownBy(() -> Table.parse(List.of("xml", "[A B C]", "[A D E]")))
                .hasMessageContaining("line 3: a second section A");
    }

    /** 原本, 写し, 包装, 専門的名称, 正式輸送品名. */
    @Test
    void shouldUseOneJapaneseWordForAThing() {
        TABLE.sections()
                .values()
                .forEach(rows -> assertThat(rows)
                        .extracting(Table.Row::japanese)
                        .allSatisfy(ja -> assertThat(ja).doesNotContain("正本", "謄本", "荷姿", "化学名", "技術名", "船積品名")));
    }

    @Test
    void shouldGiveAReasonWhereItSaysNothing() {
        TABLE.sections()
                .values()
                .forEach(rows -> assertThat(rows).allSatisfy(row -> {
                    if (row.as().equals("-") || row.as().startsWith("derived")) {
                        assertThat(row.note()).as("line %d", row.line()).isNotBlank();
                    }
                }));
    }
}
