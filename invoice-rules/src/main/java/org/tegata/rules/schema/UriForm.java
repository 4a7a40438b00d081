package org.tegata.rules.schema;

import java.util.regex.Pattern;

/**
 * Whether a text (without white space around it) is xsd:anyURI, as Xerces judges it: RFC 2396 with RFC 2732, after
 * characters that no URI may have are taken as escaped.
 */
final class UriForm {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
    private static final Pattern HEX_GROUPS = Pattern.compile("[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4})*");
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])";
    /** The last number may be missing: Xerces lets that pass. */
    private static final Pattern IPV4 = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "?");

    /** Not above {@link #MAX_PORT}; a sign is let pass. */
    private static final Pattern PORT = Pattern.compile("(\\+?0*|-0*(?=0$))[0-9]{1,5}");

    private static final int GROUPS = 8;
    private static final int GROUPS_BEFORE_IPV4 = 6;
    private static final int MAX_PORT = 65_535;

    private UriForm() {}

    static boolean fits(String text) {
        int hash = text.indexOf('#');
        if (BROKEN_ESCAPE.matcher(text).find() || (hash >= 0 && text.indexOf('#', hash + 1) >= 0)) {
            return false;
        }
        int end = firstOf(text, 0, "?#");
        int colon = text.indexOf(':');
        int start = 0;
        if (colon >= 0 && colon < firstOf(text, 0, "/?#")) {
            start = colon + 1;
            boolean empty = start == text.length() || text.charAt(start) == '#';
            if (empty || !SCHEME.matcher(text.substring(0, colon)).matches()) {
                return false;
            }
            if (text.charAt(start) != '/') {
                return true;
            }
        }
        if (text.startsWith("//", start)) {
            int slash = firstOf(text, start + 2, "/?#");
            if (start + 2 == text.length()) {
                return false;
            }
            start = brackets(text, start + 2, slash) && authority(text.substring(start + 2, slash)) ? slash : start;
        }
        return !brackets(text, start, end);
    }

    private static int firstOf(String text, int from, String any) {
        for (int i = from; i < text.length(); i++) {
            if (any.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean brackets(String text, int start, int end) {
        return firstOf(text, start, "[]") < end;
    }

    /** An authority whose host is an address of IPv6 in brackets; all others are no more than characters of a path. */
    private static boolean authority(String text) {
        int at = text.indexOf('@');
        String user = text.substring(0, Math.max(at, 0));
        String host = text.substring(at + 1);
        int close = host.indexOf(']');
        if (brackets(user, 0, user.length()) || !host.startsWith("[") || close < 0) {
            return false;
        }
        String rest = host.substring(close + 1);
        return ipv6(host.substring(1, close)) && (rest.isEmpty() || (rest.startsWith(":") && port(rest.substring(1))));
    }

    private static boolean port(String text) {
        return text.isEmpty() || (PORT.matcher(text).matches() && Integer.parseInt(text) <= MAX_PORT);
    }

    private static boolean ipv6(String text) {
        String groups = text;
        int room = GROUPS;
        if (text.indexOf('.') >= 0) {
            int colon = text.lastIndexOf(':');
            if (colon < 1 || !IPV4.matcher(text.substring(colon + 1)).matches()) {
                return false;
            }
            groups = text.substring(0, text.charAt(colon - 1) == ':' ? colon + 1 : colon);
            room = GROUPS_BEFORE_IPV4;
        }
        int gap = groups.indexOf("::");
        if (gap < 0) {
            return count(groups) == room;
        }
        int before = gap == 0 ? 0 : count(groups.substring(0, gap));
        int after = gap + 2 == groups.length() ? 0 : count(groups.substring(gap + 2));
        return before >= 0 && after >= 0 && before + 1 + after <= room;
    }

    /** How many groups of hexadecimal digits; negative if it is not made of such. */
    private static int count(String groups) {
        return HEX_GROUPS.matcher(groups).matches() ? groups.split(":").length : Integer.MIN_VALUE;
    }
}
