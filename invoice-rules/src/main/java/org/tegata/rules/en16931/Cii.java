package org.tegata.rules.en16931;

import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;

/** Names and places of CII that several groups of rules speak of. */
final class Cii {

    static final String INVOICE = "/rsm:CrossIndustryInvoice";
    static final String TRANSACTION = INVOICE + "/rsm:SupplyChainTradeTransaction";

    static final Name CATEGORY_CODE = Name.of("ram:CategoryCode");
    static final Name RATE = Name.of("ram:RateApplicablePercent");
    static final Name BASIS_AMOUNT = Name.of("ram:BasisAmount");
    static final Name CALCULATED_AMOUNT = Name.of("ram:CalculatedAmount");
    static final Name ACTUAL_AMOUNT = Name.of("ram:ActualAmount");
    static final Name LINE_TOTAL = Name.of("ram:LineTotalAmount");
    static final Name TRADE_TAX = Name.of("ram:ApplicableTradeTax");
    static final Name ALLOWANCE_CHARGE = Name.of("ram:SpecifiedTradeAllowanceCharge");
    static final Name CATEGORY_TAX = Name.of("ram:CategoryTradeTax");
    static final Name INVOICE_CURRENCY = Name.of("ram:InvoiceCurrencyCode");
    static final Name TAX_CURRENCY = Name.of("ram:TaxCurrencyCode");

    /** From the root. */
    static final Path AGREEMENT = Path.of("rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement");

    static final Path DELIVERY = Path.of("rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery");
    static final Path SETTLEMENT = Path.of("rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement");

    private static final Name TYPE_CODE = Name.of("ram:TypeCode");
    private static final Path INDICATOR = Path.of("ram:ChargeIndicator/udt:Indicator");

    private Cii() {}

    /** Whether a TradeTax is VAT, in whatever case that is written. */
    static boolean vat(Element tax) {
        return "VAT".equalsIgnoreCase(tax.text(TYPE_CODE));
    }

    /** Whether a TradeAllowanceCharge is a charge (BG-21, BG-28), or whether it is an allowance (BG-20, BG-27). */
    static boolean is(boolean charge, Element allowanceCharge) {
        Element indicator = INDICATOR.firstIn(allowanceCharge);
        if (indicator == null) {
            return false;
        }
        String value = indicator.text().strip();
        return charge ? value.equals("true") || value.equals("1") : value.equals("false") || value.equals("0");
    }

    /** The element above; every element that a rule asks this of has one. */
    static Element above(Element element) {
        Element parent = element.parent();
        if (parent == null) {
            throw new IllegalArgumentException("nothing is above " + element.name());
        }
        return parent;
    }

    /** Whether both are there and the same text. */
    static boolean same(@Nullable String left, @Nullable String right) {
        return left != null && left.equals(right);
    }

    /** Whether there is anything but white space as XML understands it, so an ideographic space is something. */
    static boolean filled(@Nullable String text) {
        if (text != null) {
            for (int i = 0; i < text.length(); i++) {
                if (!white(text.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean white(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** How many characters are left when white space around is cut off, and made one character within. */
    static int normalizedLength(String text) {
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (white(text.charAt(i))) {
                gap = length > 0;
            } else {
                length += gap ? 2 : 1;
                gap = false;
            }
        }
        return length;
    }
}
