package org.tegata.cli.platform;

/** Where the launcher says what it is doing; one short line each. */
@FunctionalInterface
public interface Progress {
    void say(String line);

    /** For tests: nobody listens. */
    static Progress silent() {
        return line -> {};
    }
}
