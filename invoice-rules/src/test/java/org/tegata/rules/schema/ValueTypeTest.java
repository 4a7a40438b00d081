package org.tegata.rules.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tegata.rules.schema.ElementType.AttributeUse;

@DisplayName("A value")
class ValueTypeTest {

    private static final long SEED = Long.getLong("tegata.seed", 20_261_121L);

    /** A value type, where it is used: the number of an element type, and the attribute or null. */
    private record Use(ValueType type, int element, String attribute) {

        /** Types with the same facets are judged by the same code. */
        String kind() {
            return type.builtin() + " " + type.minLength() + " " + type.maxLength() + " " + type.codes() + " "
                    + type.fixed() + (attribute == null ? "" : " as attribute");
        }
    }

    private static List<Use> uses(Documents documents) {
        Map<String, Use> uses = new LinkedHashMap<>();
        var types = documents.tables().types();
        for (int i = 0; i < types.size(); i++) {
            ValueType value = types.get(i).value();
            if (value != null) {
                var use = new Use(value, i, null);
                uses.putIfAbsent(use.kind(), use);
            }
            for (AttributeUse attribute : types.get(i).attributes()) {
                var use = new Use(attribute.type(), i, attribute.name());
                uses.putIfAbsent(use.kind(), use);
            }
        }
        return List.copyOf(uses.values());
    }

    @ParameterizedTest(name = "of {0}")
    @EnumSource(Release.class)
    @DisplayName("is judged as the JDK's validator judges it, and by the same rule of XML Schema")
    void sameVerdict(Release release) {
        var random = new Random(SEED);
        var documents = new Documents(release);
        int asked = 0;
        int faulty = 0;
        var differences = new ArrayList<String>();
        for (Use use : uses(documents)) {
            var placed = documents.smallest(use.element());
            boolean open = use.type().builtin().text() && use.type().expected() == null;
            for (int i = 0; i < (open ? 50 : use.type().builtin().text() ? 200 : 1_500); i++) {
                String text = LexicalValues.any(use.type(), random);
                String official = official(release, placed, use, text);
                String ours = ours(use.type(), text, random);
                asked++;
                faulty += official == null ? 0 : 1;
                if (official == null ? ours != null : !official.equals(ours)) {
                    differences.add(use.type().name() + " '" + text + "' " + official + ", not " + ours);
                }
            }
        }
        System.out.println(release + ": " + asked + " values, " + faulty + " of them faulty, seed " + SEED);
        assertThat(differences).isEmpty();
        assertThat(faulty).isBetween(asked / 5, asked * 9 / 10);
    }

    private static String official(Release release, Documents.Placed placed, Use use, String text) {
        if (use.attribute() == null) {
            placed.element().text = text;
        } else {
            placed.element().attributes.put(use.attribute(), text);
        }
        try {
            var faults = Official.faults(release, placed.document());
            return faults.isEmpty()
                    ? null
                    : faults.get(0).substring(0, faults.get(0).indexOf(": "));
        } catch (ArrayIndexOutOfBoundsException e) {
            // The JDK fails on letters beyond ASCII just before the padding of base64.
            return ValueType.NOT_OF_THE_TYPE;
        }
    }

    /** Asked as a text and as a part of a buffer; base64 also piece by piece. */
    private static String ours(ValueType type, String text, Random random) {
        char[] buffer = ("1=" + text + "=1").toCharArray();
        String fault = type.fault(text);
        assertThat(type.fault(buffer, 2, text.length())).as(text).isEqualTo(fault);
        if (type.binary()) {
            var check = new Base64Check();
            int cut = random.nextInt(text.length() + 1);
            check.accept(buffer, 2, cut);
            check.accept(buffer, 2 + cut, text.length() - cut);
            assertThat(check.end()).as(text).isEqualTo(fault == null);
        }
        return fault;
    }

    @ParameterizedTest(name = "of {0}")
    @EnumSource(Release.class)
    @DisplayName("of an enumeration may be every code of the XSD, and nothing that differs from each by a letter")
    void everyCode(Release release) {
        var documents = new Documents(release);
        for (Use use : uses(documents)) {
            if (use.type().fixed() == null) {
                var placed = documents.smallest(use.element());
                for (String code : use.type().codes()) {
                    assertThat(use.type().fault(code)).isNull();
                    assertThat(official(release, placed, use, code)).as(code).isNull();
                    String other = code + "x";
                    assertThat(use.type().fault(other)).isEqualTo(official(release, placed, use, other));
                }
            }
        }
    }

    @Test
    @DisplayName("is explained in short")
    void expected() {
        assertThat(expected(Release.D22B, "udt:AmountType")).isEqualTo("decimal");
        assertThat(expected(Release.D22B, "qdt:CurrencyCodeType"))
                .isEqualTo("one of the 180 codes of ISO3AlphaCurrencyCode");
        assertThat(expected(Release.D22B, "qdt:GoodsTypeCodeType")).isEqualTo("ZZZ");
        assertThat(expected(Release.D22B, "qdt:DangerousGoodsPackagingLevelCodeType"))
                .isEqualTo("one of 1, 2, 3, 4");
        assertThat(expected(Release.D16B, "qdt:CurrencyCodeType")).isNull();
        assertThat(expected(Release.D16B, "udt:TextType")).isNull();
        var unit = type(Release.D16B, "qdt:LinearUnitMeasureType").attribute("unitCode");
        assertThat(unit.type().expected()).isEqualTo("1 to 3 characters");
    }

    private static String expected(Release release, String type) {
        return type(release, type).value().expected();
    }

    private static ElementType type(Release release, String name) {
        return SchemaTables.of(release).types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
