package org.tegata.bl.domain;

/**
 * What kind of transport document is on record (UNTDID 1001; DCSA {@code transportDocumentTypeCode} BOL and SWB).
 *
 * <p>A sea waybill is no document of title: the carrier delivers to the consignee that it names, and until then takes
 * instructions from the shipper (CMI Rules for Sea Waybills 1990, rules 6 and 7; UCP 600 art. 21). So nothing of it can
 * be passed on, or be surrendered for the goods; whoever it was issued to can only have it amended, or put on paper.
 */
public enum DocumentKind {
    BILL_OF_LADING("705", "bill of lading", "船荷証券", "電子船荷証券記録"),
    SEA_WAYBILL("710", "sea waybill", "海上運送状", "電子海上運送状");

    private final String typeCode;
    private final String english;
    private final String japanese;
    private final String record;

    DocumentKind(String typeCode, String english, String japanese, String record) {
        this.typeCode = typeCode;
        this.english = english;
        this.japanese = japanese;
        this.record = record;
    }

    /** The kind with that UNTDID 1001 code. */
    public static DocumentKind of(String typeCode) {
        for (var kind : values()) {
            if (kind.typeCode.equals(typeCode)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of document on record here is " + typeCode);
    }

    public String typeCode() {
        return typeCode;
    }

    /** What people call it, in English. */
    public String english() {
        return english;
    }

    /** What people call it, in Japanese. */
    public String japanese() {
        return japanese;
    }

    /** What its electronic record is called in Japanese. */
    String recordInJapanese() {
        return record;
    }

    /** Whether a document of this kind can be the subject of that transaction at all. */
    boolean knows(ActionCode code) {
        return this == BILL_OF_LADING
                || switch (code) {
                    case ISSUE, SIGN, SURRENDER_FOR_AMENDMENT, SACC, SREJ -> true;
                    case TRANSFER, ENDORSE, ENDORSE_TO_ORDER, BLANK_ENDORSE, SURRENDER_FOR_DELIVERY -> false;
                };
    }

    /** The same of what a party asks for; in a chain a pledge is a transfer. */
    boolean knows(TitleAct act) {
        return switch (act) {
            case ENDORSE -> knows(ActionCode.ENDORSE);
            case ENDORSE_TO_ORDER -> knows(ActionCode.ENDORSE_TO_ORDER);
            case BLANK_ENDORSE -> knows(ActionCode.BLANK_ENDORSE);
            case TRANSFER, PLEDGE -> knows(ActionCode.TRANSFER);
            case SURRENDER_FOR_DELIVERY -> knows(ActionCode.SURRENDER_FOR_DELIVERY);
            // what may or must follow an act that the document does not know is a matter of its state
            case ISSUE,
                    REJECT_TRANSFER,
                    SIGN,
                    RELEASE,
                    SURRENDER_FOR_AMENDMENT,
                    ACCEPT_SURRENDER,
                    REFUSE_SURRENDER,
                    SWITCH_TO_PAPER,
                    VOID -> true;
        };
    }
}
