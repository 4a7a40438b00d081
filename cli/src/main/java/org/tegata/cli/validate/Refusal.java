package org.tegata.cli.validate;

/**
 * Why a document got no verdict.
 *
 * @param type stable, such as {@code xml-malformed} or {@code file-unreadable}
 * @param detail of this case
 */
public record Refusal(String type, String detail) {}
