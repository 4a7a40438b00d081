package org.tegata.bl.pdf;

import java.util.List;
import java.util.Map;
import org.tegata.bl.pdf.Flow.Cell;
import org.tegata.bl.pdf.Paper.Bilingual;
import org.tegata.bl.pdf.Sheets.Ink;
import org.tegata.xml.Digest;

/** What follows the first page: its continuation, the goods, the carrier's terms, the endorsements, the annex. */
final class BackPages {

    private final Sheets sheets;
    private final Wrap wrap;
    private final Paper paper;
    private final Said document;

    BackPages(Sheets sheets, Wrap wrap, Paper paper, Said document) {
        this.sheets = sheets;
        this.wrap = wrap;
        this.paper = paper;
        this.document = document;
    }

    void continuation(List<Form.Continued> boxes) {
        if (boxes.isEmpty()) {
            return;
        }
        var flow = new Flow(sheets, wrap, new Bilingual("CONTINUATION OF THE FIRST PAGE", "続紙"), 1);
        for (var box : boxes) {
            flow.title(box.label());
            flow.paragraph(box.text(), 8, Ink.BLACK);
        }
    }

    void terms() {
        var terms = document.text("termsAndConditions");
        if (!terms.isBlank()) {
            var flow = new Flow(sheets, wrap, new Bilingual("CARRIER'S TERMS AND CONDITIONS", "運送約款"), 2);
            flow.paragraph(terms, 6.4f, Ink.BLACK);
        }
    }

    void endorsements() {
        var heading = paper.kind() == Paper.Kind.SEA_WAYBILL
                ? new Bilingual("THE RECORD OF THE WAYBILL", "海上運送状の記録")
                : new Bilingual("ENDORSEMENTS AND TRANSFERS", "裏書・移転の記録");
        var flow = new Flow(sheets, wrap, heading, 1);
        for (var change : paper.changesOfMedium()) {
            flow.framed(change.english(), change.japanese());
        }
        flow.title(new Bilingual("How it stands", "現在の状態"));
        for (var fact : paper.standing()) {
            var name = fact.name().english() + "  " + fact.name().japanese();
            flow.row(8, false, List.of(new Cell(name, 0.35f), new Cell(fact.value(), 0.65f)));
        }
        amendments(flow);
        flow.title(new Bilingual("The record, entry by entry", "記録（各記入事項）"));
        var head = cells("No. 番号", "Recorded (UTC) 記録時", "What 内容", "Seal, SHA-256 封印");
        flow.head(() -> flow.row(6.8f, true, head));
        for (var act : paper.acts()) {
            var words = act.words().english() + "\n" + act.words().japanese();
            flow.row(7.6f, false, cells(act.sequence(), act.recordedAt(), words, act.checksum()));
        }
    }

    private static List<Cell> cells(String number, String at, String what, String seal) {
        return List.of(new Cell(number, 0.08f), new Cell(at, 0.2f), new Cell(what, 0.46f), new Cell(seal, 0.26f));
    }

    private void amendments(Flow flow) {
        if (paper.amendments().isEmpty()) {
            return;
        }
        flow.title(new Bilingual("Amended information (in place of an earlier bill)", "変更された情報（旧証券との相違）"));
        flow.row(7, true, thirds("Where 項目", "In the bill replaced 旧証券", "In this bill 本証券"));
        for (var amended : paper.amendments()) {
            flow.row(7, false, thirds(amended.path(), amended.before(), amended.after()));
        }
    }

    private static List<Cell> thirds(String one, String two, String three) {
        return List.of(new Cell(one, 0.34f), new Cell(two, 0.33f), new Cell(three, 0.33f));
    }

    /** Called last: what no box has said, what cannot be shown, what is attached. */
    void annex(Map<Integer, Integer> replaced) {
        var flow = new Flow(sheets, wrap, new Bilingual("ANNEX", "付属書"), 1);
        rest(flow);
        unsaid(flow);
        characters(flow, replaced);
        attachments(flow);
        flow.paragraph(
                "Record " + paper.id() + ", version " + paper.version() + ", head " + paper.head() + ", document "
                        + paper.checksum() + ".",
                7,
                Ink.GREY);
    }

    private void rest(Flow flow) {
        flow.title(new Bilingual("A. Further particulars of the document", "その他の記載事項"));
        var left = document.leftOver();
        if (left.isEmpty()) {
            flow.paragraph("None. Everything is in the boxes before.  なし", 7.5f, Ink.BLACK);
        }
        for (var leaf : left) {
            if (sheets.isCut()) {
                return;
            }
            flow.row(7, false, List.of(new Cell(words(leaf.pointer()), 0.5f), new Cell(leaf.value(), 0.5f)));
        }
    }

    /** A pointer as words, counted from one as people count. */
    private static String words(String pointer) {
        var words = new StringBuilder();
        for (var token : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
            words.append(words.isEmpty() ? "" : " / ");
            boolean index = token.matches("[0-9]{1,6}");
            words.append(index ? Integer.toString(Integer.parseInt(token) + 1) : token);
        }
        return words.toString();
    }

    private void unsaid(Flow flow) {
        if (paper.unsaid().isEmpty()) {
            return;
        }
        flow.title(new Bilingual(
                "B. Said in the document that came, and not in DCSA's transport document", "DCSA文書に表現できない記載事項"));
        for (var one : paper.unsaid()) {
            flow.row(7, false, thirds(one.location(), one.value(), one.reason()));
        }
    }

    private static void characters(Flow flow, Map<Integer, Integer> replaced) {
        if (replaced.isEmpty()) {
            return;
        }
        flow.title(new Bilingual(
                "C. Characters that are shown as □: no glyph here, or not a visible character of left-to-right text",
                "□で表示した文字"));
        replaced.forEach((codePoint, times) -> {
            var name = Character.getName(codePoint);
            var code = "U+%04X".formatted(codePoint);
            flow.row(7, false, thirds(code, name == null ? "not assigned" : name, times + "×"));
        });
    }

    private void attachments(Flow flow) {
        if (paper.attachments().isEmpty()) {
            return;
        }
        flow.title(new Bilingual("D. Files attached to this one (PDF/A-3 associated files)", "添付ファイル"));
        for (var file : paper.attachments()) {
            var size = file.name() + "\n" + file.content().length + " bytes";
            var digest = Digest.sha256Hex(file.content());
            flow.row(7, false, thirds(size, file.what() + "\n" + file.mediaType(), "SHA-256 " + digest));
        }
    }

    /** All text that is shown, for the list of characters that are not. */
    static void survey(Letters letters, Paper paper) {
        for (var leaf : Said.of(paper.document()).leftOver()) {
            letters.survey(leaf.value());
            letters.survey(leaf.pointer());
        }
        paper.acts().forEach(act -> letters.survey(act.words().english()));
        paper.amendments().forEach(one -> letters.survey(one.before() + one.after()));
        paper.standing().forEach(fact -> letters.survey(fact.value()));
        paper.changesOfMedium().forEach(one -> letters.survey(one.english()));
        paper.unsaid().forEach(one -> letters.survey(one.value() + one.location()));
    }
}
