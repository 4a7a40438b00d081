package org.tegata.rules.export;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.uncefact.Currencies;
import org.tegata.rules.uncefact.WrittenDate;

/**
 * What a service needs of an invoice to keep it and to tell others what it says: {@code TGT-INV-01} to {@code -08}, all
 * of them ERRORs. Each is a pattern of its own, because several of them speak of the same element.
 */
public final class RecordBook {

    /** The number and the seller's name are one key of the database together, so neither may be boundless. */
    private static final int MAX_NUMBER = 100;

    private static final int MAX_TEXT = 300;

    private static final Name CURRENCY = Name.of("ram:InvoiceCurrencyCode");
    private static final Name NAME = Name.of("ram:Name");
    private static final Name DATE_TIME = Name.of("udt:DateTime");
    private static final Name DATE_TIME_STRING = Name.of("udt:DateTimeString");

    private static final String LINE_TOTAL = Where.LINE
            + "/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount";

    private final RuleBook<RecordNotes> book = new RuleBook<>("record", "1.0", RecordNotes::new);

    private RecordBook() {}

    /** The rules of the record. */
    public static RuleBook<RecordNotes> create() {
        var rules = new RecordBook();
        Totals.gather(rules.book, RecordNotes::totals);
        rules.book.gather(Where.LINE, RecordNotes::line);
        rules.book.gather(Where.below(Where.PARTIES, "/ram:GlobalID"), RecordNotes::lei);
        rules.currency();
        rules.decimals();
        rules.lineSum();
        rules.issueDate();
        rules.complete();
        rules.lei();
        rules.readable();
        rules.codes();
        return rules.book;
    }

    private Context<RecordNotes> on(String path) {
        return book.pattern().on(path);
    }

    /** ISO 4217. An amount in metal, or in a currency that was never one, cannot be drawn under a credit. */
    private void currency() {
        on(Where.SETTLEMENT + "/ram:InvoiceCurrencyCode|" + Where.SUMMATION + "/ram:*Amount|" + LINE_TOTAL)
                .when(element -> element.name() == CURRENCY || Totals.ALL.contains(element.name()))
                .error("TGT-INV-01")
                .says(
                        "A currency is named that is not in ISO 4217, or in which nobody can pay.",
                        "ISO 4217 にない通貨、または支払いに使えない通貨が記載されています。")
                .hint(
                        "Write the code of the currency of payment, such as EUR, JPY or USD.",
                        "EUR、JPY、USD など、支払通貨のコードを書いてください。")
                .actual(RecordBook::currencyNamed)
                .holds(element -> {
                    String code = currencyNamed(element);
                    return code == null || Currencies.decimals(code).isPresent();
                });
    }

    private static @Nullable String currencyNamed(Element element) {
        return element.name() == CURRENCY ? Read.text(element) : Read.attribute(element, "currencyID");
    }

    /** ISO 4217. Totals only: a price may be finer than the currency, and a line's total is rounded by the sum. */
    private void decimals() {
        on(Where.SUMMATION + "/ram:*Amount")
                .when(amount -> Totals.ALL.contains(amount.name()))
                .error("TGT-INV-02")
                .says("A total has more decimals than its currency.", "合計金額の小数桁数が、通貨の小数桁数を超えています。")
                .hint(
                        "Round the total to what can be paid: two decimals of a euro, none of a yen.",
                        "ユーロは小数第2位、円は整数のように、支払える単位に丸めてください。")
                .expectedAtEnd((amount, doc) -> doc.tally().totals().decimalsAllowed(amount))
                .holdsAtEnd((amount, doc) -> doc.tally().totals().isPayable(amount));
    }

    /** EN 16931 BR-CO-10. Not asked of grouped lines (Factur-X EXTENDED), whose totals may count twice. */
    private void lineSum() {
        on(Where.SUMMATION + "/ram:LineTotalAmount")
                .error("TGT-INV-03")
                .says(
                        "The header's line total (BT-106) is not the sum of the lines' totals (BT-131).",
                        "明細行合計（BT-106）が、各明細行の金額（BT-131）の合計と一致しません。")
                .hint("Correct the total, or the line whose amount is wrong.", "合計か、誤っている明細の金額を訂正してください。")
                .expectedAtEnd((total, doc) -> {
                    var sum = doc.tally().sumOfLines();
                    return sum == null ? null : Read.plain(doc.tally().totals().payable(sum));
                })
                .holdsAtEnd((total, doc) -> {
                    var totals = doc.tally().totals();
                    var sum = doc.tally().sumOfLines();
                    return sum == null || !totals.isOne(total) || totals.agree(Totals.value(total), sum);
                });
    }

