package org.tegata.rules.en16931;

import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;
import org.tegata.rules.rule.Rule;

/** How to pay (BG-16 to BG-18): BR-49 to BR-51, BR-61, and in older versions BR-CO-25 and BR-CO-27. */
final class PaymentRules {

    private static final String MEANS = "//ram:SpecifiedTradeSettlementPaymentMeans";
    private static final Name TYPE_CODE = Name.of("ram:TypeCode");
    private static final Name IBAN = Name.of("ram:IBANID");
    private static final Name ACCOUNT = Name.of("ram:ProprietaryID");
    private static final Name CARD_NUMBER = Name.of("ram:ID");
    private static final Name CREDITOR_ACCOUNT = Name.of("ram:PayeePartyCreditorFinancialAccount");

    private PaymentRules() {}

    static void addTo(Pattern<Totals> pattern, Context<Totals> invoice, En16931Version version) {
        card(pattern, version);
        transfer(pattern, version);
        Context<Totals> means = pattern.on(MEANS);
        Required.present(means, "BR-49", "ram:TypeCode", "The type of payment means (BT-81)", "支払手段コード（BT-81）");
        if (!version.since(En16931Version.V1_3_14)) {
            // It asks for an account number of either kind, or of neither: always true.
            oneAccount(means).holds(payment -> true);
        } else if (!version.since(En16931Version.V1_3_15)) {
            // Never asked: every payment means belongs to the context before.
            oneAccount(pattern.on(MEANS).when(payment -> is(payment, "49") || is(payment, "59")))
                    .holds(PaymentRules::hasOneAccount);
        }
        if (!version.since(En16931Version.V1_3_16)) {
            dueDate(invoice);
        }
    }

    private static void card(Pattern<Totals> pattern, En16931Version version) {
        boolean normalized = version.since(En16931Version.V1_3_16);
        pattern.on("//ram:ApplicableTradeSettlementFinancialCard")
                .error("BR-51")
                .says(
                        "The number of a payment card (BT-87) has more than ten characters.",
                        "支払カードの番号（BT-87）が10文字を超えています。")
                .hint("Write the first six digits at most, and the last four.", "番号は最初の6桁までと最後の4桁だけにしてください。")
                .holds(card -> {
                    String number = card.text(CARD_NUMBER);
                    return number == null
                            || (normalized ? Cii.normalizedLength(number) : number.codePointCount(0, number.length()))
                                    <= 10;
                })
                // The whole number is what should not be passed on.
                .actual(card -> null);
    }

    private static void transfer(Pattern<Totals> pattern, En16931Version version) {
        // 1.3.13 looked at the account of the debtor by mistake.
        String account = version.since(En16931Version.V1_3_14)
                ? "/ram:PayeePartyCreditorFinancialAccount"
                : "/ram:PayerPartyDebtorFinancialAccount";
        boolean filled = version.since(En16931Version.V1_3_16);
        Context<Totals> transfer = pattern.on(MEANS + account).when(PaymentRules::ofTransfer);
        transfer.error("BR-50")
                .says(
                        "For a credit transfer the account to pay to (BT-84) is missing.",
                        "振込による支払いですが、振込先口座（BT-84）がありません。")
                .hint("Add ram:IBANID or ram:ProprietaryID.", "ram:IBANID か ram:ProprietaryID を追加してください。")
                .holds(filled ? PaymentRules::namesAccount : PaymentRules::hasAccount);
        transfer.error("BR-61")
                .says(
                        "The type of payment means (BT-81) is a credit transfer, so an account (BT-84) is needed.",
                        "支払手段（BT-81）が振込の場合、振込先口座（BT-84）が必要です。")
                .hint("Add ram:IBANID or ram:ProprietaryID.", "ram:IBANID か ram:ProprietaryID を追加してください。")
                .holds(PaymentRules::hasAccount);
    }

    /** Credit transfer (30) and SEPA credit transfer (58). */
    private static boolean ofTransfer(Element account) {
        String type = Cii.above(account).text(TYPE_CODE);
        return Cii.same(type, "30") || Cii.same(type, "58");
    }

    private static boolean hasAccount(Element account) {
        return account.has(IBAN) || account.has(ACCOUNT);
    }

    private static boolean namesAccount(Element account) {
        return filled(account.child(IBAN)) || filled(account.child(ACCOUNT));
    }

    private static boolean filled(@Nullable Element id) {
        return id != null && !id.blank();
    }

    private static boolean is(Element payment, String type) {
        String written = payment.text(TYPE_CODE);
        return written != null && written.strip().equals(type);
    }

    private static Rule<Totals> oneAccount(Context<Totals> means) {
        return means.error("BR-CO-27")
                .says(
                        "A direct debit names either an IBAN or another account number (BT-84), not both.",
                        "口座振替では、IBANかその他の口座番号（BT-84）のどちらか一方を書きます。")
                .hint("Keep one of ram:IBANID and ram:ProprietaryID.", "ram:IBANID か ram:ProprietaryID の一方だけにしてください。");
    }

    private static boolean hasOneAccount(Element payment) {
        Element account = payment.child(CREDITOR_ACCOUNT);
        return account != null && account.has(IBAN) != account.has(ACCOUNT);
    }

    private static void dueDate(Context<Totals> invoice) {
        Path due = Cii.SETTLEMENT.then("ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:DuePayableAmount");
        invoice.error("BR-CO-25")
                .says(
                        "An amount is due (BT-115), but there is neither a due date (BT-9) nor payment terms (BT-20).",
                        "支払金額（BT-115）があるのに、支払期日（BT-9）も支払条件（BT-20）もありません。")
                .hint(
                        "Add ram:SpecifiedTradePaymentTerms with ram:DueDateDateTime or ram:Description.",
                        "ram:DueDateDateTime か ram:Description のある ram:SpecifiedTradePaymentTerms を追加してください。")
                .holdsByDocument(
                        doc -> !(doc.tally().duePayable() > 0) || doc.tally().hasPaymentTerms())
                .actual(due::textIn);
    }
}
