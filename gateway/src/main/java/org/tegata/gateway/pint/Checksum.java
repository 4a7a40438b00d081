package org.tegata.gateway.pint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 in lower case hex, as PINT writes every checksum. */
public final class Checksum {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Checksum() {}

    /** Of a document's decoded bytes. */
    public static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Of a whole JWS in compact form, the way chain entries point at each other. */
    public static String ofSignedContent(String jws) {
        return of(jws.getBytes(StandardCharsets.US_ASCII));
    }

    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }
}
