package org.tegata.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a document.
 *
 * @param ruleId the rule's stable id, the standard's own where it has one
 * @param severity whether it makes the document invalid
 * @param location where: an XPath in XML, a tag such as {@code :32B:} in FIN text, a JSON pointer in JSON
 * @param message what is wrong, for a person
 * @param messageJa the same in Japanese
 * @param actual what stands there
 * @param expected what would be right
 * @param fixHint how to mend it
 * @param fixHintJa the same in Japanese
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        String ruleId,
        Severity severity,
        String location,
        String message,
        @Nullable String messageJa,
        @Nullable String actual,
        @Nullable String expected,
        @Nullable String fixHint,
        @Nullable String fixHintJa) {

    /** A finding of which no more is to be said. */
    public Finding(String ruleId, Severity severity, String location, String message) {
        this(ruleId, severity, location, message, null, null, null, null, null);
    }
}
