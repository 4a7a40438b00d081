package org.tegata.rules.japan;

import org.tegata.rules.document.Element;
import org.tegata.rules.rule.Doc;
import org.tegata.rules.rule.Pattern;

/** The total of the tax. The law asks for the tax per rate only, so a total that differs is a WARNING. */
final class TotalRules {

    private TotalRules() {}

    static void addTo(Pattern<JapanNotes> pattern) {
        pattern.on(JapanBook.SUMMATION + "/ram:TaxTotalAmount")
                .warning("TGT-JP-24")
                .says("The total of the tax is not the sum of the taxes per rate.", "消費税額等の合計が、税率ごとの消費税額等の合計と一致していません。")
                .hint(
                        "Add up the CalculatedAmount of all rates (BT-110).",
                        "すべての税率の CalculatedAmount を合計してください（BT-110）。")
                .expectedAtEnd((e, doc) -> doc.tally().taxSum().toPlainString())
                .holdsAtEnd(TotalRules::isSum);
    }

    private static boolean isSum(Element total, Doc<JapanNotes> doc) {
        var notes = doc.tally();
        var amount = total.decimal();
        if (amount == null || notes.taxRows() == 0 || !notes.everyTaxStated()) {
            return true;
        }
        // The total in the accounting currency of a foreign invoice cannot be reckoned here.
        return !JapanNotes.inYen(doc) || !YenRules.inYen(total, doc) || amount.compareTo(notes.taxSum()) == 0;
    }
}
