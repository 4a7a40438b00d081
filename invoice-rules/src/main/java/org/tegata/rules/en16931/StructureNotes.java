package org.tegata.rules.en16931;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.rule.RuleBook;

/** What the structure rules need to know of the document as a whole; part of the tally. */
final class StructureNotes {

    private boolean unitOfBilledQuantity;
    private @Nullable String dueDateTypeCode;
    private boolean dueDateTypeCodesDiffer;

    static <T> void gather(RuleBook<T> book, Function<T, StructureNotes> notes) {
        book.gather(
                "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem"
                        + "/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity",
                (tally, quantity) -> notes.apply(tally).noteBilledQuantity(quantity));
        book.gather(
                "//ram:ApplicableTradeTax/ram:DueDateTypeCode",
                (tally, code) -> notes.apply(tally).noteDueDateTypeCode(code.text()));
    }

    private void noteBilledQuantity(Element quantity) {
        unitOfBilledQuantity = unitOfBilledQuantity || quantity.attribute("unitCode") != null;
    }

    private void noteDueDateTypeCode(String code) {
        if (dueDateTypeCode == null) {
            dueDateTypeCode = code;
        } else if (!dueDateTypeCode.equals(code)) {
            dueDateTypeCodesDiffer = true;
        }
    }

    /** Whether any line says in which unit its quantity (BT-129) is. */
    boolean unitOfBilledQuantity() {
        return unitOfBilledQuantity;
    }

    /** Whether there are different codes for the date on which VAT becomes due (BT-8). */
    boolean dueDateTypeCodesDiffer() {
        return dueDateTypeCodesDiffer;
    }
}
