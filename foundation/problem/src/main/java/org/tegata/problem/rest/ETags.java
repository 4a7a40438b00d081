package org.tegata.problem.rest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** The aggregate's version as a strong entity tag (RFC 9110 section 8.8.3). */
public final class ETags {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

    private ETags() {}

    /** Version 3 is {@code "3"}, quotes included. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version that the caller has read; refuses when the header is absent (428) or not one strong tag (400). */
    public static long require(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Rejected(RequestProblem.IF_MATCH_MISSING, RequestProblem.IF_MATCH_MISSING.title());
        }
        var matcher = STRONG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "If-Match takes one ETag such as \"3\"");
        }
        return Long.parseLong(matcher.group(1));
    }
}
