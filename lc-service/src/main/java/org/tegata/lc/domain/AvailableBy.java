package org.tegata.lc.domain;

/** How a credit is available (UCP 600 art. 6(b)): the code words of field 41a and the codes of UNTDID 4279. */
public enum AvailableBy {
    PAYMENT("BY PAYMENT", "23"),
    DEFERRED_PAYMENT("BY DEF PAYMENT", "24"),
    ACCEPTANCE("BY ACCEPTANCE", "25"),
    NEGOTIATION("BY NEGOTIATION", "29"),
    MIXED_PAYMENT("BY MIXED PYMT", "6");

    private final String codeWord;
    private final String paymentTermsCode;

    AvailableBy(String codeWord, String paymentTermsCode) {
        this.codeWord = codeWord;
        this.paymentTermsCode = paymentTermsCode;
    }

    public String codeWord() {
        return codeWord;
    }

    public String paymentTermsCode() {
        return paymentTermsCode;
    }

    public static AvailableBy ofCodeWord(String word) {
        for (var by : values()) {
            if (by.codeWord.equals(word)) {
                return by;
            }
        }
        throw new IllegalArgumentException("not an availability: " + word);
    }

    public static AvailableBy ofPaymentTermsCode(String code) {
        for (var by : values()) {
            if (by.paymentTermsCode.equals(code)) {
                return by;
            }
        }
        throw new IllegalArgumentException("not an availability: " + code);
    }
}
