package org.tegata.rules.xrechnung;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/** What XRechnung takes over from Peppol about lines: periods, net amount, prices; and about empty elements. */
final class PeppolLineRules {

    private static final String LINE_PERIOD =
            XRechnungBook.LINE + "/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod";
    private static final String PRICE = "//ram:NetPriceProductTradePrice | //ram:GrossPriceProductTradePrice";
    private static final String BASE_QUANTITY = "//ram:NetPriceProductTradePrice/ram:BasisQuantity"
            + " | //ram:GrossPriceProductTradePrice/ram:BasisQuantity";
    private static final Name DATE = Name.of("udt:DateTimeString");
    private static final Name DELIVERY = Name.of("ram:ApplicableHeaderTradeDelivery");
    private static final Name BASIS_QUANTITY = Name.of("ram:BasisQuantity");
    private static final Name CHARGE_AMOUNT = Name.of("ram:ChargeAmount");
    private static final Name NET = Name.of("ram:NetPriceProductTradePrice");
    private static final Path OBJECT = Path.of("ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument");
    private static final Path OBJECT_TYPE = OBJECT.then("ram:TypeCode");
    private static final Path BILLED = Path.of("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity");
    private static final Path DISCOUNT = Path.of("ram:AppliedTradeAllowanceCharge/ram:ActualAmount");
    private static final Path DISCOUNT_INDICATOR =
            Path.of("ram:AppliedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator");

    private PeppolLineRules() {}

    static void addTo(Pattern<XRechnungNotes> pattern) {
        periods(pattern);
        line(pattern.on("//ram:IncludedSupplyChainTradeLineItem"));
        pattern.on(PRICE)
                .error("PEPPOL-EN16931-R121")
                .says(
                        "The quantity that a price is for (BT-149) is not greater than zero.",
                        "単価の基準数量（BT-149）が 0 より大きくありません。")
                .hint(
                        "Give a BasisQuantity above 0, or leave it out: then the price is for 1.",
                        "BasisQuantity に 0 より大きい数量を記載するか、削除してください（その場合は 1 とみなされます）。")
                .actual(e -> e.text(BASIS_QUANTITY))
                .expected("> 0")
                .holds(e -> !e.has(BASIS_QUANTITY)
                        || Sums.of(e.child(BASIS_QUANTITY), BigDecimal.ZERO).signum() > 0);
        pattern.on(BASE_QUANTITY)
                .when(e -> e.attribute("unitCode") != null)
                .error("PEPPOL-EN16931-R130")
                .says(
                        "The unit of the price's quantity (BT-150) is not the unit of the invoiced quantity (BT-130).",
                        "単価の基準数量の単位（BT-150）が、請求数量の単位（BT-130）と異なります。")
                .hint(
                        "Use the same unitCode at BasisQuantity and BilledQuantity.",
                        "BasisQuantity と BilledQuantity の unitCode をそろえてください。")
                .actual(e -> e.attribute("unitCode"))
                .expected(PeppolLineRules::billedUnit)
                .holds(e -> {
                    String unit = e.attribute("unitCode");
                    return unit != null && unit.equals(billedUnit(e));
                });
    }

    private static void periods(Pattern<XRechnungNotes> pattern) {
        pattern.on(LINE_PERIOD + "/ram:StartDateTime")
                .error("PEPPOL-EN16931-R110")
                .says(
                        "The line's period begins (BT-134) before the invoice's period does (BT-73).",
                        "明細行の請求期間の開始日（BT-134）が、請求書の請求期間の開始日（BT-73）より前です。")
                .hint("Let the invoice's period cover the periods of all lines.", "請求書の請求期間が、すべての明細行の請求期間を含むようにしてください。")
                .actual(e -> e.text(DATE))
                .holdsLater(
                        PeppolLineRules::day,
                        (day, doc) -> !doc.tally().periodStarts()
                                || ordered(doc.tally().firstDay(), day.orElse(null)));
        pattern.on(LINE_PERIOD + "/ram:EndDateTime")
                .error("PEPPOL-EN16931-R111")
                .says(
                        "The line's period ends (BT-135) after the invoice's period does (BT-74).",
                        "明細行の請求期間の終了日（BT-135）が、請求書の請求期間の終了日（BT-74）より後です。")
                .hint("Let the invoice's period cover the periods of all lines.", "請求書の請求期間が、すべての明細行の請求期間を含むようにしてください。")
                .actual(e -> e.text(DATE))
                .holdsLater(
                        PeppolLineRules::day,
                        (day, doc) -> !doc.tally().periodEnds()
                                || ordered(day.orElse(null), doc.tally().lastDay()));
    }

    private static Optional<String> day(Element dateTime) {
        return Optional.ofNullable(dateTime.text(DATE));
    }

    /** Compared as texts, as the official rules do: right for dates of the form 20251231. */
    private static boolean ordered(@Nullable String first, @Nullable String second) {
        return first != null && second != null && first.compareTo(second) <= 0;
    }

