package org.tegata.bill.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.bill.any.Declarations;
import org.tegata.bill.xml.ElementType.Attribute;
import org.tegata.bill.xml.ElementType.Child;
import org.tegata.xml.XmlElement;

/** What is written reads back the same; the schema's own order and types are told as they are. */
class BillSchemaTest {

    private static final BillSchema SCHEMA = BillSchema.load();
    private static final byte[] EVERY = XsdCompletenessTest.resource("/every-element.xml");

    private static XmlElement every() {
        return SCHEMA.read(EVERY).root();
    }

    private static XmlElement read(byte[] xml) {
        return SCHEMA.read(xml).root();
    }

    private static XmlElement named(String text) {
        var bill = new XmlElement(BillSchema.RSM, "rsm", BillSchema.ROOT);
        bill.add(BillSchema.RSM, "rsm", "ExchangedDocument")
                .add(BillSchema.RAM, "ram", "ID")
                .attribute("schemeName", text)
                .text(text);
        return bill;
    }

    @Nested
    class Writing {

        @Test
        void shouldWriteTheVeryBytesWhenABillIsReadThatWasWrittenSo() {
            String written = new String(SCHEMA.write(every()), StandardCharsets.UTF_8);
            String original = new String(EVERY, StandardCharsets.UTF_8);

            assertThat(written).isEqualTo(original.replaceFirst("(?s)<!--.*?-->\n", ""));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "]]>",
                    "<!-- & -->",
                    "a\r\nb\rc\nd",
                    "\t\ttabs\t",
                    "\"'&quot;&#0;'\"",
                    "\u0085\u2028\uFEFF\u00A0",
                    "\uD842\uDFB7\uD83D\uDEA2 \u8239\u8377\u8A3C\u5238",
                    "<?xml version=\"1.0\"?>",
                    "&lt;already&gt;",
                    " ",
                    "\uFFFD\uE000\uD7FF"
                })
        void shouldReadTheSameBackWhenTextIsHostile(String hostile) {
            var bill = named(hostile);

            assertThat(read(SCHEMA.write(bill)).saysTheSame(bill)).as(hostile).isTrue();
        }

        @Test
        void shouldReadTheSameBackWhenTextIsAnything() {
            long seed = Long.getLong("tegata.seed", System.nanoTime());
            System.out.println("BillSchemaTest seed " + seed);
            var random = new Random(seed);
            for (int round = 0; round < 2_000; round++) {
                var bill = named(anything(random));
                assertThat(read(SCHEMA.write(bill)).saysTheSame(bill))
                        .as("seed %d round %d", seed, round)
                        .isTrue();
            }
        }

