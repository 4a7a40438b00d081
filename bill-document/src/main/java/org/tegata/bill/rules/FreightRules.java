package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;
import static org.tegata.bill.rules.Rule.warning;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Rules on freight and charges: prepaid or collect, where payable, amounts of money, a declared value. */
final class FreightRules {

    static final Rule FREIGHT = error(
            "TGT-BL-19",
            "DCSA EBL 3.0.4 freightPaymentTermCode, invoicePayableAt; UNTDID 4237; ISBP 821 E26",
            "It is not said whether freight is prepaid or collect, or where it is payable.",
            "運賃の前払い・着払いの別、又は支払地が記載されていません。",
            "Give ApplicableLogisticsServiceCharge with PaymentArrangementCode (P or C) and the place of payment.",
            "ApplicableLogisticsServiceCharge に PaymentArrangementCode（P 又は C）と PaymentPlaceLogisticsLocation を"
                    + "記載してください。");
    static final Rule FREIGHT_CLAUSE = warning(
            "TGT-BL-49",
            "UCP 600 art. 14(d); ISBP 821 E26",
            "A clause on freight contradicts what the bill says of its payment.",
            "運賃に関する付記が、証券の運賃支払条件と矛盾しています。",
            "Correct the clause or the PaymentArrangementCode (P prepaid, C collect).",
            "付記又は PaymentArrangementCode（P 前払い、C 着払い）を訂正してください。");
    static final Rule CURRENCY = error(
            "TGT-BL-50",
            "ISO 4217",
            "An amount has no currency, or a code that is no currency of payment (ISO 4217).",
            "金額に通貨がないか、通貨が ISO 4217 の支払いに用いるコードではありません。",
            "Write the three capital letters of the currency in currencyID, such as USD or JPY.",
            "currencyID に USD、JPY など3文字の通貨コードを記載してください。");
    static final Rule DECIMALS = error(
            "TGT-BL-51",
            "ISO 4217",
            "An amount has more decimals than its currency.",
            "金額の小数桁数が、その通貨の桁数を超えています。",
            "Round the amount: no decimals in JPY and KRW, two in USD and EUR, three in BHD and KWD.",
            "金額を通貨の桁数に丸めてください（JPY・KRW は 0 桁、USD・EUR は 2 桁、BHD・KWD は 3 桁）。");
    static final Rule AD_VALOREM = warning(
            "TGT-BL-84",
            "IG P&I clubs (ad valorem bills); Hague-Visby Rules art. IV(5)(a)",
            "The bill declares the value of the goods: the carrier's liability is not limited, and its club's cover is"
                    + " affected.",
            "貨物の価額が申告されています（従価船荷証券）。運送人の責任制限が排除され、P&I 保険の対象外となるおそれがあります。",
            "Leave DeclaredValueForCarriageAmount out unless the carrier has arranged special cover.",
            "運送人が特別の保険を手配していない限り、DeclaredValueForCarriageAmount を削除してください。");

    static final List<Rule> RULES = List.of(FREIGHT, FREIGHT_CLAUSE, CURRENCY, DECIMALS, AD_VALOREM);

    private static final Set<String> PREPAID_OR_COLLECT = Set.of("P", "C");

    /** The price of a unit may be quoted finer than money is paid. */
    private static final String UNIT_PRICE = "ChargeAmount";

    private final Findings findings;

    FreightRules(Findings findings) {
        this.findings = findings;
    }

    void check(XmlElement document, XmlElement consignment, List<XmlElement> items) {
        var charges = consignment.all("ApplicableLogisticsServiceCharge");
        if (charges.isEmpty()) {
            findings.missing(FREIGHT, consignment, "ApplicableLogisticsServiceCharge", "prepaid (P) or collect (C)");
        } else if (charges.get(0).first("PaymentPlaceLogisticsLocation") == null) {
            findings.missing(FREIGHT, charges.get(0), "PaymentPlaceLogisticsLocation", "where freight is payable");
        }
        for (XmlElement charge : charges) {
            arrangement(charge);
        }
        if (!charges.isEmpty()) {
            clauses(document, Values.text(charges.get(0), "PaymentArrangementCode"));
        }
        declared(consignment);
        for (XmlElement item : items) {
            declared(item);
        }
    }

    private void arrangement(XmlElement charge) {
        var code = charge.first("PaymentArrangementCode");
        if (code == null) {
            findings.missing(FREIGHT, charge, "PaymentArrangementCode", "P or C");
        } else if (!PREPAID_OR_COLLECT.contains(code.text().strip())) {
            findings.tell(FREIGHT, code, "P or C");
        }
    }

    private void clauses(XmlElement document, @Nullable String arrangement) {
        if (arrangement == null || !PREPAID_OR_COLLECT.contains(arrangement)) {
            return;
        }
        boolean prepaid = arrangement.equals("P");
        var against = prepaid ? Phrases.FREIGHT_COLLECT : Phrases.FREIGHT_PREPAID;
        for (XmlElement content : Phrases.clauses(document)) {
            String found = against.in(content);
            if (found != null) {
                findings.tell(FREIGHT_CLAUSE, content, found, prepaid ? "FREIGHT PREPAID" : "FREIGHT COLLECT");
            }
        }
    }

    private void declared(XmlElement of) {
        var amount = of.first("DeclaredValueForCarriageAmount");
        var value = Values.number(amount);
        if (amount != null && value != null && value.signum() > 0) {
            findings.tell(AD_VALOREM, amount, Values.plain(value), "no declared value");
        }
    }

    /** What holds of every currency that stands alone. */
    void currency(XmlElement code) {
        if (Currencies.decimals(code.text().strip()) == null) {
            findings.tell(CURRENCY, code, "a currency of ISO 4217");
        }
    }

    /** What holds of every amount, wherever it stands. */
    void amount(XmlElement amount) {
        String currency = amount.attribute("currencyID");
        var decimals = currency == null ? null : Currencies.decimals(currency);
        if (decimals == null) {
            findings.tell(CURRENCY, amount, currency, "a currency of ISO 4217");
            return;
        }
        var value = Values.number(amount);
        if (value != null
                && value.scale() > decimals
                && value.stripTrailingZeros().scale() > decimals
                && !UNIT_PRICE.equals(amount.name())) {
            findings.tell(DECIMALS, amount, "at most " + decimals + " decimals in " + currency);
        }
    }
}
