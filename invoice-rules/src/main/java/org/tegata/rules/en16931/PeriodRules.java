package org.tegata.rules.en16931;

import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;
import org.tegata.rules.rule.Wording;

/** The invoicing period of the document (BG-14) and of a line (BG-26): BR-29, BR-30, BR-CO-19, BR-CO-20. */
final class PeriodRules {

    private static final Name START = Name.of("ram:StartDateTime");
    private static final Name END = Name.of("ram:EndDateTime");
    private static final Path DATE = Path.of("udt:DateTimeString");

    private PeriodRules() {}

    static void addTo(Pattern<Totals> pattern) {
        rules(
                pattern.on("//ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod"),
                "BR-30",
                "BR-CO-20",
                "of the line (BG-26)",
                "明細行の請求期間（BG-26）",
                "BT-134",
                "BT-135");
        rules(
                pattern.on("//ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod"),
                "BR-29",
                "BR-CO-19",
                "of the invoice (BG-14)",
                "請求期間（BG-14）",
                "BT-73",
                "BT-74");
    }

    private static void rules(
            Context<Totals> period, String order, String present, String en, String ja, String start, String end) {
        period.error(order)
                .says(() -> new Wording(
                        "The period " + en + " ends (" + end + ") before it starts (" + start
                                + "), or a date is not in format 102.",
                        ja + "の終了日（" + end + "）が開始日（" + start + "）より前か、日付が書式102ではありません。"))
                .hint(
                        "Write both as udt:DateTimeString format=\"102\" (YYYYMMDD), the end not before the start.",
                        "両方を udt:DateTimeString format=\"102\"（YYYYMMDD）で、終了日を開始日以降にしてください。")
                .holds(PeriodRules::inOrder)
                .actual(written -> DATE.textIn(written.child(START)) + " - " + DATE.textIn(written.child(END)));
        period.error(present)
                .says(() -> new Wording(
                        "The period " + en + " has neither start (" + start + ") nor end (" + end + ").",
                        ja + "に開始日（" + start + "）も終了日（" + end + "）もありません。"))
                .hint("Add ram:StartDateTime or ram:EndDateTime.", "ram:StartDateTime か ram:EndDateTime を追加してください。")
                .holds(written -> written.has(START) || written.has(END));
    }

    /** Compared as text: in format 102 that is the order of days. */
    private static boolean inOrder(Element period) {
        Element start = period.child(START);
        Element end = period.child(END);
        if (start == null || end == null) {
            return true;
        }
        String from = day(start);
        String to = day(end);
        return from != null && to != null && to.compareTo(from) >= 0;
    }

    private static @Nullable String day(Element date) {
        Element written = DATE.firstIn(date, string -> Cii.same(string.attribute("format"), "102"));
        return written == null ? null : written.text();
    }
}
