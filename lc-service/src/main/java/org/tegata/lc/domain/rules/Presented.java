package org.tegata.lc.domain.rules;

import org.tegata.lc.domain.BillFacts;
import org.tegata.lc.domain.BillTitle;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.InvoiceFacts;
import org.tegata.lc.domain.LetterOfCredit;
import org.tegata.lc.domain.Money;
import org.tegata.lc.domain.Presentation;

/**
 * All that a rule may look at: the credit, the presentation, and what the owners of the documents say they contain.
 *
 * @param available what can be drawn, this drawing not counted
 */
record Presented(
        Credit credit,
        Presentation presentation,
        InvoiceFacts invoice,
        BillFacts bill,
        BillTitle title,
        Money available) {

    LetterOfCredit terms() {
        return credit.terms();
    }

    /** Data of a document that is not the presenter's are not looked at, nor told to anyone. */
    boolean invoiceIsPresenters() {
        return invoice.digest().equals(presentation.invoice().digest())
                && invoice.parties().contains(presentation.presenter())
                && !invoice.cancelled();
    }

    /** Whether the presenter has held the bill, and these are its bytes. */
    boolean billIsPresenters() {
        return bill.digest().equals(presentation.bill().digest())
                && title.holders().contains(presentation.presenter());
    }
}
