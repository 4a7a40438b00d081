package org.tegata.bill.xml;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.SchemaCheck;
import org.tegata.xml.XmlElement;

/** The schema of {@code MaritimeBillOfLading}: what it allows, and in which order. Immutable, thread-safe. */
public final class BillSchema {

    /** Namespace of the root and of its children. */
    public static final String RSM = "urn:tegata:data:standard:MaritimeBillOfLading:1";

    /** Namespace of the aggregates. */
    public static final String RAM =
            "urn:tegata:data:standard:MaritimeBillOfLadingReusableAggregateBusinessInformationEntity:1";

    /** Namespace of UN/CEFACT's qualified data types (D22B). */
    public static final String QDT = "urn:un:unece:uncefact:data:standard:QualifiedDataType:100";

    /** Namespace of UN/CEFACT's unqualified data types (D22B). */
    public static final String UDT = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100";

    /** Local name of the root element. */
    public static final String ROOT = "MaritimeBillOfLading";

    /** The rule set that a finding of the schema, or of the rules after it, belongs to. */
    public static final String RULE_SET = "tegata-bill-of-lading-1";

    /** Namespaces and the prefixes in which a bill is written, in the order in which its root declares them. */
    static final Map<String, String> PREFIXES = prefixes();

    private static final String FOLDER = "/xsd/bill/";
    private static final String XSD = "MaritimeBillOfLading_1p0.xsd";

    private final SchemaCheck schema = SchemaCheck.load(RULE_SET, BillSchema.class, FOLDER + XSD);
    private final ElementType root;
    private final Map<String, ElementType> types = new TreeMap<>();
    /** Aggregates whose element name tells their type wherever they stand. */
    private final Map<String, ElementType> byElement = new HashMap<>();

    private BillSchema() {
        var read = new SchemaTypes(FOLDER);
        root = read.root(XSD, ROOT);
        read.all().forEach(type -> types.put(type.name(), type));
        var ambiguous = new ArrayDeque<String>();
        for (var type : types.values()) {
            for (var child : type.children()) {
                var before = byElement.putIfAbsent(child.name(), child.type());
                if (before != null && before != child.type()) {
                    ambiguous.add(child.name());
                }
            }
        }
        ambiguous.forEach(byElement::remove);
        byElement.put(ROOT, root);
    }

    /** Compiles the schema, once for a process. */
    public static BillSchema load() {
        return new BillSchema();
    }

    /** The document as a tree, and every fault of the schema; refuses what is not safe, well-formed XML. */
    public SchemaCheck.Checked read(byte[] xml) {
        return schema.read(xml);
    }

    /**
     * The bytes of a document: UTF-8, indented, prefixes rsm, ram, qdt and udt; always the same for the same tree, and
     * read back they say the same.
     *
     * @throws IllegalArgumentException when a text holds a character that XML 1.0 has not, or a name is of no namespace
     *     of the bill
     */
    public byte[] write(XmlElement bill) {
        return XmlText.of(bill);
    }

    /** The type of the root element. */
    public ElementType root() {
        return root;
    }

    /** All types that a bill can hold, by name. */
    public Collection<ElementType> types() {
        return Collections.unmodifiableCollection(types.values());
    }

    /** The type of an element that stands in a bill, or null if the schema does not know it there. */
    public @Nullable ElementType typeOf(XmlElement element) {
        var byName = byElement.get(element.name());
        if (byName != null) {
            return byName;
        }
        var parent = element.parent();
        var above = parent == null ? null : typeOf(parent);
        var declared = above == null ? null : above.child(element.name());
        return declared == null ? null : declared.type();
    }

    /** For {@link XmlElement#arrange}: siblings in the order of the schema, unknown ones last. */
    public Comparator<XmlElement> order() {
        return this::compare;
    }

    private int compare(XmlElement one, XmlElement other) {
        var parent = one.parent();
        var type = parent == null ? null : typeOf(parent);
        return type == null ? 0 : Integer.compare(type.rank(one.name()), type.rank(other.name()));
    }

    /** The prefix of one of the bill's namespaces. */
    static String prefix(String namespace) {
        String prefix = PREFIXES.get(namespace);
        if (prefix == null) {
            throw new IllegalArgumentException("not a namespace of the bill: " + namespace);
        }
        return prefix;
    }

    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put(RSM, "rsm");
        prefixes.put(RAM, "ram");
        prefixes.put(QDT, "qdt");
        prefixes.put(UDT, "udt");
        return Collections.unmodifiableMap(prefixes);
    }
}
