package org.tegata.rules.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.schema.ValueType.Builtin;

/** The simple types of a schema, each made once. */
final class SimpleTypes {

    private final XsdFiles files;
    private final Map<QName, ValueType> made = new HashMap<>();

    SimpleTypes(XsdFiles files) {
        this.files = files;
    }

    static boolean builtin(QName name) {
        return name.getNamespaceURI().equals(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    }

    /** The simple type of that name. */
    ValueType named(QName name, XsdElement from) {
        var known = made.get(name);
        if (known == null) {
            known = builtin(name) ? builtin(name.getLocalPart(), from) : restricted(files.type(name, from));
            made.put(name, known);
        }
        return known;
    }

    /** That type with one value only. */
    ValueType fixed(ValueType type, String value, XsdElement from) {
        if (!type.builtin().text() || type.fault(value) != null) {
            throw from.notUnderstood("the fixed value " + value);
        }
        return new ValueType(
                type.name(), type.builtin(), type.list(), type.minLength(), type.maxLength(), type.normalized(value));
    }

    private static ValueType builtin(String local, XsdElement from) {
        Builtin builtin = Builtin.named(local);
        if (builtin == null) {
            throw from.notUnderstood("the built-in type " + local);
        }
        return new ValueType("xsd:" + local, builtin, null, 0, Integer.MAX_VALUE, null);
    }

    private ValueType restricted(XsdElement type) {
        if (!type.kind().equals("simpleType")) {
            throw type.notUnderstood("no simple type, but used as one");
        }
        type.onlyAttributes("name");
        XsdElement restriction = type.child("restriction").onlyAttributes("base");
        ValueType base = named(restriction.reference("base"), restriction);
        var facets = restriction.children("enumeration", "minLength", "maxLength");
        if (!facets.isEmpty() && !base.builtin().text()) {
            throw restriction.notUnderstood("facets of " + base.name());
        }
        Integer min = length(facets, "minLength");
        Integer max = length(facets, "maxLength");
        Codes codes = codes(type.required("name"), facets, base);
        return new ValueType(
                prefix(type) + type.required("name"),
                base.builtin(),
                codes == null ? base.list() : codes,
                min == null ? base.minLength() : min,
                max == null ? base.maxLength() : max,
                null);
    }

    private static @Nullable Integer length(List<XsdElement> facets, String kind) {
        Integer length = null;
        for (XsdElement facet : facets) {
            if (facet.kind().equals(kind)) {
                if (length != null) {
                    throw facet.notUnderstood("a second one");
                }
                facet.onlyAttributes("value").noChildren();
                length = Integer.valueOf(facet.required("value"));
            }
        }
        return length;
    }

    private static @Nullable Codes codes(String name, List<XsdElement> facets, ValueType base) {
        var codes = new TreeSet<String>();
        for (XsdElement facet : facets) {
            if (facet.kind().equals("enumeration")) {
                facet.onlyAttributes("value").noChildren();
                String code = base.normalized(facet.required("value"));
                if (code.indexOf(Codes.SEPARATOR) >= 0 || base.fault(code) != null) {
                    throw facet.notUnderstood("the code " + code);
                }
                codes.add(code);
            }
        }
        return codes.isEmpty()
                ? null
                : new Codes(name.replaceFirst("ContentType$", ""), String.join("" + Codes.SEPARATOR, codes));
    }

    /** Of the namespace for which the schema itself is. */
    private static String prefix(XsdElement type) {
        var schema = type.node().getOwnerDocument().getDocumentElement();
        return schema.lookupPrefix(schema.getAttribute("targetNamespace")) + ':';
    }
}
