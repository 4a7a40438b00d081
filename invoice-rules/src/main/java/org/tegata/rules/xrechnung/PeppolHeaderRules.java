package org.tegata.rules.xrechnung;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/** What XRechnung takes over from Peppol about process, addresses, currencies and direct debit. */
final class PeppolHeaderRules {

    private static final Set<String> DIRECT_DEBIT = Set.of("49", "59");
    private static final Path PROCESS = Path.of("ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID");
    private static final Path ADDRESS = Path.of("ram:URIUniversalCommunication/ram:URIID");
    private static final Path TAX_TOTAL =
            Path.of("ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount");
    private static final Name TAX_CURRENCY = Name.of("ram:TaxCurrencyCode");
    private static final Name CURRENCY = Name.of("ram:InvoiceCurrencyCode");
    private static final Name TYPE = Name.of("ram:TypeCode");

    private PeppolHeaderRules() {}

    static void addTo(Pattern<XRechnungNotes> pattern) {
        pattern.on("//rsm:ExchangedDocumentContext")
                .error("PEPPOL-EN16931-R001")
                .says(
                        "The invoice does not name the business process it belongs to (BT-23).",
                        "請求書に、属するビジネスプロセス（BT-23）が記載されていません。")
                .hint(
                        "Add BusinessProcessSpecifiedDocumentContextParameter/ID, in Peppol"
                                + " urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.",
                        "BusinessProcessSpecifiedDocumentContextParameter/ID を追加してください（Peppol では"
                                + " urn:fdc:peppol.eu:2017:poacc:billing:01:1.0）。")
                .holds(PROCESS::existsIn);
        currencies(pattern.on("//ram:ApplicableHeaderTradeSettlement"));
        pattern.on("//ram:BuyerTradeParty")
                .error("PEPPOL-EN16931-R010")
                .says("The buyer has no electronic address (BT-49).", "買手の電子アドレス（BT-49）がありません。")
                .hint(
                        "Add URIUniversalCommunication/URIID with its schemeID to the buyer.",
                        "買手に URIUniversalCommunication/URIID を schemeID とともに追加してください。")
                .holds(ADDRESS::existsIn);
        pattern.on("//ram:SellerTradeParty")
                .error("PEPPOL-EN16931-R020")
                .says("The seller has no electronic address (BT-34).", "売手の電子アドレス（BT-34）がありません。")
                .hint(
                        "Add URIUniversalCommunication/URIID with its schemeID to the seller.",
                        "売手に URIUniversalCommunication/URIID を schemeID とともに追加してください。")
                .holds(ADDRESS::existsIn);
        pattern.on("//ram:SpecifiedTradeSettlementPaymentMeans")
                .when(means -> DIRECT_DEBIT.contains(Texts.normal(means.text(TYPE))))
                .error("PEPPOL-EN16931-R061")
                .says(
                        "The invoice is collected by direct debit, but no mandate is named (BT-89).",
                        "口座振替による支払いですが、口座振替の承諾（マンデート）の参照番号（BT-89）がありません。")
                .hint(
                        "Add SpecifiedTradePaymentTerms/DirectDebitMandateID, or choose other payment means (BT-81).",
                        "SpecifiedTradePaymentTerms/DirectDebitMandateID を追加するか、別の支払手段（BT-81）を" + "選んでください。")
                .holdsByDocument(doc -> doc.tally().mandate());
    }

