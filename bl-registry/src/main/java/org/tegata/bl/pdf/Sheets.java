package org.tegata.bl.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.tegata.bl.pdf.Letters.Glyph;
import org.tegata.bl.pdf.Paper.Bilingual;

/**
 * The pages of one file, A4, measured in points from the upper left corner. Every page says whose copy it is, which
 * bill, and which page of how many.
 */
final class Sheets {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float LEFT = 28;
    static final float RIGHT = WIDTH - 28;
    static final float TOP = 62;
    static final float BOTTOM = HEIGHT - 46;

    /** What does not fit on so many pages is told to be in the attached files. */
    static final int MOST_PAGES = 500;

    private final PDDocument file;
    private final Letters letters;
    private final Paper paper;
    private final List<PDPageContentStream> pages = new ArrayList<>();
    private PDPageContentStream page;
    private boolean cut;

    Sheets(PDDocument file, Letters letters, Paper paper) {
        this.file = file;
        this.letters = letters;
        this.paper = paper;
        this.page = open();
    }

    /** How a text looks. */
    enum Ink {
        BLACK(0f, 0f, 0f),
        GREY(0.35f, 0.35f, 0.35f),
        PALE(0.88f, 0.88f, 0.88f),
        RED(0.66f, 0f, 0f);

        private final float red;
        private final float green;
        private final float blue;

        Ink(float red, float green, float blue) {
            this.red = red;
            this.green = green;
            this.blue = blue;
        }
    }

    /** Whether the last page is full; what is written from now on is not shown. */
    boolean isCut() {
        return cut;
    }

    int count() {
        return pages.size();
    }

    /** A new page under that heading. */
    void next(Bilingual heading) {
        if (pages.size() >= MOST_PAGES) {
            cut = true;
            return;
        }
        page = open();
        bold(LEFT, 40, 11, heading.english(), Ink.BLACK);
        plain(LEFT, 52, 8, heading.japanese(), Ink.GREY);
        rightAligned(RIGHT, 40, 9, paper.kind().heading().english() + " " + paper.number(), Ink.BLACK);
        var marking = paper.marking().english() + "  " + paper.marking().japanese();
        rightAligned(RIGHT, 52, 8, marking, paper.original() ? Ink.BLACK : Ink.RED);
        line(LEFT, 56, RIGHT, 56, 0.6f);
    }

    private PDPageContentStream open() {
        try {
            var sheet = new PDPage(PDRectangle.A4);
            file.addPage(sheet);
            var stream = new PDPageContentStream(file, sheet);
            pages.add(stream);
            page = stream;
            if (!paper.original()) {
                watermark(stream);
            }
            return stream;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void watermark(PDPageContentStream on) throws IOException {
        diagonal(on, 150, 190, 50, paper.marking().english());
        diagonal(on, 235, 205, 24, paper.marking().japanese());
    }

    private void diagonal(PDPageContentStream on, float x, float y, float size, String text) throws IOException {
        on.beginText();
        color(on, Ink.PALE);
        on.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(54), x, y));
        show(on, letters.glyphs(text), size);
        on.endText();
    }

    void plain(float x, float y, float size, String text, Ink ink) {
        draw(x, y, size, letters.glyphs(text), ink, false);
    }

    void bold(float x, float y, float size, String text, Ink ink) {
        draw(x, y, size, letters.glyphs(text), ink, true);
    }

    void rightAligned(float x, float y, float size, String text, Ink ink) {
        plain(x - letters.width(text, size), y, size, text, ink);
    }

    void draw(float x, float y, float size, List<Glyph> glyphs, Ink ink, boolean bold) {
        if (cut || glyphs.isEmpty()) {
            return;
        }
        try {
            page.beginText();
            color(page, ink);
            if (bold) {
                page.setRenderingMode(RenderingMode.FILL_STROKE);
                page.setStrokingColor(ink.red, ink.green, ink.blue);
                page.setLineWidth(size * 0.035f);
            }
            page.newLineAtOffset(x, HEIGHT - y);
            show(page, glyphs, size);
            if (bold) {
                page.setRenderingMode(RenderingMode.FILL);
            }
            page.endText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Runs of one typeface. */
    private void show(PDPageContentStream on, List<Glyph> glyphs, float size) throws IOException {
        int start = 0;
        while (start < glyphs.size()) {
            int face = glyphs.get(start).face();
            var run = new StringBuilder();
            int end = start;
            while (end < glyphs.size() && glyphs.get(end).face() == face) {
                run.appendCodePoint(glyphs.get(end).codePoint());
                end++;
            }
            on.setFont(letters.font(face), size);
            on.showText(run.toString());
            start = end;
        }
    }

    private static void color(PDPageContentStream on, Ink ink) throws IOException {
        on.setNonStrokingColor(ink.red, ink.green, ink.blue);
    }

    void line(float x1, float y1, float x2, float y2, float thickness) {
        if (cut) {
            return;
        }
        try {
            page.setStrokingColor(0f, 0f, 0f);
            page.setLineWidth(thickness);
            page.moveTo(x1, HEIGHT - y1);
            page.lineTo(x2, HEIGHT - y2);
            page.stroke();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void frame(float x, float y, float width, float height, Ink ink, float thickness) {
        if (cut) {
            return;
        }
        try {
            page.setStrokingColor(ink.red, ink.green, ink.blue);
            page.setLineWidth(thickness);
            page.addRect(x, HEIGHT - y - height, width, height);
            page.stroke();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Filled bars, as a QR code is made of; each is {@code {x, y, width}} from its upper left corner. */
    void bars(List<float[]> bars, float height) {
        if (cut) {
            return;
        }
        try {
            color(page, Ink.BLACK);
            for (var bar : bars) {
                page.addRect(bar[0], HEIGHT - bar[1] - height, bar[2], height);
            }
            page.fill();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Puts what needs the number of pages under each, and ends them. */
    void finish() {
        boolean tooLong = cut;
        cut = false;
        try {
            for (int i = 0; i < pages.size(); i++) {
                page = pages.get(i);
                foot(i + 1, pages.size(), tooLong);
                page.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void foot(int number, int of, boolean tooLong) {
        line(LEFT, HEIGHT - 42, RIGHT, HEIGHT - 42, 0.4f);
        var whose = paper.kind().heading().english() + " " + paper.number() + "   "
                + paper.marking().english();
        plain(LEFT, HEIGHT - 33, 7, whose, paper.original() ? Ink.BLACK : Ink.RED);
        rightAligned(
                RIGHT, HEIGHT - 33, 7, "Page " + number + " of " + of + "  ／  " + number + "／" + of + "頁", Ink.BLACK);
        var view = "View of the electronic record at head " + paper.head() + ", rendered " + paper.renderedAt()
                + "; the record in the register decides.";
        plain(LEFT, HEIGHT - 24, 6, view, Ink.GREY);
        var japanese = "本書は上記時点の電子記録を表示したものであり、効力は登録簿上の記録による。";
        plain(LEFT, HEIGHT - 16, 6, japanese, Ink.GREY);
        if (tooLong) {
            var notice = "INCOMPLETE: cut at " + MOST_PAGES + " pages; the attached files say everything.  "
                    + "頁数超過のため一部省略。全文は添付ファイルによる。";
            rightAligned(RIGHT, HEIGHT - 16, 6.5f, notice, Ink.RED);
        }
    }
}
