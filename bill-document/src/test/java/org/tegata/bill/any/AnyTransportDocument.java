package org.tegata.bill.any;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.dcsa.Attribute;
import org.tegata.bill.dcsa.AttributeTable;
import org.tegata.bill.dcsa.AttributeType;
import org.tegata.bill.dcsa.AttributeType.Alternatives;
import org.tegata.bill.dcsa.JsonText;
import org.tegata.bill.dcsa.Range;

/** Random transport documents: valid by DCSA's attribute table, and over time using every attribute of it. */
public final class AnyTransportDocument {

    private static final AttributeTable TABLE = AttributeTable.load();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 12;

    private final Random random;
    private final AnyValue values;
    private final AnyText texts;

    /** How many of a hundred optional attributes are there. */
    private final int fullness;

    private AnyTransportDocument(Random random) {
        this.random = random;
        this.values = new AnyValue(random);
        this.texts = new AnyText(random);
        this.fullness = values.of(5, 30, 60, 100);
    }

    /** The next one; the same for the same state of {@code random}. Its nodes are those that reading it gives. */
    public static ObjectNode json(Random random) {
        var document = new AnyTransportDocument(random).document();
        var read = JsonText.read(document.toString()).tree();
        return (ObjectNode) Objects.requireNonNull(read, "not JSON: " + document);
    }

    private ObjectNode document() {
        var document = object(TABLE.root(), 0);
        var parties = (ObjectNode) document.path("documentParties");
        if ("SWB".equals(document.path("transportDocumentTypeCode").textValue())) {
            document.put("isToOrder", false);
        }
        if (!document.path("isToOrder").booleanValue()) {
            parties.remove("endorsee");
            if (!parties.has("consignee")) {
                parties.set("consignee", object(TABLE.type("Consignee"), MAX_DEPTH));
            }
        } else if (!values.oneIn(5)) {
            parties.remove("consignee");
            if (values.oneIn(3) && parties.has("endorsee")) {
                parties.set("endorsee", likeTheShipper(parties));
            }
        }
        parties.findValues("identifyingCodes").forEach(AnyTransportDocument::oneLei);
        return document;
    }

    /** A party has one LEI, and GLEIF gives no other codes. */
    private static void oneLei(JsonNode codes) {
        boolean named = false;
        for (JsonNode code : codes) {
            if (!code.path("codeListProvider").asText().equals("GLEIF")) {
                continue;
            }
            if (named) {
                ((ObjectNode) code).put("codeListProvider", "WAVE");
            } else if (code.has("codeListName")) {
                ((ObjectNode) code).put("codeListName", "LEI");
            }
            named = true;
        }
    }

    /** A bill to the order of the shipper: the endorsee is the shipper. */
    private ObjectNode likeTheShipper(ObjectNode parties) {
        var endorsee = (ObjectNode) parties.path("endorsee").deepCopy();
        var shipper = parties.path("shipper");
        for (var attribute : TABLE.type("Endorsee").attributes()) {
            if (shipper.has(attribute.name()) && !shipper.path(attribute.name()).isEmpty()) {
                endorsee.set(attribute.name(), shipper.path(attribute.name()).deepCopy());
            }
        }
        endorsee.set("partyName", shipper.path("partyName"));
        return endorsee;
    }

    private ObjectNode object(AttributeType type, int depth) {
        var object = NODES.objectNode();
        for (Attribute attribute : type.attributes()) {
            if (!type.isAlternative(attribute.name())
                    && (attribute.required() || depth < MAX_DEPTH && random.nextInt(100) < fullness)) {
                object.set(attribute.name(), value(type, attribute, depth));
            }
        }
        if (type.alternatives() != null) {
            alternatives(type, type.alternatives(), object, depth);
        }
        return object;
    }

    private void alternatives(AttributeType type, Alternatives alternatives, ObjectNode object, int depth) {
        var names = alternatives.names();
        int chosen = random.nextInt(names.size());
        for (int i = 0; i < names.size(); i++) {
            var attribute = Objects.requireNonNull(type.attribute(names.get(i)));
            if (i == chosen || !alternatives.exactlyOne() && random.nextBoolean()) {
                object.set(attribute.name(), value(type, attribute, depth));
            }
        }
    }

    private JsonNode value(AttributeType type, Attribute attribute, int depth) {
        if (!attribute.array()) {
            return one(type, attribute, depth);
        }
        ArrayNode array = NODES.arrayNode();
        int least = (int) Math.max(attribute.items().from(), 0);
        int most = (int) Math.min(attribute.items().to(), least + values.of(1, 1, 2, 3, 8));
        int size = depth >= MAX_DEPTH ? least : least + random.nextInt(most - least + 1);
        for (int i = 0; i < size; i++) {
            array.add(one(type, attribute, depth));
        }
        return array;
    }

    private JsonNode one(AttributeType type, Attribute attribute, int depth) {
        return switch (attribute.kind()) {
            case BOOLEAN -> NODES.booleanNode(random.nextBoolean());
            case INTEGER -> NODES.numberNode(whole(attribute.value()));
            case NUMBER -> NODES.numberNode(decimal(attribute.value()));
            case STRING -> NODES.textNode(text(type, attribute));
            // A type within itself, and whatever is far down, soon comes to an end.
            case OBJECT ->
                object(
                        TABLE.type(attribute.type()),
                        attribute.type().equals(type.name()) ? depth + MAX_DEPTH / 3 : depth + 1);
        };
    }

