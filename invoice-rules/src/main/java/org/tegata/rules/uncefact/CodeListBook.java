package org.tegata.rules.uncefact;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.rule.Pattern;
import org.tegata.rules.rule.RuleBook;

/**
 * The code lists that the schema leaves open: units and the currencies of amounts in every release, and in D16B, whose
 * codes are free text, all others too. An ERROR where no list in force has the code, or a date does not exist; a
 * WARNING where lists grow or have shrunk, and good invoices may be older or newer than our copy.
 */
public final class CodeListBook {

    /** The values of UNTDID 1001 that EN 16931 admits for invoices and credit notes (BT-3). */
    private static final Set<String> INVOICES = Set.of(
            ("80 82 84 130 202 203 204 211 261 262 295 296 308 325 326 380 381 383 384 385 386 387 388 389 390 393 394"
                            + " 395 396 420 456 457 458 471 472 473 500 501 502 503 527 532 553 575 623 633 751 780"
                            + " 817 870 875 876 877 935")
                    .split(" "));

    private final CodeList units = CodeList.read("units.txt");
    private final CodeList withdrawnUnits = CodeList.read("withdrawn-units.txt");
    private final CodeList packages = CodeList.read("packages.txt");
    private final CodeList countries = CodeList.read("countries.txt");

    /** Incoterms from 1990 to 2020, and the two values of UNTDID 4053 for terms that are not of ICC. */
    private final CodeList deliveryTerms =
            CodeList.of("1 2 EXW FCA FAS FOB CFR CIF CPT CIP DAF DES DEQ DDU DAT DAP DPU DDP");

    /** UNTDID 5305. */
    private final CodeList taxCategories = CodeList.of("A AA AB AC AD AE B C D E F G H I J K L M N O S Z");

    /** UN/ECE Recommendation 19. */
    private final CodeList transportModes = CodeList.of("0 1 2 3 4 5 6 7 8 9");

    /** UNTDID 4461. */
    private final CodeList paymentMeans =
            CodeList.of("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34"
                    + " 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66"
                    + " 67 68 69 70 74 75 76 77 78 91 92 93 94 95 96 97 98 ZZZ");

    private final RuleBook<Object> book = new RuleBook<>("uncefact-cii", "1.0", Object::new);
    private final Pattern<Object> pattern = book.pattern();

    private CodeListBook() {}

    /** All of it: the code lists, and whether the document is an invoice at all. */
    public static RuleBook<Object> create() {
        var rules = new CodeListBook();
        rules.addLists();
        rules.typeOfDocument();
        return rules.book;
    }

    /** The code lists alone, for rule sets that judge the type of the document themselves. */
    public static RuleBook<Object> lists() {
        var rules = new CodeListBook();
        rules.addLists();
        return rules.book;
    }

    /** Whether UNTDID 1001 has that code for an invoice, a credit note or the like. */
    public static boolean isInvoice(String typeCode) {
        return INVOICES.contains(typeCode.strip());
    }

    private void addLists() {
        currencies();
        units();
        dates();
        countries();
        deliveryTerms();
        packages();
        tax();
        transportAndPayment();
    }

    /** ISO 4217. The schema takes any token for the currency of an amount (BT-5 and the like are a list in D22B). */
    private void currencies() {
        pattern.on("ram:*Amount")
                .error("TGT-CII-01")
                .says("The currency of an amount is no code of ISO 4217.", "金額の通貨が、ISO 4217 のコードではありません。")
                .hint(
                        "Write the three capital letters of the currency in currencyID, such as USD, or leave it out.",
                        "currencyID に USD のような三文字の通貨コードを書くか、属性を省いてください。")
                .actual(amount -> amount.attribute("currencyID"))
                .holds(amount -> isCurrency(amount.attribute("currencyID")));
        pattern.on("ram:*CurrencyCode")
                .error("TGT-CII-02")
                .says(
                        "A currency (BT-5, BT-6 and others) is no code of ISO 4217.",
                        "通貨（BT-5、BT-6 など）が、ISO 4217 のコードではありません。")
                .hint("Write the three capital letters, such as USD.", "USD のような大文字三文字で書いてください。")
                .holds(code -> code.blank() || isCurrency(code.text()));
    }

