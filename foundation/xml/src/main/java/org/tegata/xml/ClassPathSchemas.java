package org.tegata.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.net.URL;
import javax.xml.transform.stream.StreamSource;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/** Finds the schemas that a schema includes on the class path, in the root's folder or below it; nowhere else. */
final class ClassPathSchemas implements LSResourceResolver {

    private static final String SCHEME = "classpath";

    private final Class<?> anchor;
    private final String folder;

    ClassPathSchemas(Class<?> anchor, String rootXsd) {
        this.anchor = anchor;
        this.folder = rootXsd.substring(0, rootXsd.lastIndexOf('/') + 1);
    }

    static StreamSource source(URL root) throws IOException {
        return new StreamSource(
                root.openStream(),
                SCHEME + ":/" + root.getPath().substring(root.getPath().lastIndexOf('/') + 1));
    }

    @Override
    public LSInput resolveResource(
            String type,
            @Nullable String namespace,
            @Nullable String publicId,
            @Nullable String systemId,
            @Nullable String baseUri) {
        if (systemId == null || systemId.contains(":")) {
            throw new IllegalStateException("a schema names a resource outside its folder: " + systemId);
        }
        URI base = URI.create(baseUri == null ? SCHEME + ":/root.xsd" : baseUri);
        URI target = base.resolve(systemId).normalize();
        InputStream bytes = anchor.getResourceAsStream(folder + target.getPath().substring(1));
        if (bytes == null) {
            throw new IllegalStateException("a schema includes what is not on the class path: " + target);
        }
        return new Found(target.toString(), bytes);
    }

    /** The JDK asks for the byte stream and the system id; the rest of the interface is unused. */
    private record Found(String systemId, InputStream bytes) implements LSInput {

        @Override
        public @Nullable Reader getCharacterStream() {
            return null;
        }

        @Override
        public void setCharacterStream(Reader reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream getByteStream() {
            return bytes;
        }

        @Override
        public void setByteStream(InputStream stream) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable String getStringData() {
            return null;
        }

        @Override
        public void setStringData(String data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getSystemId() {
            return systemId;
        }

        @Override
        public void setSystemId(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable String getPublicId() {
            return null;
        }

        @Override
        public void setPublicId(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable String getBaseURI() {
            return null;
        }

        @Override
        public void setBaseURI(String uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable String getEncoding() {
            return null;
        }

        @Override
        public void setEncoding(String encoding) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCertifiedText(boolean certified) {
            throw new UnsupportedOperationException();
        }
    }
}
