package org.tegata.gateway.pint;

import java.util.regex.Pattern;

/** Code of an eBL platform, as DCSA gives them out. */
public final class PlatformCode {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,4}");

    private PlatformCode() {}

    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }
}
