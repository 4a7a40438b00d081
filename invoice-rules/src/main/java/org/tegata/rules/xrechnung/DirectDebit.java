package org.tegata.rules.xrechnung;

import org.tegata.rules.document.Element;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Doc;

/** The three parts of a direct debit (BG-19), which stand in three places: mandate, creditor and debited account. */
final class DirectDebit {

    private static final Path ACCOUNT = Path.of("ram:PayerPartyDebtorFinancialAccount/ram:IBANID");
    private static final Path ANY_ACCOUNT = Path.of("rsm:SupplyChainTradeTransaction"
            + "/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementPaymentMeans"
            + "/ram:PayerPartyDebtorFinancialAccount/ram:IBANID");

    private DirectDebit() {}

    static void addTo(Context<XRechnungNotes> invoice) {
        invoice.error("BR-DE-30")
                .says(
                        "Of a direct debit (BG-19) the creditor (BT-90) is missing, or nothing else is there.",
                        "口座振替（BG-19）の債権者の識別子（BT-90）がないか、それだけが記載されています。")
                .hint(
                        "Give the creditor identifier in CreditorReferenceID together with the mandate (BT-89) or the"
                                + " debited account (BT-91), or none of the three.",
                        "口座振替の承諾（マンデート）の参照番号（BT-89）または引落口座（BT-91）とともに CreditorReferenceID に"
                                + "債権者の識別子を記載するか、三つとも削除してください。")
                .holdsAtEnd((e, doc) -> doc.tally().creditor() == (doc.tally().mandate() || ANY_ACCOUNT.existsIn(e)));
        invoice.error("BR-DE-31")
                .says(
                        "Of a direct debit (BG-19) the debited account (BT-91) is missing, or nothing else is there.",
                        "口座振替（BG-19）の引落口座（BT-91）がないか、それだけが記載されています。")
                .hint(
                        "Give the debtor's IBAN in PayerPartyDebtorFinancialAccount together with the mandate (BT-89)"
                                + " or the creditor (BT-90), or none of the three.",
                        "口座振替の承諾（マンデート）の参照番号（BT-89）または債権者の識別子（BT-90）とともに PayerPartyDebtorFinancialAccount に債務者の"
                                + " IBAN を記載するか、三つとも削除してください。")
                .holdsAtEnd((e, doc) -> ANY_ACCOUNT.existsIn(e)
                        == (doc.tally().mandate() || doc.tally().creditor()));
    }

    /** Whether these payment means, or the invoice around them, speak of a direct debit. */
    static boolean spokenOf(Element paymentMeans, Doc<XRechnungNotes> doc) {
        return doc.tally().mandate() || doc.tally().creditor() || ACCOUNT.existsIn(paymentMeans);
    }
}
