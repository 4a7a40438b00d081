package org.tegata.lc.domain;

import java.util.Locale;
import org.tegata.problem.ProblemType;

/** Why lc-service refuses a request, in order of precedence. */
public enum CreditProblem implements ProblemType {
    MT700_INVALID(422, "The text is not an MT700 that can be issued here; see findings"),
    PARTIES_INVALID(422, "The parties given do not fit the credit"),
    CREDIT_NUMBER_TAKEN(409, "The issuing bank has issued a credit of this number"),
    NOT_YOUR_ACT(403, "Another party to this credit does that"),
    WRONG_STATE(409, "The credit or the presentation is past that act, or not yet there"),
    ALREADY_PRESENTED(409, "That document is in another presentation under this credit"),
    CURRENCY_DIFFERS(422, "The drawing is not in the currency of the credit"),
    NOT_PRESENTERS_DOCUMENT(422, "The presenter has nothing to do with that document, or its bytes differ"),
    FACTS_NOT_ARRIVED(409, "The owner of a document has not yet told this service about it; try again"),
    JUDGEMENT_NOT_NEEDED(422, "A person decides only what the data could not"),
    EXCEEDS_AVAILABLE(409, "Less than that amount is left under the credit");

    private final int status;
    private final String title;

    CreditProblem(int status, String title) {
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
