package org.tegata.bill.mapping;

/** Reasons that are no row's own. */
final class Reasons {

    static final String WHITE_SPACE = "XML keeps the words, not line breaks, tabs and blanks at the ends";
    static final String NO_XML_CHARACTER = "XML has not all of these characters";
    static final String DIGITS = "a JSON number keeps 15 digits";
    static final String SAYS_NOTHING = "holds nothing that could be said";
    static final String NOT_DCSA = "not an attribute of DCSA's transport document";
    static final String NO_ELEMENT = "our XML has no element for it here";
    static final String NO_MEMBER = "DCSA's transport document has no attribute for it here";
    static final String NOT_A_VALUE = "this value has no counterpart in the other language";
    static final String SAID_OTHERWISE = "another place already says something else there";
    static final String UNREADABLE = "no value that DCSA has, and what its absence would mean is not said";
    static final String SO_MANY_MORE = "so many more places are not said, and not listed one by one";

    private Reasons() {}
}
