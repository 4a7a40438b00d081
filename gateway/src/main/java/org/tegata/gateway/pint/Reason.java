package org.tegata.gateway.pint;

/** A sentence that others may have had a hand in, made fit for one line, a database column and a signed answer. */
public final class Reason {

    private static final int MAX_CHARACTERS = 255;

    private Reason() {}

    /** Control characters and halves of characters become blanks; what is too long is cut. */
    public static String clean(String text) {
        var line = new StringBuilder();
        text.codePoints().limit(MAX_CHARACTERS).map(Reason::printable).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static int printable(int codePoint) {
        int type = Character.getType(codePoint);
        boolean unprintable = type == Character.CONTROL || type == Character.SURROGATE;
        return unprintable ? ' ' : codePoint;
    }
}
