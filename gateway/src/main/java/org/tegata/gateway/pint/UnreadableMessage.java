package org.tegata.gateway.pint;

import java.util.List;

/** A message that does not fit the schema: answered by an unsigned ErrorResponse, before any signature is looked at. */
public final class UnreadableMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public UnreadableMessage(List<Violation> violations) {
        super(
                violations.isEmpty()
                        ? "unreadable"
                        : violations.get(0).jsonPath() + " " + violations.get(0).message());
        this.violations = List.copyOf(violations);
    }

    public UnreadableMessage(String jsonPath, String message) {
        this(List.of(new Violation(jsonPath, "", message)));
    }

    public List<Violation> violations() {
        return violations;
    }

    /**
     * One place where the message breaks the schema.
     *
     * @param jsonPath where, as {@code $.transportDocument.placeOfIssue.facility.facilityCode}
     * @param value the offending value as text, empty when there is none
     */
    public record Violation(String jsonPath, String value, String message) {

        /** Name of the last attribute in the path. */
        public String property() {
            String last = jsonPath.substring(jsonPath.lastIndexOf('.') + 1);
            int bracket = last.indexOf('[');
            return bracket < 0 ? last : last.substring(0, bracket);
        }
    }
}