        private String anything(Random random) {
            var text = new StringBuilder();
            int length = 1 + random.nextInt(20);
            while (text.length() < length) {
                int character = random.nextInt(4) == 0 ? random.nextInt(0x11_0000) : random.nextInt(0x80);
                boolean allowed = character >= ' ' && character < 0xD800
                        || character > 0xDFFF && character != 0xFFFE && character != 0xFFFF;
                text.appendCodePoint(allowed ? character : "\t\n\r".codePointAt(random.nextInt(3)));
            }
            return text.toString();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 8, 0xB, 0x1F, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFFFE, 0xFFFF})
        void shouldRefuseWhatXmlHasNoCharacterFor(int character) {
            String hostile = "a" + (char) character + "b";
            var inAttribute = named("");
            Objects.requireNonNull(inAttribute.at("ExchangedDocument", "ID")).attribute("schemeID", hostile);

            assertThatThrownBy(() -> SCHEMA.write(named(hostile)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("U+%04X".formatted(character));
            assertThatThrownBy(() -> SCHEMA.write(inAttribute)).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a b", "1a", "a>", "a\"", "xmlns:a", "\u00E9"})
        void shouldRefuseANameThatIsNone(String name) {
            var bill = named("text");
            bill.add(BillSchema.RAM, "ram", name);
            var attributed = named("text");
            attributed.attribute(name, "value");

            assertThatThrownBy(() -> SCHEMA.write(bill)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> SCHEMA.write(attributed)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void shouldRefuseAForeignNamespace() {
            var bill = named("text");
            bill.add("urn:elsewhere", "ram", "ID");

            assertThatThrownBy(() -> SCHEMA.write(bill))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("urn:elsewhere");
        }

        @Test
        void shouldUseItsOwnPrefixesWhateverTheTreeHas() {
            var bill = new XmlElement(BillSchema.RSM, "", BillSchema.ROOT);
            bill.add(BillSchema.RSM, "udt", "ExchangedDocument")
                    .add(BillSchema.RAM, "", "ID")
                    .text("1");

            assertThat(new String(SCHEMA.write(bill), StandardCharsets.UTF_8))
                    .contains("<rsm:ExchangedDocument>\n        <ram:ID>1</ram:ID>\n    </rsm:ExchangedDocument>");
        }

        @Test
        void shouldWriteTheSameWhenManyWriteAtOnce() throws Exception {
            var pool = Executors.newFixedThreadPool(8);
            try {
                var tasks = new ArrayList<Callable<String>>();
                for (int i = 0; i < 64; i++) {
                    tasks.add(() -> {
                        var bill = every();
                        bill.arrange(SCHEMA.order());
                        return new String(SCHEMA.write(bill), StandardCharsets.UTF_8);
                    });
                }
                String expected = new String(SCHEMA.write(every()), StandardCharsets.UTF_8);
                for (var written : pool.invokeAll(tasks)) {
                    assertThat(written.get()).isEqualTo(expected);
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Nested
    class Order {

        /** The same tree with children of different names in an order by chance; equal names keep theirs. */
        private XmlElement shuffled(XmlElement element, Random random) {
            var copy = new XmlElement(element.namespace(), element.prefix(), element.name()).text(element.text());
            element.attributes(copy::attribute);
            var ranks = new HashMap<String, Integer>();
            element.children().forEach(child -> ranks.putIfAbsent(child.name(), random.nextInt()));
            var children = new ArrayList<>(element.children());
            children.sort((one, other) -> Integer.compare(ranks.get(one.name()), ranks.get(other.name())));
            children.forEach(child -> copy.add(shuffled(child, random)));
            return copy;
        }

        @Test
        void shouldRestoreTheOrderWhenChildrenStandAnyhow() {
            long seed = Long.getLong("tegata.seed", System.nanoTime());
            System.out.println("BillSchemaTest seed " + seed);
            var random = new Random(seed);
            for (int round = 0; round < 50; round++) {
                var bill = shuffled(every(), random);
                assertThat(bill.saysTheSame(every())).isFalse();
                bill.arrange(SCHEMA.order());
                assertThat(bill.saysTheSame(every()))
                        .as("seed %d round %d", seed, round)
                        .isTrue();
            }
        }

        @Test
        void shouldPutUnknownChildrenLast() {
            var bill = new XmlElement(BillSchema.RSM, "rsm", BillSchema.ROOT);
            bill.add(BillSchema.RSM, "rsm", "Unknown").add(BillSchema.RAM, "ram", "Below");
            bill.add(BillSchema.RSM, "rsm", "SpecifiedSupplyChainConsignment");
            bill.add(BillSchema.RSM, "rsm", "ExchangedDocument");
            bill.arrange(SCHEMA.order());

            assertThat(bill.children())
                    .extracting(XmlElement::name)
                    .containsExactly("ExchangedDocument", "SpecifiedSupplyChainConsignment", "Unknown");
        }
    }

    @Nested
    class Types {

        @Test
        void shouldTellTheDeclarationOfAPath() {
            var name = Objects.requireNonNull(
                    Declarations.at(SCHEMA, "SpecifiedSupplyChainConsignment", "ConsignorTradeParty", "Name"));

            assertThat(name.unId()).isEqualTo("UN01004598");
            assertThat(name.dictionaryEntryName()).isEqualTo("Trade_ Party. Name. Text");
            assertThat(name.repeats()).isTrue();
            assertThat(name.min()).isZero();
            assertThat(Declarations.at(SCHEMA, "SpecifiedSupplyChainConsignment", "Name"))
                    .isNull();
        }

        @Test
        void shouldTellValuesAndTheirAttributes() {
            var weight = Declarations.type(SCHEMA, "MeasureType");
            assertThat(Objects.requireNonNull(weight.value()).primitive()).isEqualTo("decimal");
            assertThat(weight.attributes())
                    .extracting(Attribute::name)
                    .containsExactly("unitCode", "unitCodeListVersionID");

            var sealing = Declarations.type(SCHEMA, "SealingPartyRoleCodeType");
            assertThat(Objects.requireNonNull(sealing.value()).allowed()).contains("CA", "SH", "CU", "AC");
            assertThat(Objects.requireNonNull(sealing.attribute("listID")).fixed())
                    .isEqualTo("9303");
            assertThat(sealing.attribute("none")).isNull();
        }

        @Test
        void shouldTellAChoiceOfUnCefactsDates() {
            var date = Declarations.type(SCHEMA, "DateTimeType");

            assertThat(date.children()).extracting(Child::name).containsExactly("DateTimeString", "DateTime");
            assertThat(Objects.requireNonNull(date.children().get(1).type().value())
                            .primitive())
                    .isEqualTo("dateTime");
            assertThat(Declarations.type(SCHEMA, "FormattedDateTimeType")
                            .children()
                            .get(0)
                            .namespace())
                    .isEqualTo(BillSchema.QDT);
        }

        @Test
        void shouldTellTheTypeOfEveryElementWhenItIsInABill() {
            var open = new ArrayList<>(List.of(every()));
            while (!open.isEmpty()) {
                var element = open.remove(open.size() - 1);
                var type = Objects.requireNonNull(SCHEMA.typeOf(element), element::path);
                for (var child : element.children()) {
                    var declared = Objects.requireNonNull(type.child(child.name()), child::path);
                    assertThat(SCHEMA.typeOf(child)).as(child.path()).isSameAs(declared.type());
                    assertThat(declared.namespace()).as(child.path()).isEqualTo(child.namespace());
                }
                open.addAll(element.children());
            }
        }

        @Test
        void shouldNotKnowWhatTheSchemaDoesNotHave() {
            var alone = new XmlElement(BillSchema.RAM, "ram", "TypeCode");

            assertThat(SCHEMA.typeOf(alone)).isNull();
        }

        @Test
        void shouldBeReadOnly() {
            assertThatThrownBy(() -> SCHEMA.types().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> SCHEMA.root().children().remove(0))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    /** Version 1 grows additively: the bill of the tutorials was valid when the schema was a fifth of this one. */
    @Test
    void shouldStillFindTheSampleValid() throws Exception {
        byte[] sample = Files.readAllBytes(Path.of("../examples/trade/bill-of-lading.xml"));

        assertThat(SCHEMA.read(sample).report().findings()).isEmpty();
    }
}