    /**
     * UN/ECE Recommendations 20 and 21. Old codes are often met (36, PT, BX without X), and everybody understands them:
     * a warning. What was never in any revision that we know is an error: nobody can tell how much that is.
     */
    private void units() {
        var context = pattern.on("ram:*Quantity|ram:*Measure");
        context.error("TGT-CII-03")
                .says(
                        "A unit is no code of UN/ECE Recommendation 20, nor X and a package code of Recommendation 21.",
                        "単位が、国連欧州経済委員会（UN/ECE）勧告第20号のコードでも、X に勧告第21号の包装コードを続けたものでもありません。")
                .hint(
                        "Such as H87 piece, SET set, KGM kilogram, MTR metre, XBX box, XCT carton, XPK package.",
                        "コードの例：H87（個）、SET（セット）、KGM（kg）、MTR（m）、XBX（箱）、XCT（カートン）、XPK（梱包）。")
                .actual(CodeListBook::unit)
                .holds(measure -> unit(measure) == null || isUnit(unit(measure)) || wasUnit(measure));
        context.warning("TGT-CII-04")
                .says(
                        "The code of a unit is withdrawn, or it is a package code without X before it.",
                        "単位のコードが廃止されているか、包装コードの前に X が付いていません。")
                .hint(
                        "Take the code that has replaced it; for a package write X before the code, such as XBX.",
                        "後継のコードを使ってください。包装単位の場合は XBX のように前に X を付けてください。")
                .actual(CodeListBook::unit)
                .holds(measure -> unit(measure) == null || isUnit(unit(measure)) || !wasUnit(measure));
    }

    /** UNTDID 2379. The schema takes any text for a date. */
    private void dates() {
        var context = pattern.on("udt:DateTimeString|udt:DateString|qdt:DateTimeString");
        context.error("TGT-CII-05")
                .says(
                        "A date does not exist, or is not in the format that it states (UNTDID 2379).",
                        "日付が実在しないか、示された書式（UNTDID 2379）と異なります。")
                .hint(
                        "Write year, month and day without separators, with format=\"102\": 20261102.",
                        "format=\"102\" とし、20261102 のように年月日を区切りなしで書いてください。")
                .actual(CodeListBook::written)
                .holds(date ->
                        format(date) == null || new WrittenDate(date.text().strip(), format(date)).fitsItsFormat());
        context.warning("TGT-CII-06")
                .says("The format of a date (UNTDID 2379) is missing.", "日付の書式（UNTDID 2379）が記載されていません。")
                .hint("Add format=\"102\" if it is year, month and day.", "年月日なら format=\"102\" を付けてください。")
                .expected("format=\"102\"")
                .holds(date -> format(date) != null);
    }

    /** UNTDID 1001. The root says invoice; a code of another kind of paper makes software treat it as that. */
    private void typeOfDocument() {
        pattern.on("/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:TypeCode")
                .warning("TGT-CII-07")
                .says(
                        "The type code (BT-3) is no code of an invoice or a credit note (UNTDID 1001).",
                        "文書種別コード（BT-3）が、請求書またはクレジットノートのコード（UNTDID 1001）ではありません。")
                .hint(
                        "380: commercial invoice, 325: pro-forma invoice, 381: credit note, 384: corrected invoice.",
                        "380 は商業送り状、325 はプロフォーマ、381 はクレジットノート、384 は訂正請求書です。")
                .holds(code -> isInvoice(code.text()));
    }

    /** ISO 3166-1 and what customs add to it. */
    private void countries() {
        pattern.on("ram:CountryID|ram:*TradeCountry/ram:ID")
                .error("TGT-CII-08")
                .says("A country is no code of two letters (ISO 3166-1).", "国が、二文字の国コード（ISO 3166-1）ではありません。")
                .hint("Write the capital letters, such as JP, DE or GB.", "JP、DE、GB のように大文字で書いてください。")
                .holds(country -> country.blank() || countries.has(country.text()));
    }

