package org.tegata.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a document is read from, perhaps more than once: for its guideline, and for each release that is tried. */
@FunctionalInterface
public interface XmlSource {

    /** The bytes from the first on; whoever opens closes. */
    InputStream open() throws IOException;

    static XmlSource of(byte[] xml) {
        return () -> new ByteArrayInputStream(xml);
    }

    /** A file; it is never held in memory as a whole. */
    static XmlSource of(Path file) {
        return () -> Files.newInputStream(file);
    }
}
