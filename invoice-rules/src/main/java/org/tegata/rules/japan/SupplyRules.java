package org.tegata.rules.japan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Severity;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/**
 * What was supplied and when (Consumption Tax Act art. 57-4 (1) items 2 and 3; (3) items 2 and 3 for returns).
 *
 * <p>The date may be that of despatch, pick-up, delivery or acceptance, whichever the issuer books by, or a period. A
 * return invoice must also tell of which supply: by its date or period, or by naming the invoice that has it, since
 * the law lets the statements be spread over documents that refer to each other. That goods are at the reduced rate is
 * told by the rate of the line; so each line needs its rate as soon as the invoice has that rate. A corrected invoice
 * (修正適格請求書) that repeats everything needs no reference, hence only a WARNING.
 */
final class SupplyRules {

    private static final List<Name> EVENTS = List.of(
            Name.of("ram:ActualDeliverySupplyChainEvent"),
            Name.of("ram:ActualDespatchSupplyChainEvent"),
            Name.of("ram:ActualPickUpSupplyChainEvent"),
            Name.of("ram:ActualReceiptSupplyChainEvent"));
    private static final Name OCCURRED = Name.of("ram:OccurrenceDateTime");
    private static final Name LINE_DELIVERY = Name.of("ram:SpecifiedLineTradeDelivery");
    private static final Name LINE_SETTLEMENT = Name.of("ram:SpecifiedLineTradeSettlement");
    private static final Name PERIOD = Name.of("ram:BillingSpecifiedPeriod");
    private static final Name EARLIER = Name.of("ram:InvoiceReferencedDocument");
    private static final Name TAX = Name.of("ram:ApplicableTradeTax");
    private static final Name DELIVERY = Name.of("ram:ApplicableHeaderTradeDelivery");
    private static final Name SETTLEMENT = Name.of("ram:ApplicableHeaderTradeSettlement");
    private static final Path LINE_TOTAL =
            Path.of("ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount");
    private static final Path PRODUCT_NAME = Path.of("ram:SpecifiedTradeProduct/ram:Name");
    private static final Path PRODUCT_DESCRIPTION = Path.of("ram:SpecifiedTradeProduct/ram:Description");
    private static final Path TYPE = Path.of("rsm:ExchangedDocument/ram:TypeCode");
    private static final String CORRECTED = "384";

    private SupplyRules() {}

    static void addTo(Pattern<JapanNotes> pattern) {
        transaction(pattern.on(JapanBook.TRANSACTION));
        line(pattern.on(JapanBook.LINE));
        pattern.on(JapanBook.LINE + "/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax")
                .absent("TGT-JP-27", Severity.INFORMATION, "ram:CalculatedAmount")
                .says(
                        "A line states its own amount of tax. It is for reference only: what counts is the tax that is"
                                + " rounded once per rate.",
                        "明細行ごとの消費税額が記載されていますが、参考値として扱われます。税額は税率ごとに1回の端数処理で" + "計算したものが基準となります。")
                .hint(
                        "Leave CalculatedAmount out of lines, and never add such amounts up.",
                        "明細行には CalculatedAmount を記載せず、行ごとの税額を合計しないでください。");
    }

