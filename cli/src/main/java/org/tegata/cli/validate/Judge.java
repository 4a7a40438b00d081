package org.tegata.cli.validate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Judges documents of one kind; thread-safe. A new kind of document is one more of these. */
public interface Judge {

    /** Whether it is this one's document, as far as its first bytes say. */
    boolean knows(Beginning beginning);

    /** How the names of its files end, in small letters: what is taken from folders. */
    Set<String> extensions();

    /**
     * The verdict, and whether the caller's policy lets the document pass.
     *
     * @throws org.tegata.problem.Rejected when nothing can be said of it but that
     * @throws NotRead the same, where no service would answer with a problem
     */
    Opinion judge(Document document) throws IOException, NotRead;

    /** What is judged; may be opened more than once. */
    @FunctionalInterface
    interface Document {

        /** The bytes from the first on; whoever opens closes. */
        InputStream open() throws IOException;

        static Document of(byte[] bytes) {
            return () -> new ByteArrayInputStream(bytes);
        }

        /** A file; it need not be held in memory as a whole. */
        static Document of(Path file) {
            return () -> Files.newInputStream(file);
        }
    }

    /** A verdict, which is the same for everybody, and what this caller makes of it. */
    record Opinion(Verdict verdict, boolean accepted) {}
}
