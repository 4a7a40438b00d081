package org.tegata.problem;

/** One reason to refuse a request; each service lists its reasons in one enum, in order of precedence (RFC 9457 {@code type}). */
public interface ProblemType {

    /** The stable name: the {@code type} member is {@code /problems/<slug>}. */
    String slug();

    /** The HTTP status. */
    int status();

    /** The summary that does not change from case to case. */
    String title();
}
