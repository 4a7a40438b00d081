package org.tegata.lc.domain;

/** What a party can do to a credit or to a presentation under it (UCP 600 art. 7 to 9, 14 to 16). */
public enum CreditAct {
    ADVISE("advise"),
    CONFIRM("confirm"),
    DECLINE_CONFIRMATION("decline to confirm"),
    PRESENT("present documents under"),
    EXAMINE("examine a presentation under"),
    REFUSE("refuse a presentation under"),
    HONOUR("honour a presentation under");

    private final String words;

    CreditAct(String words) {
        this.words = words;
    }

    /** As it reads in a sentence before "this credit". */
    public String words() {
        return words;
    }
}
