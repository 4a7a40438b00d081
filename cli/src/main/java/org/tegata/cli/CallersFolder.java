package org.tegata.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder in which the caller is; the tegata script itself runs the program in the checkout. */
final class CallersFolder {
    /** Set by the tegata script. */
    static final String PROPERTY = "tegata.working-directory";

    private CallersFolder() {}

    static Path path() {
        return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath();
    }

    /** The file that the caller means by that name; InvalidPathException when it cannot be a name. */
    static Path resolve(String name) throws InvalidPathException {
        return path().resolve(name);
    }
}
