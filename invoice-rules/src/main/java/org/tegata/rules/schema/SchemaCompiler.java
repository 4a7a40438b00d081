package org.tegata.rules.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.parsers.ParserConfigurationException;
import org.tegata.rules.document.Name;
import org.tegata.rules.schema.ElementType.AttributeUse;
import org.xml.sax.SAXException;

/** Makes tables of the official XSD files, in the build; refuses whatever in them it does not understand. */
public final class SchemaCompiler {

    private final XsdFiles files;
    private final SimpleTypes simpleTypes;
    private final List<ElementType> types = new ArrayList<>();
    private final Map<QName, Integer> numbers = new HashMap<>();

    private SchemaCompiler(XsdFiles files) {
        this.files = files;
        this.simpleTypes = new SimpleTypes(files);
    }

    /**
     * Writes the tables of both releases.
     *
     * @param args the main XSD of D16B, that of D22B, and the root of the folder for classes
     */
    public static void main(String[] args) throws IOException, SAXException, ParserConfigurationException {
        Path folder =
                Path.of(args[2]).resolve(SchemaCompiler.class.getPackageName().replace('.', '/'));
        Files.createDirectories(folder);
        write(Release.D16B, Path.of(args[0]), folder);
        write(Release.D22B, Path.of(args[1]), folder);
    }

    private static void write(Release release, Path main, Path folder)
            throws IOException, SAXException, ParserConfigurationException {
        Files.write(folder.resolve(SchemaTables.fileName(release)), TableWriter.write(compile(release, main)));
    }

    static SchemaTables compile(Release release, Path main)
            throws IOException, SAXException, ParserConfigurationException {
        var files = new XsdFiles(main);
        var compiler = new SchemaCompiler(files);
        XsdElement root = files.root().onlyAttributes("name", "type");
        root.noChildren();
        int rootType = compiler.named(root.reference("type"), root);
        Name rootName = Name.of(files.rootNamespace(), root.required("name"));
        return new SchemaTables(release, rootName, rootType, compiler.types);
    }

    /** The number of the type of that name; types may contain themselves, so it is given before the type is read. */
    private int named(QName name, XsdElement from) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        int number = reserve();
        numbers.put(name, number);
        if (SimpleTypes.builtin(name)) {
            var value = simpleTypes.named(name, from);
            types.set(number, new ElementType(value.name(), false, List.of(), List.of(), value));
        } else {
            XsdElement type = files.type(name, from).onlyAttributes("name");
            types.set(number, complex(type, Name.of(name.getNamespaceURI(), name.getLocalPart()) + ""));
        }
        return number;
    }

    private int reserve() {
        types.add(new ElementType("", false, List.of(), List.of(), null));
        return types.size() - 1;
    }

    private ElementType complex(XsdElement type, String name) {
        if (!type.kind().equals("complexType")) {
            throw type.notUnderstood("an element of a simple type of its own");
        }
        XsdElement content = type.child("sequence", "choice", "simpleContent").onlyAttributes();
        if (content.kind().equals("simpleContent")) {
            return valued(content.child("extension").onlyAttributes("base"), name);
        }
        var particles = new ArrayList<Particle>();
        var names = new HashSet<Name>();
        for (XsdElement child : content.children("element")) {
            var particle = particle(child, name);
            if (!names.add(particle.name())) {
                throw child.notUnderstood("a second child of this name");
            }
            particles.add(particle);
        }
        boolean choice = content.kind().equals("choice");
        if (particles.isEmpty() || (choice && particles.stream().anyMatch(one -> one.min() != 1 || one.max() != 1))) {
            throw content.notUnderstood("content of this form");
        }
        return new ElementType(name, choice, List.copyOf(particles), List.of(), null);
    }

    private Particle particle(XsdElement child, String parent) {
        child.onlyAttributes("name", "type", "minOccurs", "maxOccurs");
        String local = child.required("name");
        int type;
        if (child.attribute("type") != null) {
            child.noChildren();
            type = named(child.reference("type"), child);
        } else {
            type = reserve();
            types.set(type, complex(child.child("complexType").onlyAttributes(), parent + '/' + local));
        }
        String namespace = child.node().getOwnerDocument().getDocumentElement().getAttribute("targetNamespace");
        return new Particle(Name.of(namespace, local), type, child.count("minOccurs", 1), child.count("maxOccurs", 1));
    }

    private ElementType valued(XsdElement extension, String name) {
        var value = simpleTypes.named(extension.reference("base"), extension);
        var attributes = new ArrayList<AttributeUse>();
        for (XsdElement attribute : extension.children("attribute")) {
            attribute.onlyAttributes("name", "type", "fixed", "use").noChildren();
            var type = simpleTypes.named(attribute.reference("type"), attribute);
            var fixed = attribute.attribute("fixed");
            var use = attribute.attribute("use");
            if (use != null && !use.equals("required") && !use.equals("optional")) {
                throw attribute.notUnderstood("use " + use);
            }
            attributes.add(new AttributeUse(
                    attribute.required("name"),
                    "required".equals(use),
                    fixed == null ? type : simpleTypes.fixed(type, fixed, attribute)));
        }
        return new ElementType(name, false, List.of(), List.copyOf(attributes), value);
    }
}
