package org.tegata.problem;

/**
 * One thing that is wrong with a document.
 *
 * @param ruleId the rule's stable id, the standard's own where it has one
 * @param severity whether it makes the document invalid
 * @param location where: an XPath in XML, a tag such as {@code :32B:} in FIN text, a JSON pointer in JSON
 * @param message what is wrong, for a person
 */
public record Finding(String ruleId, Severity severity, String location, String message) {}
