package org.tegata.cli.platform;

/** The platform cannot run here; the message is for the person at the terminal: what is wrong and what to do. */
public final class PlatformFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlatformFailure(String message) {
        super(message);
    }

    public PlatformFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
