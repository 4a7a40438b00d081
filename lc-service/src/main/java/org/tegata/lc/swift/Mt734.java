package org.tegata.lc.swift;

import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.Presentation;
import org.tegata.lc.domain.RuleResult;

/** The refusal notice as the text of an MT734: block 4 only, since the headers belong to the bank's own terminal. */
public final class Mt734 {

    private static final int REFERENCE_LENGTH = 16;
    private static final int LINE_LENGTH = 50;
    private static final int MAX_LINES = 70;
    private static final int DISPOSAL_LINE_LENGTH = 35;

    private Mt734() {}

    /** The text for a presentation that was refused. */
    public static String write(Credit credit, Presentation presentation) {
        var notice = presentation.refusal();
        if (notice == null) {
            throw new IllegalArgumentException("only a refused presentation has a notice of refusal");
        }
        var lines = new ArrayList<String>();
        // The last 16 hexadecimal digits of a UUIDv7 are its random part: our reference of this refusal.
        String id = presentation.id().toString().replace("-", "").toUpperCase(Locale.ROOT);
        lines.add(":20:" + id.substring(id.length() - REFERENCE_LENGTH));
        lines.add(":21:" + credit.terms().heading().number());
        String date = notice.at().atZone(ZoneOffset.UTC).toLocalDate().format(Mt700Values.DATE);
        var drawing = presentation.drawing();
        String amount = drawing.amount().toPlainString();
        lines.add(
                ":32A:" + date + drawing.currency() + (amount.contains(".") ? amount.replace('.', ',') : amount + ","));
        lines.add(":77J:" + String.join("\r\n", discrepancies(notice.discrepancies())));
        String disposal = "/" + notice.disposal().name() + "/";
        lines.add(":77B:" + disposal.substring(0, Math.min(DISPOSAL_LINE_LENGTH, disposal.length())));
        return String.join("\r\n", lines);
    }

    /** Every discrepancy, in lines of the z set; each starts with a plus sign. */
    private static List<String> discrepancies(List<RuleResult> discrepancies) {
        var lines = new ArrayList<String>();
        for (var discrepancy : discrepancies) {
            String text = plain("+" + discrepancy.message() + " (" + discrepancy.article() + ")");
            while (text.length() > LINE_LENGTH) {
                int at = text.lastIndexOf(' ', LINE_LENGTH);
                int cut = at <= 0 ? LINE_LENGTH : at;
                lines.add(text.substring(0, cut));
                text = text.substring(cut).strip();
                // A line must not read as a new field or as the end of the message.
                text = text.startsWith("-") || text.startsWith(":") ? "." + text : text;
            }
            lines.add(text);
        }
        if (lines.size() > MAX_LINES) {
            throw new IllegalStateException("more discrepancies than one MT734 carries; continue by MT759");
        }
        return lines;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('|', '/')
                .replaceAll("[^A-Z0-9/\\-?:().,'+ =!\"%&*<>;{@#_]", ".");
    }
}
