package org.tegata.rules.export;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.RuleBook;

/** What is sold: goods, quantity, price, what a line comes to; tariff code and origin, which decide the duty. */
final class GoodsRules {

    private static final Path NAME = Path.of("ram:SpecifiedTradeProduct/ram:Name");
    private static final Path DESCRIPTION = Path.of("ram:SpecifiedTradeProduct/ram:Description");
    private static final Path CLASS_CODE =
            Path.of("ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode");
    private static final Path ORIGIN = Path.of("ram:SpecifiedTradeProduct/ram:OriginTradeCountry/ram:ID");
    private static final Path LINE_NOTE = Path.of("ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content");
    private static final Path MORE = Path.of("ram:AdditionalInformationNote/ram:Content");
    private static final Path PRODUCT_NOTE = Path.of("ram:SpecifiedTradeProduct/ram:InformationNote/ram:Content");
    private static final Path CUSTOMS_VALUE =
            Path.of("rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery"
                    + "/ram:RelatedSupplyChainConsignment/ram:DeclaredValueForCustomsAmount");
    private static final Name AMOUNT = Name.of("ram:ChargeAmount");

    /** Six digits are the same in every country (WCO); up to ten are national. Dots and spaces are for the eye. */
    private static final Pattern HS = Pattern.compile("[0-9]{6,10}");

    private final RuleBook<ExportNotes> book;

    private GoodsRules(RuleBook<ExportNotes> book) {
        this.book = book;
    }

    static void addTo(RuleBook<ExportNotes> book) {
        var rules = new GoodsRules(book);
        rules.goods();
        rules.quantity();
        rules.price();
        rules.total();
        rules.freeOfCharge();
        rules.tariffCode();
        rules.origin();
    }

    private Context<ExportNotes> onLine() {
        return book.pattern().on(Where.LINE).when(GoodsLine::isGoods);
    }

    /** UCP 600 art. 18(c): the goods are described in the invoice and nowhere else in full. */
    private void goods() {
        book.pattern()
                .on(Where.TRADE)
                .error("TGT-EXP-01")
                .says("A line (BG-25) that says what is sold is missing.", "売買の対象を示す明細行（BG-25）が記載されていません。")
                .hint("Add a line for each kind of goods.", "品目ごとに明細を追加してください。")
                .holdsAtEnd((trade, doc) -> doc.tally().goodsLines() > 0);
        onLine().error("TGT-EXP-02")
                .says(
                        "The name or description of the goods (BT-153, BT-154) is missing from the line.",
                        "明細行に品名または説明（BT-153、BT-154）が記載されていません。")
                .hint(
                        "Describe the goods as the contract or the credit does; a part number says nothing to customs.",
                        "契約書または信用状と同じ表現で書いてください。品番だけでは税関に伝わりません。")
                .holds(line -> Read.any(line, NAME) || Read.any(line, DESCRIPTION));
    }

    /** Customs count in the unit of the tariff, banks compare with the credit (UCP 600 art. 30). */
    private void quantity() {
        onLine().error("TGT-EXP-03")
                .says("The billed quantity (BT-129) is missing from the line.", "明細行に請求数量（BT-129）が記載されていません。")
                .hint("Add BilledQuantity with its unit.", "BilledQuantity を単位とともに追加してください。")
                .holds(line -> GoodsLine.QUANTITY.existsIn(line))
                .holdsByDocument(Paper::withoutGoods);
        book.pattern()
                .on(Where.LINE + "/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity")
                .warning("TGT-EXP-04")
                .says("The unit of the billed quantity (BT-130) is missing.", "請求数量の単位（BT-130）が記載されていません。")
                .hint(
                        "Add unitCode, such as H87 for pieces, SET, KGM or MTR.",
                        "H87（個）、SET、KGM、MTR などの unitCode を付けてください。")
                .holds(quantity -> Read.attribute(quantity, "unitCode") != null);
    }

    /** Customs value starts from the price paid (WTO Valuation Agreement art. 1). */
    private void price() {
        onLine().error("TGT-EXP-05")
                .says("The price of the goods (BT-146) is missing from the line.", "明細行に単価（BT-146）が記載されていません。")
                .hint(
                        "Add NetPriceProductTradePrice with ChargeAmount, also when the goods are free: then it is 0.",
                        "NetPriceProductTradePrice に ChargeAmount を追加してください。無償の場合は 0 とします。")
                .holds(line -> GoodsLine.price(line) != null)
                .holdsByDocument(Paper::withoutGoods);
        onLine().warning("TGT-EXP-06")
                .says(
                        "The unit of the price (BT-150) is not that of the quantity (BT-130).",
                        "単価の基準単位（BT-150）が、数量の単位（BT-130）と異なります。")
                .hint(
                        "State the price for the unit that is billed: otherwise nobody can check the total.",
                        "請求数量と同じ単位あたりの単価を書いてください。単位が異なると金額を検算できません。")
                .holds(GoodsLine::sameUnit);
    }

