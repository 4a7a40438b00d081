package org.tegata.rules.en16931;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;

/** What {@link StructureChecks} asks of elements. */
final class StructureConditions {

    private static final Name TYPE_CODE = Name.of("ram:TypeCode");
    private static final Name GROSS_PRICE = Name.of("ram:GrossPriceProductTradePrice");
    private static final Path DISCOUNT_INDICATOR = Path.of("ram:AppliedTradeAllowanceCharge/ram:ChargeIndicator");
    private static final Path DISCOUNT_AMOUNT = Path.of("ram:AppliedTradeAllowanceCharge/ram:ActualAmount");
    private static final Name INDICATOR = Name.of("udt:Indicator");
    private static final Name ADDITIONAL = Name.of("ram:AdditionalReferencedDocument");
    private static final Path IBAN = Path.of("ram:PayeePartyCreditorFinancialAccount/ram:IBANID");
    private static final Path ACCOUNT = Path.of("ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID");
    private static final Name LINE = Name.of("ram:IncludedSupplyChainTradeLineItem");
    private static final Name LINE_DELIVERY = Name.of("ram:SpecifiedLineTradeDelivery");
    private static final Name BILLED_QUANTITY = Name.of("ram:BilledQuantity");

    private static final int YEAR_DIGITS = 4;
    private static final int MONTH_AND_DAY_DIGITS = 4;
    private static final int MONTHS = 12;
    private static final int DAYS = 31;
    private static final int TEN = 10;

    private StructureConditions() {}

    /** Whether any child of that name passes. */
    static boolean any(Element parent, Name name, Predicate<Element> test) {
        for (Element child = parent.firstChild(); child != null; child = child.next()) {
            if (child.name() == name && test.test(child)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any type code is written exactly so. */
    static boolean ofType(Element document, String code) {
        return any(document, TYPE_CODE, type -> type.text().equals(code));
    }

    /** Whether the (first) type code is this one, white space at its ends aside. */
    static boolean ofTypeIgnoringSpace(Element document, String code) {
        var type = document.child(TYPE_CODE);
        return type != null && StructureText.normalized(type.text()).equals(code);
    }

    static boolean additional(Element document) {
        return document.name() == ADDITIONAL;
    }

    static int additionalOfType(Element parent, String code) {
        int count = 0;
        for (Element child = parent.firstChild(); child != null; child = child.next()) {
            if (child.name() == ADDITIONAL && ofType(child, code)) {
                count++;
            }
        }
        return count;
    }

    /** How many additional documents of a type there are; or, if a part is named, how often they have it in all. */
    static int additionalOfTypeIgnoringSpace(Element parent, String code, @Nullable Name part) {
        int count = 0;
        for (Element child = parent.firstChild(); child != null; child = child.next()) {
            if (child.name() == ADDITIONAL && ofTypeIgnoringSpace(child, code)) {
                count += part == null ? 1 : child.count(part);
            }
        }
        return count;
    }

    /** Whether the gross price has an amount and an indicator that is false, or neither. */
    static boolean wholeDiscount(Element agreement) {
        if (!agreement.has(GROSS_PRICE)) {
            return true;
        }
        boolean amount = any(agreement, GROSS_PRICE, DISCOUNT_AMOUNT::existsIn);
        if (!amount) {
            return !any(agreement, GROSS_PRICE, DISCOUNT_INDICATOR::existsIn);
        }
        return any(
                agreement,
                GROSS_PRICE,
                price -> DISCOUNT_INDICATOR.anyIn(
                        price, indicator -> any(indicator, INDICATOR, StructureConditions::isFalse)));
    }

    private static boolean isFalse(Element indicator) {
        var value = StructureText.normalized(indicator.text());
        return value.equals("false") || value.equals("0");
    }

    /** Whether all on this path have the same text, white space aside. */
    static boolean allSame(Path path, Element from) {
        var first = path.firstIn(from);
        if (first == null) {
            return true;
        }
        var text = StructureText.normalized(first.text());
        return !path.anyIn(
                from, other -> !StructureText.normalized(other.text()).equals(text));
    }

    static boolean transferToNoAccount(Element means) {
        return (ofTypeIgnoringSpace(means, "30") || ofTypeIgnoringSpace(means, "58"))
                && !IBAN.existsIn(means)
                && !ACCOUNT.existsIn(means);
    }

    /** Whether the quantity is in a line whose own billed quantity has a unit: then no other line need be asked. */
    static boolean inLineWithUnit(Element quantity) {
        for (Element above = quantity.parent(); above != null; above = above.parent()) {
            if (above.name() == LINE) {
                var delivery = above.child(LINE_DELIVERY);
                var billed = delivery == null ? null : delivery.child(BILLED_QUANTITY);
                return billed != null && billed.attribute("unitCode") != null;
            }
        }
        return false;
    }

    /** Whether it is four digits of any script, a month 01 to 12 and a day 01 to 31, white space at the ends aside. */
    static boolean date(String written) {
        int at = 0;
        int end = written.length();
        while (at < end && StructureText.white(written.charAt(at))) {
            at++;
        }
        while (end > at && StructureText.white(written.charAt(end - 1))) {
            end--;
        }
        for (int i = 0; i < YEAR_DIGITS; i++) {
            if (at >= end || !Character.isDigit(written.codePointAt(at))) {
                return false;
            }
            at = written.offsetByCodePoints(at, 1);
        }
        return end - at == MONTH_AND_DAY_DIGITS && between(written, at, 1, MONTHS) && between(written, at + 2, 1, DAYS);
    }

    private static boolean between(String written, int at, int from, int to) {
        int tens = written.charAt(at) - '0';
        int ones = written.charAt(at + 1) - '0';
        if (tens < 0 || tens >= TEN || ones < 0 || ones >= TEN) {
            return false;
        }
        int number = TEN * tens + ones;
        return number >= from && number <= to;
    }
}
