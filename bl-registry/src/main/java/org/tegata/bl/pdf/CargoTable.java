package org.tegata.bl.pdf;

import java.util.ArrayList;
import java.util.List;
import org.tegata.bl.pdf.Flow.Cell;
import org.tegata.bl.pdf.Letters.Glyph;
import org.tegata.bl.pdf.Paper.Bilingual;
import org.tegata.bl.pdf.Sheets.Ink;

/** The goods on the first page if they fit there, else as a list on pages of their own. */
final class CargoTable {

    private static final float SIZE = 7.2f;
    private static final float STEP = 8.6f;
    private static final float GAP = 4;
    private static final float[] X = {Sheets.LEFT, 158, 238, 433, 500, Sheets.RIGHT};
    private static final float[] SHARE = {0.25f, 0.16f, 0.35f, 0.12f, 0.12f};
    private static final List<Bilingual> HEADINGS = List.of(
            new Bilingual("Marks & Nos.; container, seal", "荷印・コンテナ・シール"),
            new Bilingual("No. & kind of packages", "個数・包装"),
            new Bilingual("Description of goods", "品名"),
            new Bilingual("Gross weight", "総重量"),
            new Bilingual("Measurement", "容積"));
    private static final Bilingual ATTACHED = new Bilingual("ATTACHED LIST OF GOODS", "添付明細書");

    private static final Cargo.Row AS_ATTACHED = new Cargo.Row("", "", "AS PER ATTACHED LIST\n添付明細書のとおり", "", "");

    private final Sheets sheets;
    private final Wrap wrap;
    private final Cargo cargo;
    private boolean attached;

    CargoTable(Sheets sheets, Wrap wrap, Cargo cargo) {
        this.sheets = sheets;
        this.wrap = wrap;
        this.cargo = cargo;
    }

    void onFrontPage(Form form, float top, float bottom) {
        sheets.frame(Sheets.LEFT, top, Sheets.RIGHT - Sheets.LEFT, bottom - top, Ink.BLACK, 0.5f);
        for (int i = 0; i < HEADINGS.size(); i++) {
            sheets.plain(X[i] + 3, top + 7, 5.6f, HEADINGS.get(i).english(), Ink.GREY);
            sheets.plain(X[i] + 3, top + 14, 5.6f, HEADINGS.get(i).japanese(), Ink.GREY);
            if (i > 0) {
                sheets.line(X[i], top, X[i], bottom + 30, 0.3f);
            }
        }
        sheets.line(Sheets.LEFT, top + 17, Sheets.RIGHT, top + 17, 0.3f);
        var fitting = fitting(bottom - top - 30);
        put(attached ? List.of(broken(AS_ATTACHED)) : fitting, top + 19);
        sheets.plain(X[2] + 3, bottom - 3, 5.6f, "Particulars as declared by the shipper  荷送人の申告による", Ink.GREY);
        sheets.frame(Sheets.LEFT, bottom, Sheets.RIGHT - Sheets.LEFT, 30, Ink.BLACK, 0.5f);
        form.label(Sheets.LEFT + 3, bottom + 7, new Bilingual("Total", "合計"));
        put(List.of(broken(cargo.total())), bottom + 8);
    }

    /** All pages that the list needs; none if it is on the first page. */
    void attach() {
        if (!attached) {
            return;
        }
        var flow = new Flow(sheets, wrap, ATTACHED, 1);
        var names = HEADINGS.stream().map(name -> name.english() + "\n" + name.japanese());
        var head = cells(names.toList());
        flow.head(() -> flow.row(6.4f, true, head));
        for (var row : cargo.rows()) {
            if (sheets.isCut()) {
                return;
            }
            flow.row(SIZE, false, cells(row.cells()));
        }
        var total = cargo.total();
        flow.row(
                SIZE,
                true,
                cells(List.of(
                        "TOTAL 合計\n" + total.marks(), total.packages(), "", total.weight(), total.measurement())));
    }

    private static List<Cell> cells(List<String> texts) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(new Cell(texts.get(i), SHARE[i]));
        }
        return cells;
    }

    /** The rows broken into lines, as far as there is room; there is none for all if the list is attached. */
    private List<Broken> fitting(float room) {
        var rows = new ArrayList<Broken>();
        float used = 0;
        for (var row : cargo.rows()) {
            var next = broken(row);
            used += next.height() * STEP + GAP;
            if (used > room) {
                attached = true;
                return rows;
            }
            rows.add(next);
        }
        return rows;
    }

    private Broken broken(Cargo.Row row) {
        var columns = new ArrayList<List<List<Glyph>>>();
        var cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            columns.add(cells.get(i).isEmpty() ? List.of() : wrap.lines(cells.get(i), SIZE, X[i + 1] - X[i] - 6));
        }
        return new Broken(columns);
    }

    private void put(List<Broken> rows, float top) {
        float y = top;
        for (var row : rows) {
            for (int column = 0; column < row.columns().size(); column++) {
                float at = y;
                for (var line : row.columns().get(column)) {
                    at += STEP;
                    sheets.draw(X[column] + 3, at, SIZE, line, Ink.BLACK, false);
                }
            }
            y += row.height() * STEP + GAP;
        }
    }

    /** A row: for each column its lines. */
    private record Broken(List<List<List<Glyph>>> columns) {

        int height() {
            return columns.stream().mapToInt(List::size).max().orElse(0);
        }
    }
}