    private static void line(Context<XRechnungNotes> line) {
        line.warning("PEPPOL-EN16931-R120")
                .says(
                        "The line's net amount (BT-131) is not quantity x net price, plus charges, minus allowances.",
                        "明細行の正味金額（BT-131）が、数量×単価（値引後）に追加請求を加え値引を引いた額と一致していません。")
                .hint(
                        "Reckon BT-131 = BT-129 x (BT-146 / BT-149) + BT-141 - BT-136; a difference of 0.02 is allowed"
                                + " (0.5 in HUF).",
                        "BT-131 = BT-129 ×（BT-146 ÷ BT-149）＋ BT-141 － BT-136 で計算してください。0.02（HUF では"
                                + " 0.5）までの差は認められます。")
                .actual(LineAmount::stated)
                .expected(e -> Sums.shown(LineAmount.reckoned(e)))
                .holdsLater(LineAmount::difference, PeppolAmountRules::allowedLater);
        line.error("PEPPOL-EN16931-R101")
                .says(
                        "A document that a line refers to in its settlement is not of type 130, an object (BT-128).",
                        "明細行の決済部分で参照する文書の種別が 130（請求対象、BT-128）ではありません。")
                .hint(
                        "Give AdditionalReferencedDocument the TypeCode 130, or move it to the header (BG-24).",
                        "AdditionalReferencedDocument の TypeCode を 130 とするか、ヘッダー（BG-24）へ移してください。")
                .actual(OBJECT_TYPE::textIn)
                .expected("130")
                .holds(e -> !OBJECT.existsIn(e)
                        || OBJECT_TYPE.anyIn(e, type -> type.text().equals("130")));
    }

    /** The unit of the invoiced quantity of the line to which this quantity of a price belongs. */
    private static @Nullable String billedUnit(Element baseQuantity) {
        Element line = baseQuantity;
        for (int up = 0; up < 3 && line != null; up++) {
            line = line.parent();
        }
        var billed = BILLED.firstIn(line);
        return billed == null ? null : billed.attribute("unitCode");
    }

    /** The official rule excepts the delivery by its prefixed name, so it demands that the prefix be {@code ram}. */
    static void addEmptyElements(Pattern<XRechnungNotes> pattern) {
        pattern.on("*")
                .when(e -> e.blank() && e.firstChild() == null && e.name() != DELIVERY)
                .error("PEPPOL-EN16931-R008")
                .says("There is an empty element.", "空の要素があります。")
                .hint("Give it a value or leave it out.", "値を記載するか、要素を削除してください。")
                .holds(e -> false);
    }

    static void addGrossPrice(Pattern<XRechnungNotes> pattern) {
        var price = pattern.on(XRechnungBook.LINE + "/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice");
        price.error("PEPPOL-EN16931-R044")
                .says(
                        "On the gross price stands a charge; only a discount (BT-147) may stand there.",
                        "単価（値引前）に追加請求が記載されています。ここに記載できるのは単価の値引（BT-147）だけです。")
                .hint(
                        "Set ChargeIndicator to false, or put the charge into the price.",
                        "ChargeIndicator を false とするか、追加請求を単価に含めてください。")
                .actual(DISCOUNT_INDICATOR::textIn)
                .expected("false")
                .holds(e -> !DISCOUNT.existsIn(e)
                        || DISCOUNT_INDICATOR.anyIn(e, is -> is.text().equals("false")));
        price.error("PEPPOL-EN16931-R046")
                .says(
                        "The net price (BT-146) is not the gross price (BT-148) minus the discount (BT-147).",
                        "単価（値引後）（BT-146）が、単価（値引前）（BT-148）から単価の値引（BT-147）を引いた額と一致していません。")
                .hint("Reckon the net price anew; it must agree exactly.", "単価（値引後）を計算し直してください。完全に一致する必要があります。")
                .actual(e -> textOf(netPrice(e)))
                .expected(e -> Sums.shown(discounted(e)))
                .holds(e -> {
                    var net = netPrice(e);
                    var value = net == null ? null : net.decimal();
                    return !e.has(CHARGE_AMOUNT) || value != null && value.compareTo(discounted(e)) == 0;
                });
    }

    private static @Nullable String textOf(@Nullable Element element) {
        return element == null ? null : element.text();
    }

    private static @Nullable Element netPrice(Element gross) {
        var agreement = gross.parent();
        var net = agreement == null ? null : agreement.child(NET);
        return net == null ? null : net.child(CHARGE_AMOUNT);
    }

    private static BigDecimal discounted(Element gross) {
        return Sums.of(gross.child(CHARGE_AMOUNT), BigDecimal.ZERO)
                .subtract(Sums.of(DISCOUNT.firstIn(gross), BigDecimal.ZERO));
    }
}
