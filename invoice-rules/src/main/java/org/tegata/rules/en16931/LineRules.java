package org.tegata.rules.en16931;

import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/** What a line (BG-25) must say: BR-21 to BR-28, BR-54, BR-64, BR-65, BR-CO-04, BR-CO-18 and BR-DEC-23. */
final class LineRules {

    private static final Path QUANTITY = Path.of("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity");
    private static final Path NET_PRICE =
            Path.of("ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount");
    private static final Path GROSS_PRICE =
            Path.of("ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:ChargeAmount");
    private static final Path ITEM_STANDARD = Path.of("ram:SpecifiedTradeProduct/ram:GlobalID");
    private static final Path TRADE_TAX = Path.of("ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax");
    private static final Path BREAKDOWN = Cii.SETTLEMENT.then("ram:ApplicableTradeTax");
    private static final String LINE_TOTAL = "ram:SpecifiedLineTradeSettlement"
            + "/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount";
    private static final Name CLASS_CODE = Name.of("ram:ClassCode");
    private static final Name DESCRIPTION = Name.of("ram:Description");
    private static final Name VALUE = Name.of("ram:Value");

    private LineRules() {}

    static void addTo(Pattern<Totals> pattern) {
        Context<Totals> line = pattern.on("//ram:IncludedSupplyChainTradeLineItem");
        presence(line);
        prices(line);
        line.error("BR-64")
                .says(
                        "The item's standard identifier (BT-157) does not say by which scheme it is written.",
                        "品目の標準識別子（BT-157）にスキーム（schemeID）がありません。")
                .hint(
                        "Add schemeID to ram:GlobalID, such as 0160 for a GTIN.",
                        "ram:GlobalID に schemeID（GTIN なら 0160）を付けてください。")
                .holds(item -> {
                    Element id = ITEM_STANDARD.firstIn(item);
                    return id == null || Cii.filled(id.attribute("schemeID"));
                })
                .actual(ITEM_STANDARD::textIn);
        line.error("BR-CO-04")
                .says("The line has no VAT category (BT-151).", "明細行に税区分（BT-151）がありません。")
                .hint(
                        "Add ram:ApplicableTradeTax with ram:TypeCode VAT and ram:CategoryCode.",
                        "ram:TypeCode が VAT で ram:CategoryCode のある ram:ApplicableTradeTax を追加してください。")
                .holds(item -> TRADE_TAX.anyIn(item, tax -> tax.has(Cii.CATEGORY_CODE) && Cii.vat(tax)));
        line.error("BR-CO-18")
                .says("The invoice has no VAT breakdown (BG-23).", "請求書に税区分別内訳（BG-23）がありません。")
                .hint(
                        "Add ram:ApplicableTradeTax to ram:ApplicableHeaderTradeSettlement, one for each category.",
                        "ram:ApplicableHeaderTradeSettlement に、区分・税率ごとの ram:ApplicableTradeTax を追加してください。")
                .holdsByDocument(doc -> BREAKDOWN.existsIn(doc.root()));
        Decimals.atMostTwo(line, "BR-DEC-23", LINE_TOTAL, "The line's net amount (BT-131)", "明細行の正味金額（BT-131）");
        products(pattern);
    }

    private static void presence(Context<Totals> line) {
        Required.filled(
                line,
                "BR-21",
                "ram:AssociatedDocumentLineDocument/ram:LineID",
                "The line's identifier (BT-126)",
                "明細行の識別子（BT-126）");
        Required.present(line, "BR-22", QUANTITY.toString(), "The quantity that is invoiced (BT-129)", "請求数量（BT-129）");
        line.error("BR-23")
                .says("The unit of the invoiced quantity (BT-130) is missing.", "請求数量の単位（BT-130）がありません。")
                .hint(
                        "Add unitCode to ram:BilledQuantity, such as H87 for pieces.",
                        "ram:BilledQuantity に unitCode（個数なら H87）を付けてください。")
                .holds(item -> {
                    Element quantity = QUANTITY.firstIn(item);
                    return quantity != null && quantity.attribute("unitCode") != null;
                })
                .actual(QUANTITY::textIn);
        Required.present(line, "BR-24", LINE_TOTAL, "The line's net amount (BT-131)", "明細行の正味金額（BT-131）");
        Required.filled(line, "BR-25", "ram:SpecifiedTradeProduct/ram:Name", "The item's name (BT-153)", "品目名（BT-153）");
    }

    private static void prices(Context<Totals> line) {
        Required.present(line, "BR-26", NET_PRICE.toString(), "The item's net price (BT-146)", "品目の単価（値引後）（BT-146）");
        line.error("BR-27")
                .says("The item's net price (BT-146) is negative, or missing.", "品目の単価（値引後）（BT-146）が負の値か、ありません。")
                .hint(
                        "Write the price as zero or more; make the quantity negative to credit.",
                        "単価は0以上にし、減額は数量を負にしてください。")
                .holds(item -> NET_PRICE.anyIn(item, XPathNumbers.NOT_NEGATIVE))
                .actual(NET_PRICE::textIn);
        line.error("BR-28")
                .says("The item's gross price (BT-148) is negative.", "品目の単価（値引前）（BT-148）が負の値です。")
                .hint(
                        "Write the price as zero or more; make the quantity negative to credit.",
                        "単価は0以上にし、減額は数量を負にしてください。")
                .holds(item -> !GROSS_PRICE.existsIn(item) || GROSS_PRICE.anyIn(item, XPathNumbers.NOT_NEGATIVE))
                .actual(GROSS_PRICE::textIn);
    }

    private static void products(Pattern<Totals> pattern) {
        pattern.on("//ram:ApplicableProductCharacteristic")
                .error("BR-54")
                .says(
                        "An attribute of the item (BG-32) lacks its name (BT-160) or its value (BT-161).",
                        "品目の属性（BG-32）に名称（BT-160）または値（BT-161）がありません。")
                .hint("Write both ram:Description and ram:Value.", "ram:Description と ram:Value の両方を書いてください。")
                .holds(attribute -> attribute.has(DESCRIPTION) && attribute.has(VALUE));
        pattern.on("//ram:DesignatedProductClassification")
                .error("BR-65")
                .says(
                        "The item's class (BT-158) does not say of which list it is.",
                        "品目の分類コード（BT-158）に、どのリストのものか（listID）がありません。")
                .hint(
                        "Add listID to ram:ClassCode, such as HS for customs tariff numbers.",
                        "ram:ClassCode に listID（HSコードなら HS）を付けてください。")
                .holds(product -> {
                    Element code = product.child(CLASS_CODE);
                    return code == null || Cii.filled(code.attribute("listID"));
                })
                .actual(product -> product.text(CLASS_CODE));
    }
}
