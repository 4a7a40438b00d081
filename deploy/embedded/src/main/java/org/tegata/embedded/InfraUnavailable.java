package org.tegata.embedded;

/** The database or the broker cannot start on this machine; the message says why and what to do, in one line. */
public final class InfraUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InfraUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
