package org.tegata.problem;

/** One reason to refuse a request (RFC 9457); each service lists its own in one enum, in order of precedence. */
public interface ProblemType {

    /** The stable name: the {@code type} member is {@code /problems/<slug>}. */
    String slug();

    /** The HTTP status. */
    int status();

    /** The summary that does not change from case to case. */
    String title();
}