    private long whole(Range range) {
        long least = (long) Math.max(range.from(), Integer.MIN_VALUE);
        long most = (long) Math.min(range.to(), Integer.MAX_VALUE);
        if (values.oneIn(20)) {
            return values.oneIn(2) ? least : most;
        }
        long small = Math.max(least, 0);
        return small + random.nextInt((int) Math.min(most - small, 20) + 1);
    }

    private BigDecimal decimal(Range range) {
        BigDecimal number = values.decimal(range.from(), range.to());
        return range.contains(number.doubleValue()) ? number : BigDecimal.ONE;
    }

    private String text(AttributeType type, Attribute attribute) {
        int least = (int) Math.max(attribute.length().from(), 0);
        int most = (int) Math.min(attribute.length().to(), 100_000);
        if (!attribute.codes().isEmpty()) {
            return values.of(attribute.codes().toArray(String[]::new));
        }
        switch (attribute.format()) {
            case "date":
                return values.date().toString();
            case "date-time":
                return values.dateTime()
                        .atOffset(values.offset())
                        .toString()
                        .replaceFirst("T(\\d\\d:\\d\\d)(?!:)", "T$1:00");
            default:
        }
        String named = named(type.name(), attribute.name());
        if (named != null && !values.oneIn(12) && named.length() <= most) {
            return named;
        }
        var pattern = attribute.pattern();
        if (pattern == null) {
            return texts.any(least, most);
        }
        return pattern.isTrimmedLine() ? texts.line(least, most) : patterned(pattern.source(), least, most);
    }

    /** What such an attribute says in a bill, or null if there is no more to know of it than its form. */
    private @Nullable String named(String type, String name) {
        return switch (name) {
            case "equipmentReference" -> values.container();
            case "cargoMovementTypeAtOrigin", "cargoMovementTypeAtDestination" -> values.of("FCL", "LCL");
            case "transportDocumentStatus" -> values.of("ISSUED", "DRAFT");
            case "preCarriageBy", "onCarriageBy" -> values.of("RAIL", "TRUCK", "BARGE", "MULTIMODAL");
            case "codeListProvider" -> values.of("GLEIF", "WAVE", "DID", "DUNS");
            case "codeListName" -> values.of("LEI", "DID");
            case "partyCode" -> values.lei();
            case "partyFunction" -> values.of("DDR", "DDS", "COW", "COX", "N1", "NI", "SCO");
            case "ISOEquipmentCode" -> values.of("22G1", "42G1", "45R1", "L5G1");
            case "imoClass" -> values.of("1.1", "2.1", "3", "6.1", "8", "9", "1.4S");
            case "EMSNumber" -> values.of("F-A S-Q", "F-ES-E");
            case "inhalationZone" -> values.of("A", "B", "C", "D");
            case "segregationGroups" -> values.of("1", "2", "12", "18");
            case "latitude" -> "34.6901";
            case "longitude" -> "135.1955";
            case "role" -> values.of("EXPORT", "MAIN", "RELAY");
            case "facilityCode" -> values.of("KOBPI", "HAMCT", "ADT");
            case "eblPlatform" -> values.of("WAVE", "CARX", "ESSD", "BOLE");
            case "woodDeclaration" -> values.of("Treated and certified", "Not applicable");
            case "type" ->
                switch (type) {
                    case "Reference", "ReferenceConsignmentItem" ->
                        values.of("FF", "SI", "SPO", "CPO", "CR", "AAO", "ECR", "INV");
                    case "TaxLegalReference" -> values.of("PAN", "EORI", "CNPJ");
                    case "CustomsReference" -> values.of("ACID", "UCR", "CUS");
                    default -> values.of("NCM", "HTS", "TARIC");
                };
            default -> null;
        };
    }

    private String patterned(String pattern, int least, int most) {
        return switch (pattern) {
            case "^[A-Z]{2}[A-Z2-9]{3}$" -> values.place();
            case "^[A-Z]{2}$" -> values.country();
            case "^[A-Z]{3}$" -> values.currency();
            case "^[A-Z0-9]{2}$" -> values.packageKind();
            case "^[A-Z0-9]{1,5}$" -> values.of("1A2", "4G", "11HZ1", "6HA1");
            case "^\\S+$" -> values.letters(2 + random.nextInt(Math.min(most, 4) - 1));
            case "^[0-3][0-9A-Z]{3}$" -> random.nextInt(4) + values.letters(3);
            case "^[0-9](\\.[0-9])?$" -> values.of("3", "6.1", "8", "5.1");
            case "^\\d{2}[0-9A-Z]{2}[NEWSR]$" ->
                values.digits(2, 2) + values.letters(2) + values.of("N", "E", "W", "S", "R");
            case "^.+@\\S+$" -> "bl." + texts.line(1, 30) + "@example.com";
            case "^\\d{4}$", "^\\d{6,10}$", "^\\d{6,12}$" -> values.digits(least, most);
            default -> throw new IllegalStateException("no text for " + pattern);
        };
    }
}