    /** UNTDID 2379. Periods of payment and of presentation are counted from this day. */
    private void issueDate() {
        on(Where.DOCUMENT + "/ram:IssueDateTime")
                .error("TGT-INV-04")
                .says(
                        "The issue date (BT-2) is no real day, or is not in the format it states.",
                        "発行日（BT-2）が実在しない日か、示された書式と異なります。")
                .hint(
                        "Write year, month and day without separators, with format=\"102\": 20261102.",
                        "format=\"102\" とし、20261102 のように年月日を区切りなしで書いてください。")
                .actual(date -> {
                    var written = written(date);
                    return written == null ? null : Read.shown(written.text());
                })
                .expected("a day in format 101, 102, 203, 204, 205 or 208, or an xsd:dateTime")
                .holds(date -> {
                    var written = written(date);
                    return written == null || written.day().isPresent();
                });
    }

    /** Without a format the most usual one is meant; a text that does not fit it is found. */
    private static @Nullable WrittenDate written(Element date) {
        String dateTime = Read.text(date, DATE_TIME);
        if (dateTime != null) {
            return new WrittenDate(dateTime, null);
        }
        var string = date.child(DATE_TIME_STRING);
        String text = Read.text(string);
        if (string == null || text == null) {
            return null;
        }
        String format = Read.attribute(string, "format");
        return new WrittenDate(text, format == null ? "102" : format);
    }

    /** EN 16931 BR-02 to BR-07 and BR-14. What tells one invoice from another, and the amount that is claimed. */
    private void complete() {
        filled(Where.DOCUMENT, "ram:ID", "The invoice number (BT-1) is missing.", "請求書番号（BT-1）が記載されていません。");
        filled(Where.DOCUMENT, "ram:TypeCode", "The type code (BT-3) is missing.", "文書種別コード（BT-3）が記載されていません。");
        needed(on(Where.DOCUMENT + "/ram:IssueDateTime"), "The issue date (BT-2) is missing.", "発行日（BT-2）が記載されていません。")
                .expected("udt:DateTimeString")
                .holds(date -> written(date) != null);
        filled(
                Where.SETTLEMENT,
                "ram:InvoiceCurrencyCode",
                "The invoice currency (BT-5) is missing.",
                "請求書の通貨（BT-5）が記載されていません。");
        filled(
                Where.AGREEMENT,
                "ram:SellerTradeParty/ram:Name",
                "The name of the seller (BT-27) is missing.",
                "売手の名称（BT-27）が記載されていません。");
        filled(
                Where.AGREEMENT,
                "ram:BuyerTradeParty/ram:Name",
                "The name of the buyer (BT-44) is missing.",
                "買手の名称（BT-44）が記載されていません。");
        needed(
                        on(Where.SETTLEMENT),
                        "The total with tax (BT-112) in the invoice currency is missing, or there are several.",
                        "請求通貨での税込合計金額（BT-112）が記載されていないか、複数記載されています。")
                .expectedAtEnd((settlement, doc) -> "one ram:GrandTotalAmount in %s, not %d"
                        .formatted(
                                doc.tally().totals().currency(),
                                doc.tally().totals().count(Totals.GRAND)))
                .holdsAtEnd((settlement, doc) -> doc.tally().totals().count(Totals.GRAND) == 1);
    }

    private void filled(String parent, String child, String en, String ja) {
        var path = Path.of(child);
        needed(on(parent), en, ja).expected(child).holds(element -> Read.text(element, path) != null);
    }

    private static Rule<RecordNotes> needed(Context<RecordNotes> context, String en, String ja) {
        return context.error("TGT-INV-05")
                .says(en, ja)
                .hint("Write it, once: the invoice cannot be kept without.", "一つだけ記載してください。これがない請求書は保存できません。");
    }

