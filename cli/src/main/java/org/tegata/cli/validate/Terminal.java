package org.tegata.cli.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Whether somebody watches, and what may be shown to them. */
public final class Terminal {
    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    private Terminal() {}

    /** Whether standard error goes to a screen. */
    public static boolean showsErrors() {
        return isTerminal(STDERR);
    }

    /** Whether standard output goes to a screen that may be coloured (https://no-color.org). */
    public static boolean showsColours() {
        String none = System.getenv("NO_COLOR");
        return (none == null || none.isEmpty()) && !"dumb".equals(System.getenv("TERM")) && isTerminal(STDOUT);
    }

    // System.console() only knows whether standard input and output both are terminals.
    private static boolean isTerminal(int descriptor) {
        try {
            Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
            return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
        } catch (IOException | InvalidPathException | UnsupportedOperationException noLinux) {
            return System.console() != null && Runtime.version().feature() < 22;
        }
    }

    /**
     * The text with everything replaced that a terminal would obey instead of showing: what a document says must not
     * move the cursor, change colours or reverse the direction of the line.
     */
    public static String printable(String text) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f && c <= 0x9f || invisible(c) || lonely(text, i)) {
                if (shown == null) {
                    shown = new StringBuilder(text);
                }
                shown.setCharAt(i, c == '\n' || c == '\t' || c == '\r' ? ' ' : '\ufffd');
            }
        }
        return shown == null ? text : shown.toString();
    }

    // bidirectional controls, line and paragraph separator, byte order mark
    private static boolean invisible(char c) {
        return c >= '\u200e' && c <= '\u200f'
                || c >= '\u2028' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\ufeff';
    }

    private static boolean lonely(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
