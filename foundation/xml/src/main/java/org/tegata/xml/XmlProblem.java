package org.tegata.xml;

import org.tegata.problem.ProblemType;

/** Why bytes are refused before any schema is asked. */
public enum XmlProblem implements ProblemType {
    XML_FORBIDDEN_CONSTRUCT("xml-forbidden-construct", "Document type declarations and entities are not read"),
    XML_TOO_DEEP("xml-too-deep", "The XML is nested deeper than this service reads"),
    XML_TOO_LONG("xml-too-long", "One tag or comment of the XML is longer than this service reads"),
    XML_MALFORMED("xml-malformed", "The bytes are not well-formed XML in a supported encoding");

    private final String slug;
    private final String title;

    XmlProblem(String slug, String title) {
        this.slug = slug;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public String title() {
        return title;
    }
}
