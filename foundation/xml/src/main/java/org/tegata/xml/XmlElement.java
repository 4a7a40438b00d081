package org.tegata.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One element of a document: attributes of no namespace, and either text or children. A document that {@link
 * SchemaCheck} has read is a tree of these; whoever writes a document builds one. Not thread-safe while it is built.
 */
public final class XmlElement {

    private final String namespace;
    private final String prefix;
    private final String name;
    private @Nullable XmlElement parent;
    private String text = "";
    private List<XmlElement> children = Collections.emptyList();
    private List<String> attributes = Collections.emptyList();

    /**
     * An element that stands alone.
     *
     * @param prefix for {@link #path} and for writing; empty for none
     */
    public XmlElement(String namespace, String prefix, String name) {
        this.namespace = namespace;
        this.prefix = prefix;
        this.name = name;
    }

    /** A new last child. */
    public XmlElement add(String childNamespace, String childPrefix, String childName) {
        return add(new XmlElement(childNamespace, childPrefix, childName));
    }

    /** That element as the last child of this one. */
    public XmlElement add(XmlElement child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
        child.parent = this;
        return child;
    }

    public String namespace() {
        return namespace;
    }

    public String prefix() {
        return prefix;
    }

    /** The local name. */
    public String name() {
        return name;
    }

    public @Nullable XmlElement parent() {
        return parent;
    }

    /** The element's own text as it stands there; empty for one with children only. */
    public String text() {
        return text;
    }

    public XmlElement text(String characters) {
        this.text = characters;
        return this;
    }

    /** The attribute of that name without namespace, or null. */
    public @Nullable String attribute(String attribute) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(attribute)) {
                return attributes.get(i + 1);
            }
        }
        return null;
    }

    /** Sets an attribute that the element does not have yet. */
    public XmlElement attribute(String attribute, String value) {
        if (attributes.isEmpty()) {
            attributes = new ArrayList<>(2);
        }
        attributes.add(attribute);
        attributes.add(value);
        return this;
    }

    /** Tells each attribute's name and value, in the order in which they were set. */
    public void attributes(BiConsumer<String, String> each) {
        for (int i = 0; i < attributes.size(); i += 2) {
            each.accept(attributes.get(i), attributes.get(i + 1));
        }
    }

    /** All children in document order; not to be changed but by {@link #add} and {@link #arrange}. */
    public List<XmlElement> children() {
        return Collections.unmodifiableList(children);
    }

    /** The children of that local name. */
    public List<XmlElement> all(String child) {
        List<XmlElement> found = Collections.emptyList();
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).name.equals(child)) {
                if (found.isEmpty()) {
                    found = new ArrayList<>(4);
                }
                found.add(children.get(i));
            }
        }
        return found;
    }

    /** The first child of that local name, or null. */
    public @Nullable XmlElement first(String child) {
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).name.equals(child)) {
                return children.get(i);
            }
        }
        return null;
    }

    /** The element that one leads to by the first child of each name, or null. */
    public @Nullable XmlElement at(String... names) {
        XmlElement at = this;
        for (String step : names) {
            at = at.first(step);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /** Puts the children, and theirs, in the order that {@code order} gives; those of equal rank keep theirs. */
    public void arrange(Comparator<XmlElement> order) {
        if (children.size() > 1) {
            children.sort(order);
        }
        children.forEach(child -> child.arrange(order));
    }

    /** The XPath with positions, in the prefixes of the document: {@code /rsm:Bill[1]/ram:Item[2]}. */
    public String path() {
        var path = new StringBuilder();
        write(path);
        return path.toString();
    }

    private void write(StringBuilder path) {
        int position = 1;
        if (parent != null) {
            parent.write(path);
            for (XmlElement sibling : parent.children) {
                if (sibling == this) {
                    break;
                }
                position += sibling.isNamedAs(this) ? 1 : 0;
            }
        }
        path.append('/');
        if (!prefix.isEmpty()) {
            path.append(prefix).append(':');
        }
        path.append(name).append('[').append(position).append(']');
    }

    private boolean isNamedAs(XmlElement other) {
        return name.equals(other.name) && namespace.equals(other.namespace);
    }

    /** Whether both say the same: names, attributes in any order, text and children; prefixes do not matter. */
    public boolean saysTheSame(XmlElement other) {
        if (!isNamedAs(other)
                || !text.equals(other.text)
                || children.size() != other.children.size()
                || attributes.size() != other.attributes.size()) {
            return false;
        }
        for (int i = 0; i < attributes.size(); i += 2) {
            if (!Objects.equals(attributes.get(i + 1), other.attribute(attributes.get(i)))) {
                return false;
            }
        }
        for (int i = 0; i < children.size(); i++) {
            if (!children.get(i).saysTheSame(other.children.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return path();
    }
}