    /** The sum that is checked first, by customs with their own calculator and by the bank against the credit. */
    private void total() {
        onLine().error("TGT-EXP-07")
                .says("The total of the line (BT-131) is missing.", "明細行の金額（BT-131）が記載されていません。")
                .hint(
                        "Add LineTotalAmount to SpecifiedTradeSettlementLineMonetarySummation.",
                        "SpecifiedTradeSettlementLineMonetarySummation に LineTotalAmount を追加してください。")
                .holds(line -> GoodsLine.TOTAL.existsIn(line));
        // Rounding by anybody's custom is let pass: GoodsLine.tolerance says why.
        onLine().error("TGT-EXP-08")
                .says(
                        "The total of the line (BT-131) is not quantity times price, minus allowances, plus charges.",
                        "明細行の金額（BT-131）が「数量×単価-値引+追加請求」と一致しません。")
                .hint(
                        "Correct quantity, price, base quantity (BT-149) or total.",
                        "数量、単価、基準数量（BT-149）、金額のいずれかを訂正してください。")
                .actual(line -> {
                    var sum = GoodsLine.sum(line);
                    return sum == null ? null : Read.plain(sum.stated());
                })
                .expected(line -> {
                    var sum = GoodsLine.sum(line);
                    return sum == null ? null : sum.shown();
                })
                .holds(line -> {
                    var sum = GoodsLine.sum(line);
                    return sum == null || sum.agrees();
                });
    }

    /** Goods that cost nothing have a value for customs all the same (WTO Valuation Agreement art. 2 to 7). */
    private void freeOfCharge() {
        onLine().warning("TGT-EXP-09")
                .says(
                        "Goods are free of charge, but both the reason and their value for customs are missing.",
                        "無償の品目に、その理由も税関申告価格も記載されていません。")
                .hint(
                        "Add a note to the line (\"free sample, value for customs purposes only: USD 10\") or"
                                + " DeclaredValueForCustomsAmount to the consignment.",
                        "明細に「無償見本、税関申告価格 USD 10」などの注記を加えるか、貨物に DeclaredValueForCustomsAmount を追加してください。")
                .actual(line -> Read.text(line, GoodsLine.TOTAL))
                .holds(line -> !isFree(line)
                        || Read.any(line, LINE_NOTE)
                        || Read.any(line, MORE)
                        || Read.any(line, PRODUCT_NOTE))
                .holdsByDocument(doc -> Paper.withoutGoods(doc) || Read.positive(CUSTOMS_VALUE.firstIn(doc.root())));
    }

    private static boolean isFree(Element line) {
        var price = GoodsLine.price(line);
        return isZero(GoodsLine.TOTAL.firstIn(line)) || price != null && isZero(price.child(AMOUNT));
    }

    private static boolean isZero(@Nullable Element amount) {
        var number = Read.number(amount);
        return number != null && number.signum() == 0;
    }

    /** WCO Harmonized System. Every declaration of export and import classifies every line. */
    private void tariffCode() {
        onLine().warning("TGT-EXP-10")
                .says(
                        "The HS code of the goods (BT-158 with listID HS) is missing from the line.",
                        "明細行に HS コード（BT-158、listID は HS）が記載されていません。")
                .hint(
                        "Add DesignatedProductClassification/ClassCode with listID=\"HS\" and six digits or more.",
                        "DesignatedProductClassification/ClassCode に listID=\"HS\" と六桁以上の数字を追加してください。")
                .holds(line -> CLASS_CODE.anyIn(line, GoodsRules::isHs))
                .holdsByDocument(Paper::withoutGoods);
        var code = book.pattern()
                .on(Where.LINE + "/ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode")
                .when(classCode -> "HS".equals(classCode.attribute("listID")));
        code.warning("TGT-INV-17")
                .says("An HS code does not consist of six to ten digits.", "HS コードが、六桁から十桁の数字ではありません。")
                .hint(
                        "The first six digits are the same in all countries; do not leave any of them out.",
                        "最初の六桁は各国共通です。省かずに書いてください。")
                .expected("6 to 10 digits")
                .holds(classCode -> HS.matcher(digits(classCode)).matches());
        // Chapter 77 is kept free by the WCO; 98 and 99 are for national use, so only longer, national codes have them.
        code.warning("TGT-EXP-11")
                .says(
                        "An HS code begins with a chapter that does not exist (01 to 97 do, but not 77).",
                        "HS コードの最初の二桁が、実在する類（01～97、77 を除く）ではありません。")
                .hint("Look the code up in the tariff of the country of import.", "輸入国の関税率表でコードを確認してください。")
                .holds(classCode -> !HS.matcher(digits(classCode)).matches() || hasChapter(digits(classCode)));
    }

    private static boolean isHs(Element classCode) {
        return "HS".equals(classCode.attribute("listID")) && Read.text(classCode) != null;
    }

    private static String digits(Element classCode) {
        return classCode.text().strip().replaceAll("[. ]", "");
    }

    private static boolean hasChapter(String digits) {
        int chapter = Integer.parseInt(digits.substring(0, 2));
        return chapter >= 1 && chapter != 77 && (chapter <= 97 || digits.length() > 6);
    }

    /** Duty, quotas, sanctions and preference hang on the origin of each of the goods. */
    private void origin() {
        onLine().warning("TGT-EXP-12")
                .says(
                        "The country of origin of the goods (BT-159) is missing from the line.",
                        "明細行に原産国（BT-159）が記載されていません。")
                .hint(
                        "Add OriginTradeCountry/ID to the product, such as JP.",
                        "製品に OriginTradeCountry/ID（例：JP）を追加してください。")
                .holds(line -> Read.any(line, ORIGIN))
                .holdsByDocument(Paper::withoutGoods);
    }
}
