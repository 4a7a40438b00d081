package org.tegata.bl.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The typefaces in the order in which a character looks for its glyph: Liberation Sans (Latin, Greek, Cyrillic; it
 * comes with PDFBox), then Motoya L Cedar (Japanese). A parsed typeface is read by one thread at a time.
 */
final class Typefaces {

    private static final String LIBERATION = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final List<String> JAPANESE =
            List.of("/pdf/fonts/motoya-l-cedar-common.ttf.gz", "/pdf/fonts/motoya-l-cedar-rare.ttf.gz");

    private final List<TrueTypeFont> faces;

    private Typefaces(List<TrueTypeFont> faces) {
        this.faces = faces;
    }

    static Typefaces load() {
        var faces = new ArrayList<TrueTypeFont>();
        faces.add(parse(open(PDDocument.class, LIBERATION)));
        for (var name : JAPANESE) {
            try {
                faces.add(parse(new GZIPInputStream(open(Typefaces.class, name))));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new Typefaces(List.copyOf(faces));
    }

    List<TrueTypeFont> inOrder() {
        return faces;
    }

    private static InputStream open(Class<?> beside, String name) {
        var stream = beside.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the typeface " + name + " is not in this build");
        }
        return stream;
    }

    private static TrueTypeFont parse(InputStream from) {
        try (from) {
            var face = new TTFParser().parse(new RandomAccessReadBuffer(from.readAllBytes()));
            // ligatures would draw two characters as one that nobody can search for
            face.setEnableGsub(false);
            return face;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
