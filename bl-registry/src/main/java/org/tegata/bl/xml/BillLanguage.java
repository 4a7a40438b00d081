package org.tegata.bl.xml;

/** The two languages in which a carrier lodges a bill. */
public enum BillLanguage {
    /** Our UN/CEFACT XML. */
    XML,
    /** DCSA's transport document (EBL 3.0.4). */
    JSON
}
