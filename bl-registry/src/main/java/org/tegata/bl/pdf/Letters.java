package org.tegata.bl.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Which glyph a character gets in one file. A character that has none, or that would change how others look (controls,
 * bidirectional overrides, zero width, right-to-left letters), is shown as a box and listed, never dropped.
 */
final class Letters {

    /** U+25A1 WHITE SQUARE stands for what cannot be shown. */
    static final int REPLACEMENT = 0x25A1;

    /** Advances are in thousandths of the size, as in PDF. */
    private static final float EM = 1000f;

    private final List<TrueTypeFont> faces;
    private final List<PDFont> fonts = new ArrayList<>();
    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private final Map<Integer, Integer> replaced = new TreeMap<>();

    Letters(PDDocument file, Typefaces typefaces) {
        faces = typefaces.inOrder();
        try {
            for (var face : faces) {
                fonts.add(PDType0Font.load(file, face, true));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A character as it is drawn; {@code of} is what the text says, {@code codePoint} what is shown for it. */
    record Glyph(int of, int codePoint, int face, float advance) {

        boolean isBlank() {
            return of == ' ' || of == 0x3000;
        }

        /** Whether a line may end before or after it though there is no blank: Japanese is written without. */
        boolean isIdeographic() {
            return codePoint >= 0x2E80;
        }
    }

    PDFont font(int face) {
        return fonts.get(face);
    }

    List<Glyph> glyphs(String text) {
        var composed = composed(text);
        var all = new ArrayList<Glyph>(composed.length());
        composed.codePoints().forEach(codePoint -> all.add(glyph(codePoint)));
        return all;
    }

    float width(String text, float size) {
        float width = 0;
        for (var glyph : glyphs(text)) {
            width += glyph.advance;
        }
        return width * size / EM;
    }

    /** Counts what of that text is not shown as itself; line breaks and tabs are white space, nothing is lost there. */
    void survey(String text) {
        composed(text).codePoints().forEach(codePoint -> {
            if (!isBreak(codePoint) && glyph(codePoint).codePoint != codePoint) {
                replaced.merge(codePoint, 1, Integer::sum);
            }
        });
    }

    /** What was not shown as itself, and how often, by code point. */
    Map<Integer, Integer> replaced() {
        return replaced;
    }

    static boolean isBreak(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }

    private Glyph glyph(int codePoint) {
        return glyphs.computeIfAbsent(codePoint, this::find);
    }

    private Glyph find(int codePoint) {
        int shown = isBreak(codePoint) ? ' ' : isPlain(codePoint) ? codePoint : REPLACEMENT;
        var found = in(shown, codePoint);
        return found == null ? required(in(REPLACEMENT, codePoint)) : found;
    }

    private static Glyph required(@Nullable Glyph box) {
        if (box == null) {
            throw new IllegalStateException("no typeface has the box for what it cannot show");
        }
        return box;
    }

    private @Nullable Glyph in(int shown, int of) {
        try {
            for (int i = 0; i < faces.size(); i++) {
                var face = faces.get(i);
                int glyph = face.getUnicodeCmapLookup().getGlyphId(shown);
                if (glyph > 0) {
                    return new Glyph(of, shown, i, face.getAdvanceWidth(glyph) * EM / face.getUnitsPerEm());
                }
            }
            return null;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One character, one glyph, from left to right, with a width. */
    private static boolean isPlain(int codePoint) {
        boolean kind = switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> true;
        };
        return kind
                && switch (Character.getDirectionality(codePoint)) {
                    case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> false;
                    default -> true;
                };
    }

    /** A letter and its combining mark as one character where there is one: e and U+0301 are é. */
    private static String composed(String text) {
        boolean marked = text.codePoints().anyMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK);
        return marked ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
    }
}
