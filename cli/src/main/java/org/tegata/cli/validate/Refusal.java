package org.tegata.cli.validate;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * Why a document got no verdict.
 *
 * @param type stable, such as {@code xml-malformed} or {@code file-unreadable}
 * @param detail of this case
 */
public record Refusal(String type, String detail) {

    /** Of a file that cannot be opened or read to its end. */
    public static Refusal unreadable(Exception failure) {
        return new Refusal("file-unreadable", reason(failure));
    }

    private static String reason(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "the file may not be read";
        }
        String message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }
}