    /** UNTDID 4053. Rules of older editions are still agreed on, so they are in the list. */
    private void deliveryTerms() {
        pattern.on("ram:DeliveryTypeCode")
                .error("TGT-CII-09")
                .says(
                        "The code of the delivery terms is no three-letter Incoterms rule, nor 1 or 2 of UNTDID 4053.",
                        "引渡条件のコードが、インコタームズの三文字の規則でも、UNTDID 4053 の 1 または 2 でもありません。")
                .hint(
                        "Write only the rule here, such as CIF, and the place in RelevantTradeLocation.",
                        "ここには CIF のような規則だけを書き、場所は RelevantTradeLocation に書いてください。")
                .holds(code -> code.blank() || deliveryTerms.has(code.text()));
    }

    /** UN/ECE Recommendation 21: grows with every revision, so a code that we do not know may be a new one. */
    private void packages() {
        pattern.on("ram:IncludedSupplyChainPackaging/ram:TypeCode")
                .warning("TGT-CII-10")
                .says("The kind of package is no code of UN/ECE Recommendation 21.", "包装の種類が、UN/ECE 勧告第21号のコードではありません。")
                .hint(
                        "Such as CS case, CT carton, PX pallet, BG bag, DR drum; here without an X before it.",
                        "例：CS（ケース）、CT（カートン）、PX（パレット）、BG（袋）、DR（ドラム）。ここでは X を付けません。")
                .holds(code -> code.blank() || packages.has(code.text()));
    }

    /** UNTDID 5305. */
    private void tax() {
        pattern.on("ram:*TradeTax/ram:CategoryCode")
                .error("TGT-CII-11")
                .says(
                        "A tax category (BT-95, BT-118, BT-151) is no code of UNTDID 5305.",
                        "税区分（BT-95、BT-118、BT-151）が、UNTDID 5305 のコードではありません。")
                .hint(
                        "S is the standard rate, Z zero rated, E exempt, G export, O outside the scope of tax.",
                        "S は標準税率、Z はゼロ税率、E は非課税、G は輸出免税、O は課税対象外です。")
                .holds(code -> code.blank() || taxCategories.has(code.text()));
    }

    /** UN/ECE Recommendation 19 and UNTDID 4461. */
    private void transportAndPayment() {
        pattern.on("ram:ModeCode")
                .error("TGT-CII-12")
                .says(
                        "A mode of transport is no one-digit code of UN/ECE Recommendation 19.",
                        "輸送手段が、UN/ECE 勧告第19号の一桁のコードではありません。")
                .hint(
                        "1 sea, 2 rail, 3 road, 4 air, 5 mail, 6 multimodal, 7 fixed installation, 8 inland waterway.",
                        "1 海上、2 鉄道、3 道路、4 航空、5 郵便、6 複合、7 固定設備、8 内陸水路。")
                .holds(code -> code.blank() || transportModes.has(code.text()));
        pattern.on("ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode")
                .warning("TGT-CII-13")
                .says(
                        "The means of payment (BT-81) is no code of UNTDID 4461.",
                        "支払手段（BT-81）が、UNTDID 4461 のコードではありません。")
                .hint(
                        "30 is a credit transfer, 58 a SEPA credit transfer, 1 where it is not defined.",
                        "30 は銀行振込、58 は SEPA 振込、未定なら 1 です。")
                .holds(code -> code.blank() || paymentMeans.has(code.text()));
    }

    private static boolean isCurrency(@Nullable String code) {
        return code == null || Currencies.listed(code.strip());
    }

    private static @Nullable String unit(Element measure) {
        return measure.attribute("unitCode");
    }

    private boolean isUnit(@Nullable String code) {
        return units.has(code)
                || code != null
                        && code.strip().startsWith("X")
                        && packages.has(code.strip().substring(1));
    }

    /** Not KG: a keg to the list, a kilogram to whoever writes it. And nobody weighs in packages. */
    private boolean wasUnit(Element measure) {
        String code = unit(measure);
        return withdrawnUnits.has(code)
                || packages.has(code)
                        && !"KG".equals(code)
                        && measure.name().local().endsWith("Quantity");
    }

    private static @Nullable String format(Element date) {
        String format = date.attribute("format");
        return format == null || format.isBlank() ? null : format.strip();
    }

    private static String written(Element date) {
        String text = date.text().strip();
        return "%s (format %s)".formatted(text.length() <= 40 ? text : text.substring(0, 40) + "…", format(date));
    }
}