    /** ISO 17442. Who may read the invoice is decided by this number, so a mistyped one must not pass. */
    private void lei() {
        on(Where.below(Where.PARTIES, "/ram:GlobalID"))
                .when(Lei::isClaimedBy)
                .error("TGT-INV-06")
                .says(
                        "A party has several LEIs (scheme 0199), or one with wrong check digits.",
                        "当事者に複数の LEI（スキーム 0199）が記載されているか、LEI の検査数字が誤っています。")
                .hint("Copy the 20 characters again, or leave the identifier out.", "20 文字の識別子を確認して書き直すか、省いてください。")
                .expected("18 letters or digits and two check digits, the same wherever the party has one")
                .holdsAtEnd(
                        (id, doc) -> Lei.isLei(id.text().strip()) && doc.tally().isFirstLei(id));
    }

    /** Nobody's amount has more than 40 digits, nobody's name more than 300 characters. Columns end there. */
    private void readable() {
        on(String.join(
                        "|",
                        Where.SUMMATION + "/ram:*Amount",
                        LINE_TOTAL,
                        Where.CONSIGNMENT + "/ram:*WeightMeasure",
                        Where.CONSIGNMENT + "/ram:PackageQuantity",
                        Where.LINE + "/ram:SpecifiedLineTradeDelivery/ram:*WeightMeasure",
                        Where.LINE + "/ram:SpecifiedTradeProduct/ram:*WeightMeasure"))
                .error("TGT-INV-07")
                .says("A number that others rely on has more than 40 digits.", "他者が参照する数値が 40 桁を超えています。")
                .hint("Write the number without needless digits.", "不要な桁を省いて書いてください。")
                .actual(number -> Read.shown(number.text().strip()))
                .holds(number -> !Read.tooLong(number));
        bounded(Where.DOCUMENT + "/ram:ID", MAX_NUMBER, Read::text);
        bounded(Where.PARTIES, MAX_TEXT, party -> Read.text(party, NAME));
        bounded(Where.SETTLEMENT + "/ram:LetterOfCreditReferencedDocument/ram:IssuerAssignedID", MAX_TEXT, Read::text);
        bounded(Where.LOCATIONS, MAX_TEXT, Ports::name);
        bounded(Where.AGREEMENT + "/ram:ApplicableTradeDeliveryTerms/ram:RelevantTradeLocation", MAX_TEXT, Ports::name);
    }

    private void bounded(String path, int limit, Function<Element, @Nullable String> text) {
        on(path).error("TGT-INV-07")
                .says(
                        "A number, name or place that others rely on is longer than can be handled.",
                        "他者が参照する番号・名称・場所が、処理できる長さを超えています。")
                .hint("Shorten the text.", "短くしてください。")
                .actual(element -> Read.shown(text.apply(element)))
                .expected("at most " + limit + " characters")
                .holds(element -> {
                    String written = text.apply(element);
                    return written == null || written.length() <= limit;
                });
    }

    /** In D22B the schema sees to this; in D16B codes are free text, and whoever reads our events expects codes. */
    private void codes() {
        coded(
                Where.DOCUMENT + "/ram:TypeCode|" + Where.AGREEMENT
                        + "/ram:ApplicableTradeDeliveryTerms/ram:DeliveryTypeCode",
                Pattern.compile("[A-Z0-9]{1,3}"),
                "one to three capital letters or digits",
                Read::text);
        coded(
                Where.below(Where.PARTIES, "/ram:PostalTradeAddress/ram:CountryID"),
                Pattern.compile("[A-Z]{2}"),
                "two capital letters",
                Read::text);
        coded(
                Where.CONSIGNMENT + "/ram:*WeightMeasure",
                Pattern.compile("[A-Z0-9]{1,3}"),
                "one to three capital letters or digits",
                weight -> Read.attribute(weight, "unitCode"));
    }

    private void coded(String path, Pattern form, String expected, Function<Element, @Nullable String> code) {
        on(path).error("TGT-INV-08")
                .says(
                        "The type, the delivery terms, a party's country or a unit of weight is not written as a code.",
                        "文書種別・引渡条件・当事者の国・重量の単位のいずれかが、コードで記載されていません。")
                .hint("Write the code alone, such as 380, CIF, JP, KGM.", "380、CIF、JP、KGM のようにコードだけを書いてください。")
                .actual(element -> Read.shown(code.apply(element)))
                .expected(expected)
                .holds(element -> {
                    String written = code.apply(element);
                    return written == null || form.matcher(written).matches();
                });
    }
}
