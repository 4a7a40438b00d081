package org.tegata.xml;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLStreamException;
import org.tegata.problem.Rejected;

/** One document type's binding: bytes to generated classes and back. Thread-safe. */
public final class Jaxb<T> {

    private final Class<T> root;
    private final JAXBContext context;

    /** Binds a document whose root element is of type {@code root}. */
    public Jaxb(Class<T> root) {
        this.root = root;
        try {
            this.context = JAXBContext.newInstance(root);
        } catch (JAXBException broken) {
            throw new IllegalStateException("no binding for " + root.getName(), broken);
        }
    }

    /** The view of bytes that passed their {@link SchemaCheck}. */
    public T read(byte[] xml) {
        try {
            var reader = SafeXml.reader(xml);
            try {
                return context.createUnmarshaller().unmarshal(reader, root).getValue();
            } finally {
                reader.close();
            }
        } catch (JAXBException | XMLStreamException unreadable) {
            throw new Rejected(XmlProblem.XML_MALFORMED, "The XML cannot be read as %s", root.getSimpleName());
        }
    }

    /** The bytes of a document that we write ourselves: UTF-8, indented. */
    public byte[] write(JAXBElement<T> document) {
        try {
            var out = new ByteArrayOutputStream();
            var marshaller = context.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
            marshaller.setProperty(Marshaller.JAXB_ENCODING, "UTF-8");
            marshaller.marshal(document, out);
            return out.toByteArray();
        } catch (JAXBException broken) {
            throw new IllegalStateException("cannot write " + root.getSimpleName(), broken);
        }
    }
}
