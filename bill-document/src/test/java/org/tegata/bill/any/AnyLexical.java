package org.tegata.bill.any;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.xml.ElementType.Value;
import org.tegata.xml.XmlElement;

/** What may stand as text in an element or attribute of the bill: of its primitive type, and mostly to the purpose. */
final class AnyLexical {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("yyyyMMddHHmmxx");

    private final Random random;
    private final AnyValue values;
    private final AnyText texts;

    AnyLexical(Random random) {
        this.random = random;
        this.values = new AnyValue(random);
        this.texts = new AnyText(random);
    }

    /** The attributes of the element are already there. */
    String text(XmlElement element, String type, Value value, List<String> known) {
        if (!value.allowed().isEmpty()) {
            var both = known.stream().filter(value.allowed()::contains).toList();
            var some = both.isEmpty() || values.oneIn(4) ? value.allowed() : both;
            return some.get(random.nextInt(some.size()));
        }
        if (element.name().equals("DateTimeString")) {
            return date(element);
        }
        return switch (value.primitive()) {
            case "decimal" -> number(type);
            case "token" -> values.oneIn(15) ? texts.any(0, 60) : named(element);
            case "string" -> values.oneIn(4) ? texts.any(0, 2_000) : texts.line(1, 35);
            default -> other(value.primitive());
        };
    }

    String attribute(XmlElement element, String name, String primitive) {
        return switch (name) {
            case "format" ->
                element.name().equals("DateTimeString") ? values.of("102", "102", "102", "203", "205") : "n";
            case "unitCode" -> unit(element.name());
            case "currencyID" -> values.currency();
            case "languageID" -> values.of("en", "ja");
            default -> primitive.equals("anyURI") ? other(primitive) : texts.line(1, 20);
        };
    }

    private String unit(String element) {
        if (element.contains("Weight")) {
            return values.of("KGM", "KGM", "LBR", "TNE");
        }
        if (element.contains("Volume")) {
            return values.of("MTQ", "MTQ", "FTQ", "LTR");
        }
        return values.of("CEL", "FAH", "MQH", "FQH", "DD", "KGM", "C62");
    }

    private String number(String type) {
        BigDecimal number = type.equals("QuantityType") && !values.oneIn(8)
                ? BigDecimal.valueOf(1 + random.nextInt(500))
                : values.decimal(values.oneIn(10) ? -1 : 0, 1e12);
        String text = number.toPlainString();
        // The same number in other words of XML Schema.
        return switch (random.nextInt(40)) {
            case 0 -> (text.contains(".") ? text : text + ".") + "00";
            case 1 -> text.startsWith("-") ? text : "+" + text;
            case 2 -> text.startsWith("-") ? text : "00" + text;
            case 3 -> " " + text + "\n";
            default -> text;
        };
    }

    private String date(XmlElement element) {
        String format = element.attribute("format");
        if (values.oneIn(30)) {
            return texts.line(1, 14);
        }
        return switch (format == null ? "102" : format) {
            case "203" -> values.dateTime().format(MINUTE);
            case "205" -> values.dateTime().atOffset(values.offset()).format(ZONED);
            case "502" -> "093000";
            case "602" -> "2026";
            default -> values.date().format(DAY);
        };
    }

    private String other(String primitive) {
        return switch (primitive) {
            case "boolean" -> values.of("true", "false", "1", "0");
            case "dateTime" ->
                values.dateTime().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) + values.of("", "Z", "+09:00", ".125Z");
            case "base64Binary" ->
                Base64.getEncoder().encodeToString(texts.any(0, 100).getBytes(StandardCharsets.UTF_8));
            case "anyURI" -> values.of("urn:x:1", "https://bill.example/a?b=1");
            default -> throw new IllegalStateException("no text for " + primitive);
        };
    }

    private String named(XmlElement element) {
        String parent = element.parent() == null ? "" : element.parent().name();
        String scheme = element.attribute("schemeID");
        if ("0199".equals(scheme)) {
            return values.lei();
        }
        String known = known(parent, element.name());
        return known == null ? texts.line(1, 35) : known;
    }

    private @Nullable String known(String parent, String name) {
        if (name.equals("ID") && parent.endsWith("TransportEquipment")) {
            return values.container();
        }
        if (name.equals("ID") && (parent.endsWith("Location") || parent.endsWith("TradeLocation"))) {
            return values.place();
        }
        return switch (name) {
            case "CountryID" -> values.country();
            case "ServiceChargeCurrencyCode" -> values.currency();
            case "ScheduledID" -> values.digits(2, 2) + "07W";
            case "ContractMovementTypeCode", "ConditionTypeCode", "CategoryTypeCode" ->
                values.of("CY", "CFS", "SD", "FCL", "LCL");
            case "UNDGIdentificationCode" -> values.digits(4, 4);
            case "StatisticalClassificationCode" -> values.digits(6, 12);
            case "HazardClassificationID", "AdditionalHazardClassificationID" -> values.of("3", "8", "1.4");
            case "CharacteristicCode" -> values.of("22G1", "45R1");
            default -> null;
        };
    }
}
