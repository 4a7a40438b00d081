package org.tegata.cli.validate;

/** What the first bytes of a document say of it, without a parser: enough to find the judge, who then looks closely. */
public final class Beginning {
    /** A root element further down is not looked for. */
    private static final int MOST = 65_536;

    private final String text;

    private Beginning(String text) {
        this.text = text;
    }

    /** Of a document of these first bytes, in any encoding whose letters are ASCII's, with or without zeros between. */
    public static Beginning of(byte[] bytes) {
        int length = Math.min(bytes.length, MOST);
        var ascii = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            // UTF-16 has zeros between its letters; byte order marks are not ASCII.
            if (bytes[i] > 0) {
                ascii.append((char) bytes[i]);
            }
        }
        return new Beginning(ascii.toString());
    }

    /** Whether it begins as a JSON object or array. */
    public boolean isJson() {
        int at = skipBlanks(0);
        return at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[');
    }

    /** The local name of the root element; empty if this is no XML or the root does not come soon. */
    public String root() {
        int at = skipBlanks(0);
        while (at + 1 < text.length() && text.charAt(at) == '<') {
            if (text.charAt(at + 1) == '?') {
                at = after("?>", at);
            } else if (text.startsWith("<!--", at)) {
                at = after("-->", at);
            } else {
                return localName(at + 1);
            }
        }
        return "";
    }

    private String localName(int from) {
        int end = from;
        while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String name = text.substring(from, end);
        return name.substring(name.indexOf(':') + 1);
    }

    private int after(String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : skipBlanks(at + mark.length());
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
