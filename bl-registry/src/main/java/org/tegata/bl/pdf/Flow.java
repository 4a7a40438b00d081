package org.tegata.bl.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.pdf.Letters.Glyph;
import org.tegata.bl.pdf.Paper.Bilingual;
import org.tegata.bl.pdf.Sheets.Ink;

/** Text that runs down a page in one or more columns, and on to the next page under the same heading. */
final class Flow {

    private static final float GUTTER = 14;
    private static final float LEADING = 1.28f;

    private final Sheets sheets;
    private final Wrap wrap;
    private final Bilingual heading;
    private final int columns;
    private final float columnWidth;
    private @Nullable Runnable head;
    private int column;
    private float y;

    Flow(Sheets sheets, Wrap wrap, Bilingual heading, int columns) {
        this.sheets = sheets;
        this.wrap = wrap;
        this.heading = heading;
        this.columns = columns;
        this.columnWidth = (Sheets.RIGHT - Sheets.LEFT - (columns - 1) * GUTTER) / columns;
        turn();
    }

    /** One cell of a row: its text, and what share of the row it takes. */
    record Cell(String text, float share) {}

    private float x() {
        return Sheets.LEFT + column * (columnWidth + GUTTER);
    }

    private void turn() {
        sheets.next(heading);
        column = 0;
        y = Sheets.TOP + 4;
        if (head != null) {
            head.run();
        }
    }

    /** A row that stands above the table on each page; null ends the table. */
    void head(@Nullable Runnable row) {
        head = row;
        if (row != null) {
            row.run();
        }
    }

    private void need(float height) {
        if (y + height <= Sheets.BOTTOM) {
            return;
        }
        column++;
        y = Sheets.TOP + 4;
        if (column == columns) {
            turn();
        }
    }

    void title(Bilingual title) {
        need(40);
        y += 18;
        sheets.bold(x(), y, 9, title.english(), Ink.BLACK);
        y += 10;
        sheets.plain(x(), y, 7, title.japanese(), Ink.GREY);
        y += 7;
    }

    void paragraph(String text, float size, Ink ink) {
        float step = size * LEADING;
        for (var line : wrap.lines(text, size, columnWidth)) {
            if (sheets.isCut()) {
                return;
            }
            need(step);
            y += step;
            sheets.draw(x(), y, size, line, ink, false);
        }
        y += size * 0.5f;
    }

    void framed(String english, String japanese) {
        var lines = new ArrayList<>(wrap.lines(english, 8.5f, columnWidth - 16));
        lines.addAll(wrap.lines(japanese, 8.5f, columnWidth - 16));
        if (lines.size() > 30) {
            paragraph(english, 8.5f, Ink.BLACK);
            paragraph(japanese, 8.5f, Ink.BLACK);
            return;
        }
        float height = lines.size() * 11.5f + 8;
        need(height + 6);
        y += 4;
        sheets.frame(x(), y, columnWidth, height, Ink.BLACK, 0.8f);
        float at = y + 2;
        for (var line : lines) {
            at += 11.5f;
            sheets.draw(x() + 8, at, 8.5f, line, Ink.BLACK, false);
        }
        y += height + 4;
    }

    /** A row of a table; a long cell runs on over pages, its neighbours stay where they begin. */
    void row(float size, boolean bold, List<Cell> cells) {
        float step = size * LEADING;
        var texts = new ArrayList<List<List<Glyph>>>();
        int rows = 1;
        for (var cell : cells) {
            var lines = wrap.lines(cell.text(), size, columnWidth * cell.share() - 6);
            texts.add(lines);
            rows = Math.max(rows, lines.size());
        }
        // a short row stays together
        need(Math.min(rows, 12) * step + 4);
        y += 1;
        for (int i = 0; i < rows && !sheets.isCut(); i++) {
            need(step);
            y += step;
            float at = x();
            for (int cell = 0; cell < cells.size(); cell++) {
                if (i < texts.get(cell).size()) {
                    sheets.draw(at, y, size, texts.get(cell).get(i), Ink.BLACK, bold);
                }
                at += columnWidth * cells.get(cell).share();
            }
        }
        y += 3;
        sheets.line(x(), y, x() + columnWidth, y, bold ? 0.6f : 0.2f);
    }
}
