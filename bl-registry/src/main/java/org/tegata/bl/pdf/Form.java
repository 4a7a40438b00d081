package org.tegata.bl.pdf;

import java.util.ArrayList;
import java.util.List;
import org.tegata.bl.pdf.Letters.Glyph;
import org.tegata.bl.pdf.Paper.Bilingual;
import org.tegata.bl.pdf.Sheets.Ink;

/** Fills boxes; a text that is too long for its box, even small, is put on a later page in full. */
final class Form {

    private static final float[] SIZES = {8f, 7.2f, 6.4f, 5.8f};
    private static final String CONTINUED = "… in full on a later page ／ 全文は続紙に記載";

    private final Sheets sheets;
    private final Wrap wrap;
    private final List<Continued> continued = new ArrayList<>();

    Form(Sheets sheets, Wrap wrap) {
        this.sheets = sheets;
        this.wrap = wrap;
    }

    /** What did not fit. */
    record Continued(Bilingual label, String text) {}

    List<Continued> continued() {
        return List.copyOf(continued);
    }

    void fill(Box box) {
        sheets.frame(box.x(), box.y(), box.width(), box.height(), Ink.BLACK, 0.5f);
        label(box.x() + 3, box.y() + 7, box.label());
        text(box, 8.5f);
    }

    void label(float x, float y, Bilingual label) {
        sheets.plain(x, y, 5.6f, label.english() + "  " + label.japanese(), Ink.GREY);
    }

    /** Small print beside a box. */
    void note(float x, float y, float width, float size, String text) {
        float at = y;
        for (var line : wrap.lines(text, size, width)) {
            at += step(size);
            sheets.draw(x, at, size, line, Ink.BLACK, false);
        }
    }

    private void text(Box box, float below) {
        if (box.text().isEmpty()) {
            return;
        }
        float width = box.width() - 6;
        float room = box.height() - below - 1.5f;
        for (float size : SIZES) {
            var lines = wrap.lines(box.text(), size, width);
            if (lines.size() * step(size) <= room) {
                put(box, below, size, lines);
                return;
            }
        }
        float size = SIZES[SIZES.length - 1];
        int fit = Math.max(0, (int) (room / step(size)) - 1);
        var lines = wrap.lines(box.text(), size, width);
        put(box, below, size, lines.subList(0, Math.min(fit, lines.size())));
        sheets.plain(box.x() + 3, box.y() + box.height() - 2.5f, 5.6f, CONTINUED, Ink.RED);
        continued.add(new Continued(box.label(), box.text()));
    }

    private void put(Box box, float below, float size, List<List<Glyph>> lines) {
        float y = box.y() + below;
        for (var line : lines) {
            y += step(size);
            sheets.draw(box.x() + 3, y - 1, size, line, Ink.BLACK, false);
        }
    }

    private static float step(float size) {
        return size * 1.16f;
    }
}