    private static void currencies(Context<XRechnungNotes> settlement) {
        settlement
                .error("PEPPOL-EN16931-R005")
                .says(
                        "The VAT accounting currency (BT-6) is the same as the invoice currency (BT-5).",
                        "VAT会計通貨（BT-6）が請求書の通貨（BT-5）と同じです。")
                .hint(
                        "Leave TaxCurrencyCode out unless VAT is accounted for in another currency.",
                        "VAT を別の通貨で計上する場合を除き、TaxCurrencyCode を記載しないでください。")
                .actual(e -> e.text(TAX_CURRENCY))
                .holds(e -> !e.has(TAX_CURRENCY)
                        || !Texts.normal(e.text(TAX_CURRENCY)).equals(Texts.normal(e.text(CURRENCY))));
        settlement
                .error("PEPPOL-EN16931-R053")
                .says(
                        "The total VAT in the invoice currency (BT-110) is stated more than once.",
                        "請求書の通貨での税額合計（BT-110）が複数あります。")
                .hint(
                        "Keep one TaxTotalAmount whose currencyID is the InvoiceCurrencyCode.",
                        "currencyID が InvoiceCurrencyCode と同じ TaxTotalAmount を一つだけ残してください。")
                .actual(e -> String.valueOf(inInvoiceCurrency(e)))
                .expected("at most 1")
                .holds(e -> inInvoiceCurrency(e) <= 1);
        settlement
                .error("PEPPOL-EN16931-R054")
                .says(
                        "A total VAT in another currency (BT-111) stands there exactly once if the VAT accounting"
                                + " currency (BT-6) is named, and else not at all.",
                        "他の通貨での税額合計（BT-111）は、VAT会計通貨（BT-6）がある場合は一つだけ必要であり、" + "ない場合は記載できません。")
                .hint(
                        "Give TaxTotalAmount once in the currency of TaxCurrencyCode, or remove both.",
                        "TaxCurrencyCode の通貨で TaxTotalAmount を一つ記載するか、両方を削除してください。")
                .actual(e -> String.valueOf(inOthers(e)))
                .expected(e -> e.has(TAX_CURRENCY) ? "1" : "0")
                .holds(e -> inOthers(e) == (e.has(TAX_CURRENCY) ? 1 : 0));
        settlement
                .error("PEPPOL-EN16931-R055")
                .says(
                        "The two totals of VAT (BT-110 and BT-111) do not have the same sign.",
                        "二つの税額合計（BT-110 と BT-111）の符号が一致していません。")
                .hint(
                        "State both as charges or both as credits: the same tax in two currencies.",
                        "同じ税額を二つの通貨で示すものなので、正負をそろえてください。")
                .actual(PeppolHeaderRules::shownTotals)
                .holds(PeppolHeaderRules::sameSign);
    }

    private static boolean sameSign(Element settlement) {
        String tax = settlement.text(TAX_CURRENCY);
        String invoice = settlement.text(CURRENCY);
        if (tax == null || !anyTotal(settlement, amount -> in(amount, invoice))) {
            return true;
        }
        return anyTotal(settlement, amount -> in(amount, tax) && negative(amount))
                        && anyTotal(settlement, amount -> in(amount, invoice) && negative(amount))
                || anyTotal(settlement, amount -> in(amount, tax) && !negative(amount))
                        && anyTotal(settlement, amount -> in(amount, invoice) && !negative(amount));
    }

    private static String shownTotals(Element settlement) {
        var shown = new StringBuilder();
        TAX_TOTAL.forEachIn(
                settlement,
                amount -> shown.append(shown.isEmpty() ? "" : ", ")
                        .append(amount.text().strip())
                        .append(' ')
                        .append(amount.attribute("currencyID")));
        return shown.toString();
    }

    private static boolean anyTotal(Element settlement, Predicate<Element> test) {
        return TAX_TOTAL.anyIn(settlement, test);
    }

    private static int totals(Element settlement, Predicate<Element> test) {
        int[] count = {0};
        TAX_TOTAL.forEachIn(settlement, amount -> count[0] += test.test(amount) ? 1 : 0);
        return count[0];
    }

    private static int inInvoiceCurrency(Element settlement) {
        String currency = settlement.text(CURRENCY);
        return totals(settlement, amount -> in(amount, currency));
    }

    /** How many totals name a currency that is not the invoice's. */
    private static int inOthers(Element settlement) {
        String currency = settlement.text(CURRENCY);
        return totals(
                settlement,
                amount -> currency != null && amount.attribute("currencyID") != null && !in(amount, currency));
    }

    private static boolean in(Element amount, @Nullable String currency) {
        return currency != null && currency.equals(amount.attribute("currencyID"));
    }

    /** A zero with a minus and a point is negative too: so the processor of the official rules has it. */
    private static boolean negative(Element amount) {
        var value = amount.decimal();
        if (value == null || value.signum() != 0) {
            return value != null && value.signum() < 0;
        }
        return amount.text().indexOf('-') >= 0 && amount.text().indexOf('.') >= 0;
    }
}
