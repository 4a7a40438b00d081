package org.tegata.cli.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One document to judge: what it is called, and how its bytes are got. */
public final class Source {

    /** How the command line names standard input. */
    public static final String STANDARD_INPUT = "-";

    private final String name;
    private final @Nullable Path file;
    private final Opening opening;

    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    private Source(String name, @Nullable Path file, Opening opening) {
        this.name = name;
        this.file = file;
        this.opening = opening;
    }

    static Source file(String name, Path file) {
        return new Source(name, file, () -> Files.newInputStream(file));
    }

    static Source standardInput(InputStream in) {
        return new Source(STANDARD_INPUT, null, () -> in);
    }

    /** A name that no file can have on this system. */
    static Source impossible(String name, String reason) {
        return new Source(name, null, () -> {
            throw new IOException(reason);
        });
    }

    /** As the caller wrote it, or found below what the caller wrote. */
    public String name() {
        return name;
    }

    /** A stream for the caller to close. */
    InputStream open() throws IOException {
        return opening.open();
    }

    /** The file, if it can be opened as often as one likes; null for pipes. */
    @Nullable
    Path lasting() {
        return file != null && Files.isRegularFile(file) ? file : null;
    }
}
