package org.tegata.rules.document;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The qualified name of an element, written with the prefixes of the standard ({@code ram:ID}); compared by identity.
 *
 * <p>Only names that a schema or a rule knows exist as a {@link Name}: a document cannot make new ones.
 */
public final class Name {

    private static final Map<String, String> NAMESPACES = Map.of(
            "rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
            "qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
            "udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100");

    private static final Map<String, Name> KNOWN = new ConcurrentHashMap<>();

    private final String qualified;
    private final String namespace;
    private final String local;

    private Name(String qualified) {
        int colon = qualified.indexOf(':');
        String uri = colon < 0 ? null : NAMESPACES.get(qualified.substring(0, colon));
        if (uri == null) {
            throw new IllegalArgumentException("not a name with one of the prefixes rsm, ram, qdt, udt: " + qualified);
        }
        this.qualified = qualified;
        this.namespace = uri;
        this.local = qualified.substring(colon + 1).intern();
    }

    /** The name written like this, such as {@code ram:ID}. */
    public static Name of(String qualified) {
        return KNOWN.computeIfAbsent(qualified, Name::new);
    }

    /** The name of a namespace (one of UN/CEFACT's four for CII) and a local name. */
    public static Name of(String namespace, String local) {
        for (var known : NAMESPACES.entrySet()) {
            if (known.getValue().equals(namespace)) {
                return of(known.getKey() + ':' + local);
            }
        }
        throw new IllegalArgumentException("not a namespace of CII: " + namespace);
    }

    public String namespace() {
        return namespace;
    }

    public String local() {
        return local;
    }

    /** With the standard's prefix. */
    @Override
    public String toString() {
        return qualified;
    }
}
