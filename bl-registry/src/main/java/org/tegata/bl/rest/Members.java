package org.tegata.bl.rest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.json.TransactionJson;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Reads the members of a JSON request; what is missing or misshapen is a malformed request (400). */
final class Members {

    private static final Pattern PLATFORM = Pattern.compile("[A-Z0-9]{1,4}");
    private static final int LONGEST_NAME = 70;

    private Members() {}

    static <T> T required(@Nullable T value, String member) {
        if (value == null) {
            throw malformed(member + " is missing");
        }
        return value;
    }

    static PartyId party(@Nullable String text, String member) {
        try {
            return PartyId.parse(required(text, member));
        } catch (IllegalArgumentException unreadable) {
            throw malformed(member + ": " + unreadable.getMessage());
        }
    }

    /** A name as DCSA allows it: up to 70 characters, no blanks around it. */
    static @Nullable String name(@Nullable String text, String member) {
        return text == null ? null : text(text, LONGEST_NAME, member);
    }

    /** A text that every reader gets the same. */
    static String text(String text, int longest, String member) {
        if (text.isBlank() || text.length() > longest || !text.equals(text.strip()) || !TransactionJson.isPlain(text)) {
            throw malformed(member + " is 1 to " + longest + " characters without control characters or blanks around");
        }
        return text;
    }

    static String requiredName(@Nullable String text, String member) {
        var name = name(text, member);
        return required(name, member);
    }

    static @Nullable String platform(@Nullable String text) {
        if (text != null && !PLATFORM.matcher(text).matches()) {
            throw malformed("eblPlatform is up to four capital letters or digits");
        }
        return text;
    }

    static boolean isPlain(String text) {
        return TransactionJson.isPlain(text);
    }

    static Rejected malformed(String detail) {
        return new Rejected(RequestProblem.MALFORMED_REQUEST, "%s", detail);
    }
}
