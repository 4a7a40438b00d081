package org.tegata.lc.xml;

import org.jspecify.annotations.Nullable;

/** The codes that our LetterOfCredit uses: UNTDID 3035 for parties, 3227 for places. */
final class Codes {

    static final String GUIDELINE = "urn:tegata:guideline:letter-of-credit:1";

    /** The list of subject codes of notes that carry a field of an MT700 verbatim. */
    static final String FIELD_LIST = "SWIFT-MT700";

    static final String ISSUING_BANK = "AZ";
    static final String ADVISING_BANK = "CPA";
    static final String ADVISE_THROUGH_BANK = "CPC";
    static final String BENEFICIARY = "DG";
    static final String APPLICANT = "DF";
    static final String APPLICANTS_BANK = "AW";
    static final String AVAILABLE_WITH = "DA";
    static final String DRAWEE = "DW";
    static final String REIMBURSING_BANK = "BD";
    static final String PLACE_OF_EXPIRY = "143";
    static final String DAYS = "DAY";

    private Codes() {}

    /** Whether ALLOWED or NOT ALLOWED, which the registered indicator can say; CONDITIONAL it cannot. */
    static boolean isPlain(@Nullable String allowance) {
        return allowance != null && !allowance.equals("CONDITIONAL");
    }

    static boolean allowed(@Nullable String allowance) {
        return "ALLOWED".equals(allowance);
    }
}
