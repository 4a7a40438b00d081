package org.tegata.bill.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.tegata.bill.dcsa.AttributeTable;
import org.tegata.bill.xml.BillSchema;
import org.tegata.xml.XmlElement;

/** The table {@code mapping/bill-of-lading.tsv} and what follows it. Immutable, thread-safe. */
public final class BillMapping {

    /** The most unsaid places that are told one by one. */
    static final int MOST_UNSAID = 1000;

    private final Type xml;
    private final Type json;
    private final Steps steps;
    private final int most;

    private BillMapping(Table table, BillSchema schema, int most) {
        this.most = most;
        xml = Types.of(schema.root());
        json = Types.of(AttributeTable.load());
        steps = new Compiler(table).compile(xml, json);
    }

    /** Reads the table, once for a process. */
    public static BillMapping load(BillSchema schema) {
        return of(Table.load(), schema);
    }

    static BillMapping of(Table table, BillSchema schema) {
        return new BillMapping(table, schema, MOST_UNSAID);
    }

    /** One that tells every unsaid place. */
    static BillMapping inFull(BillSchema schema) {
        return new BillMapping(Table.load(), schema, Integer.MAX_VALUE);
    }

    /** The DCSA transport document (EBL 3.0.4) of a bill whose XML is valid by the schema. */
    public Mapped<ObjectNode> toJson(XmlElement bill) {
        var from = canonicalPlaces(bill);
        var to = new Place(json, "");
        to.origin = from;
        steps.follow(from, to, Side.XML);
        steps.derive(from, true);
        return new Mapped<>(
                JsonPlaces.write(to), Unsaids.in(from, Side.XML, most), origin(to, Side.JSON, JsonPlaces::find));
    }

    /** The XML of a transport document that fits DCSA's attribute table, its children in the order of the schema. */
    public Mapped<XmlElement> toXml(JsonNode transportDocument) {
        var from = canonicalPlaces(transportDocument);
        var to = new Place(xml, BillSchema.ROOT);
        to.origin = from;
        steps.follow(from, to, Side.JSON);
        steps.derive(to, false);
        return new Mapped<>(
                XmlPlaces.write(to), Unsaids.in(from, Side.JSON, most), origin(to, Side.XML, XmlPlaces::find));
    }

    /**
     * The same bill with what follows from its other elements filled in (totals, base ports), and with one spelling for
     * what has several: the canonical form.
     */
    public XmlElement canonical(XmlElement bill) {
        var root = canonicalPlaces(bill);
        steps.derive(root, false);
        return XmlPlaces.write(root);
    }

    /** The same transport document with what its other attributes imply filled in, and one spelling likewise. */
    ObjectNode canonical(JsonNode transportDocument) {
        return JsonPlaces.write(canonicalPlaces(transportDocument));
    }

    private Place canonicalPlaces(XmlElement bill) {
        var root = XmlPlaces.read(bill, xml);
        tidy(root, Side.XML);
        return root;
    }

    private Place canonicalPlaces(JsonNode transportDocument) {
        var root = JsonPlaces.read(transportDocument, json);
        tidy(root, Side.JSON);
        return root;
    }

    private void tidy(Place root, Side side) {
        var pass = new Pass(side);
        steps.tidy(root, pass);
        pass.order();
    }

    private static UnaryOperator<String> origin(Place root, Side side, BiFunction<Place, String, Place> find) {
        return location -> {
            var origin = find.apply(root, location).nearestOrigin();
            return origin == null ? "" : Location.of(origin, side.other());
        };
    }
}
