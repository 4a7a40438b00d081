package org.tegata.rules.xrechnung;

import java.util.Set;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/** What Germany demands of payment means, and of the rate of a VAT breakdown: what is said must fit the code. */
final class PaymentRules {

    private static final String MEANS = XRechnungBook.SETTLEMENT + "/ram:SpecifiedTradeSettlementPaymentMeans";
    private static final Set<String> TRANSFER = Set.of("30", "58");
    private static final Set<String> CARD = Set.of("48", "54", "55");
    private static final String SEPA_TRANSFER = "58";
    private static final String SEPA_DEBIT = "59";
    private static final Name TYPE = Name.of("ram:TypeCode");
    private static final Name PAYEE_ACCOUNT = Name.of("ram:PayeePartyCreditorFinancialAccount");
    private static final Name PAYEE_BANK = Name.of("ram:PayeeSpecifiedCreditorFinancialInstitution");
    private static final Name PAYER_BANK = Name.of("ram:PayerSpecifiedDebtorFinancialInstitution");
    private static final Name FINANCIAL_CARD = Name.of("ram:ApplicableTradeSettlementFinancialCard");
    private static final Name RATE = Name.of("ram:RateApplicablePercent");
    private static final Path PAYEE_IBAN = Path.of("ram:PayeePartyCreditorFinancialAccount/ram:IBANID");
    private static final Path PAYER_IBAN = Path.of("ram:PayerPartyDebtorFinancialAccount/ram:IBANID");

    private PaymentRules() {}

    static void addTo(Pattern<XRechnungNotes> pattern) {
        transfer(pattern.on(MEANS).when(e -> TRANSFER.contains(type(e))));
        card(pattern.on(MEANS).when(e -> CARD.contains(type(e))));
        directDebit(pattern.on(MEANS).when(e -> type(e).equals(SEPA_DEBIT)));
        pattern.on(XRechnungBook.SETTLEMENT + "/ram:ApplicableTradeTax")
                .error("BR-DE-14")
                .says("A VAT breakdown has no rate (BT-119).", "税区分別内訳にVAT税率（BT-119）がありません。")
                .hint(
                        "Fill in RateApplicablePercent; 0 where no VAT is due.",
                        "RateApplicablePercent を記載してください（VAT がかからない場合は 0）。")
                .actual(e -> e.text(RATE))
                .holds(e -> Texts.filled(e, RATE));
    }

    private static String type(Element means) {
        return Texts.normal(means.text(TYPE));
    }

    private static void transfer(Context<XRechnungNotes> transfer) {
        transfer.warning("BR-DE-19")
                .says(
                        "The account for a SEPA credit transfer (BT-84) is not a right IBAN.",
                        "SEPA 振込の口座（BT-84）が正しい IBAN ではありません。")
                .hint(
                        "Check the IBAN: country, two check digits, at most 34 characters.",
                        "IBAN を確認してください（国コード、チェックディジット 2 桁、34 文字以内）。")
                .actual(PAYEE_IBAN::textIn)
                .holds(e -> !type(e).equals(SEPA_TRANSFER) || Iban.valid(PAYEE_IBAN.textIn(e)));
        transfer.error("BR-DE-23-a")
                .says(
                        "The invoice is paid by credit transfer (BT-81), but no account is named (BG-17).",
                        "振込による支払い（BT-81）ですが、振込先の口座（BG-17）がありません。")
                .hint(
                        "Add PayeePartyCreditorFinancialAccount with the IBANID.",
                        "PayeePartyCreditorFinancialAccount を IBANID とともに追加してください。")
                .holds(e -> e.has(PAYEE_ACCOUNT));
        transfer.error("BR-DE-23-b")
                .says(
                        "The invoice is paid by credit transfer (BT-81), but it also speaks of a card (BG-18) or a"
                                + " direct debit (BG-19).",
                        "振込による支払い（BT-81）ですが、カード（BG-18）または口座振替（BG-19）についても記載されて" + "います。")
                .hint(
                        "Remove what belongs to the other means, or correct the code.",
                        "他の支払手段に関する記載を削除するか、コードを訂正してください。")
                .actual(e -> e.text(TYPE))
                .holdsAtEnd((e, doc) -> !e.has(FINANCIAL_CARD) && !DirectDebit.spokenOf(e, doc));
    }

    private static void card(Context<XRechnungNotes> card) {
        card.error("BR-DE-24-a")
                .says(
                        "The invoice is paid by card (BT-81), but no card is described (BG-18).",
                        "カードによる支払い（BT-81）ですが、カードの情報（BG-18）がありません。")
                .hint(
                        "Add ApplicableTradeSettlementFinancialCard.",
                        "ApplicableTradeSettlementFinancialCard を追加してください。")
                .holds(e -> e.has(FINANCIAL_CARD));
        card.error("BR-DE-24-b")
                .says(
                        "The invoice is paid by card (BT-81), but it also names an account for a transfer (BG-17) or"
                                + " speaks of a direct debit (BG-19).",
                        "カードによる支払い（BT-81）ですが、振込先の口座（BG-17）または口座振替（BG-19）についても記載されて" + "います。")
                .hint(
                        "Remove what belongs to the other means, or correct the code.",
                        "他の支払手段に関する記載を削除するか、コードを訂正してください。")
                .actual(e -> e.text(TYPE))
                .holdsAtEnd((e, doc) -> !e.has(PAYEE_ACCOUNT) && !DirectDebit.spokenOf(e, doc));
    }

    private static void directDebit(Context<XRechnungNotes> debit) {
        debit.warning("BR-DE-20")
                .says(
                        "The account debited by SEPA direct debit (BT-91) is not a right IBAN.",
                        "SEPA 口座振替の引落口座（BT-91）が正しい IBAN ではありません。")
                .hint(
                        "Check the IBAN: country, two check digits, at most 34 characters.",
                        "IBAN を確認してください（国コード、チェックディジット 2 桁、34 文字以内）。")
                .actual(PAYER_IBAN::textIn)
                .holds(e -> Iban.valid(PAYER_IBAN.textIn(e)));
        debit.error("BR-DE-25-a")
                .says(
                        "The invoice is paid by direct debit (BT-81), but mandate (BT-89), creditor (BT-90) and account"
                                + " (BT-91) are all missing.",
                        "口座振替による支払い（BT-81）ですが、口座振替の承諾（マンデート）の参照番号（BT-89）、債権者の識別子（BT-90）、" + "引落口座（BT-91）のいずれもありません。")
                .hint(
                        "Add DirectDebitMandateID, CreditorReferenceID and PayerPartyDebtorFinancialAccount.",
                        "DirectDebitMandateID、CreditorReferenceID、PayerPartyDebtorFinancialAccount を追加して" + "ください。")
                .holdsAtEnd(DirectDebit::spokenOf);
        debit.error("BR-DE-25-b")
                .says(
                        "The invoice is paid by direct debit (BT-81), but it also names an account or bank for a"
                                + " transfer (BG-17) or a card (BG-18).",
                        "口座振替による支払い（BT-81）ですが、振込先の口座や金融機関（BG-17）またはカード（BG-18）も記載" + "されています。")
                .hint(
                        "Remove what belongs to the other means, or correct the code.",
                        "他の支払手段に関する記載を削除するか、コードを訂正してください。")
                .actual(e -> e.text(TYPE))
                .holds(e ->
                        !e.has(PAYEE_ACCOUNT) && !e.has(PAYEE_BANK) && !e.has(PAYER_BANK) && !e.has(FINANCIAL_CARD));
    }
}
