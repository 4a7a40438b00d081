package org.tegata.bill.mapping;

/**
 * Something that one language says and the other cannot: nothing is left out silently.
 *
 * @param location where it stands: an XPath in XML, a JSON pointer in JSON
 * @param value what stands there; after it the element's attributes, {@code 12 @unitCode=KGM}
 * @param reason why it is not said in the other language, or not as exactly
 */
public record Unsaid(String location, String value, String reason) {}