    private static void transaction(Context<JapanNotes> transaction) {
        transaction
                .error("TGT-JP-06")
                .says("Neither the date of the supply nor its period is stated.", "課税資産の譲渡等を行った年月日（又は期間）が記載されていません。")
                .hint(
                        "Add OccurrenceDateTime of the delivery (BT-72) or BillingSpecifiedPeriod (BG-14), for the"
                                + " invoice or for every line; the date of issue does not stand in for it.",
                        "納品日（BT-72 の OccurrenceDateTime）又は請求期間（BG-14 の BillingSpecifiedPeriod）を、請求書"
                                + "全体又はすべての明細行に記載してください。発行日で代えることはできません。")
                .actual(e -> null)
                .holds(e -> dated(e.child(DELIVERY)) || has(e.child(SETTLEMENT), PERIOD))
                .holdsByDocument(doc -> JapanNotes.returnInvoice(doc)
                        || doc.tally().everyLineDated()
                        || doc.tally().taxPoint());
        transaction
                .error("TGT-JP-07")
                .says("The invoice has no lines: it does not say what was supplied.", "明細行がなく、取引の内容が記載されていません。")
                .hint("Add a line for each kind of supply.", "取引の内容ごとに明細行を記載してください。")
                .actual(e -> null)
                .holdsByDocument(doc -> doc.tally().lines() > 0);
        transaction
                .error("TGT-JP-22")
                .says(
                        "The return invoice does not tell to which supply it belongs.",
                        "適格返還請求書に、返還等の基となった取引の年月日が記載されていません。")
                .hint(
                        "Name the earlier invoice in InvoiceReferencedDocument (BG-3), with its date, or the period"
                                + " of the supplies in BillingSpecifiedPeriod (BG-14).",
                        "元の請求書を日付とともに InvoiceReferencedDocument（BG-3）に記載するか、取引の期間を"
                                + " BillingSpecifiedPeriod（BG-14）に記載してください。")
                .actual(e -> null)
                .holds(e -> has(e.child(SETTLEMENT), EARLIER) || has(e.child(SETTLEMENT), PERIOD))
                .holdsByDocument(
                        doc -> !JapanNotes.returnInvoice(doc) || doc.tally().everyLineNamesOriginal());
        transaction
                .warning("TGT-JP-25")
                .says(
                        "A corrected invoice does not name the invoice that it corrects.",
                        "修正適格請求書に、修正の対象となる適格請求書が示されていません。")
                .hint(
                        "Add InvoiceReferencedDocument (BG-3), unless the invoice repeats everything that is required.",
                        "必要な記載事項をすべて記載し直す場合を除き、InvoiceReferencedDocument（BG-3）を追加してください。")
                .actual(e -> null)
                .holds(e -> !CORRECTED.equals(stripped(TYPE.textIn(e.parent()))) || has(e.child(SETTLEMENT), EARLIER))
                .holdsByDocument(doc -> doc.tally().everyLineNamesOriginal());
    }

    private static void line(Context<JapanNotes> line) {
        line.error("TGT-JP-08")
                .says("The line does not say what goods or services were supplied.", "明細行に、資産又は役務の内容（品名など）が記載されていません。")
                .hint("Fill in the Name of the product.", "品目の Name を記載してください。")
                .actual(e -> null)
                .holds(e -> PRODUCT_NAME.anyIn(e, SupplyRules::filled)
                        || PRODUCT_DESCRIPTION.anyIn(e, SupplyRules::filled));
        line.error("TGT-JP-09")
                .says(
                        "The invoice has goods at the reduced rate, but this line does not tell its rate.",
                        "軽減税率の対象を含む請求書ですが、この明細行に税率がなく、軽減対象かどうか分かりません。")
                .hint(
                        "Give each line its RateApplicablePercent: 8 marks it as reduced (軽減対象).",
                        "すべての明細行に RateApplicablePercent を記載してください（軽減対象は 8）。")
                .actual(e -> null)
                .expected("8, 10")
                .holds(SupplyRules::sorted)
                .holdsByDocument(doc -> !doc.tally().reducedRate());
    }

    private static boolean sorted(Element line) {
        var tax = taxOf(line);
        return tax != null && (tax.has(TaxRow.RATE) || TaxRow.isUntaxed(tax));
    }

    /** The consumption tax of a line; null where it names none. */
    static @Nullable Element taxOf(Element line) {
        var settlement = line.child(LINE_SETTLEMENT);
        for (var part = settlement == null ? null : settlement.firstChild(); part != null; part = part.next()) {
            if (part.name() == TAX && TaxRow.isConsumptionTax(part)) {
                return part;
            }
        }
        return null;
    }

    static @Nullable BigDecimal amountOf(Element line) {
        return TaxRow.number(LINE_TOTAL.firstIn(line.child(LINE_SETTLEMENT)));
    }

    static boolean lineDated(Element line) {
        return has(line.child(LINE_SETTLEMENT), PERIOD) || dated(line.child(LINE_DELIVERY));
    }

    static boolean lineNamesOriginal(Element line) {
        var settlement = line.child(LINE_SETTLEMENT);
        return has(settlement, EARLIER) || has(settlement, PERIOD);
    }

    private static boolean dated(@Nullable Element delivery) {
        for (var part = delivery == null ? null : delivery.firstChild(); part != null; part = part.next()) {
            if (EVENTS.contains(part.name()) && part.has(OCCURRED)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(@Nullable Element parent, Name child) {
        return parent != null && parent.has(child);
    }

    private static boolean filled(Element text) {
        return !text.text().isBlank();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
