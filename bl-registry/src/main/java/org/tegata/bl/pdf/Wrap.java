package org.tegata.bl.pdf;

import java.util.ArrayList;
import java.util.List;
import org.tegata.bl.pdf.Letters.Glyph;

/** Breaks text into lines of a width: at blanks, between Japanese characters, and inside a word only if it must. */
final class Wrap {

    private static final float EM = 1000f;

    /** What may not begin a line in Japanese (kinsoku), as far as a form needs it. */
    private static final String NEVER_FIRST = "、。，．・：；？！ー）」』】〕］｝々ぁぃぅぇぉっゃゅょァィゥェォッャュョ";

    private final Letters letters;

    Wrap(Letters letters) {
        this.letters = letters;
    }

    List<List<Glyph>> lines(String text, float size, float width) {
        var lines = new ArrayList<List<Glyph>>();
        for (var paragraph : text.split("\\r\\n|\\r|\\n", -1)) {
            paragraph(letters.glyphs(paragraph), width * EM / size, lines);
        }
        return lines;
    }

    private static void paragraph(List<Glyph> glyphs, float width, List<List<Glyph>> lines) {
        int start = 0;
        do {
            int end = fitting(glyphs, start, width);
            lines.add(trimmed(glyphs, start, end));
            start = end;
            while (start < glyphs.size() && glyphs.get(start).isBlank()) {
                start++;
            }
        } while (start < glyphs.size());
    }

    /** Where the line that begins at {@code start} ends: at least one character further on. */
    private static int fitting(List<Glyph> glyphs, int start, float width) {
        float used = 0;
        int allowed = start;
        for (int i = start; i < glyphs.size(); i++) {
            var glyph = glyphs.get(i);
            if (i > start && mayBreakBefore(glyphs, i)) {
                allowed = i;
            }
            used += glyph.advance();
            if (used > width && !glyph.isBlank()) {
                return allowed > start ? allowed : Math.max(i, start + 1);
            }
        }
        return glyphs.size();
    }

    private static boolean mayBreakBefore(List<Glyph> glyphs, int at) {
        var before = glyphs.get(at - 1);
        var here = glyphs.get(at);
        if (here.isBlank()) {
            return false;
        }
        return before.isBlank()
                || ((before.isIdeographic() || here.isIdeographic()) && NEVER_FIRST.indexOf(here.codePoint()) < 0);
    }

    private static List<Glyph> trimmed(List<Glyph> glyphs, int start, int end) {
        int last = end;
        while (last > start && glyphs.get(last - 1).isBlank()) {
            last--;
        }
        return glyphs.subList(start, last);
    }
}
