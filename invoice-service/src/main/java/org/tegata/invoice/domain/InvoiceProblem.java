package org.tegata.invoice.domain;

import java.util.Locale;
import org.tegata.problem.ProblemType;

/** Why invoice-service refuses a request, in order of precedence. */
public enum InvoiceProblem implements ProblemType {
    UNKNOWN_RULE_SET(400, "There is no rule set of that name"),
    PDF_UNREADABLE(400, "The PDF is broken, encrypted, or larger inside than this service reads"),
    PDF_WITHOUT_INVOICE(422, "The PDF does not carry exactly one invoice as XML"),
    INVOICE_INVALID(422, "The invoice breaks the rules of its type"),
    INVOICE_NUMBER_TAKEN(409, "This submitter has sent an invoice of that seller with that number before"),
    NOT_YOUR_ACT(403, "Another party to this document has that right"),
    WRONG_STATE(409, "The document's status does not allow that act");

    private final int status;
    private final String title;

    InvoiceProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
