package org.tegata.seal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** The JSON Canonicalization Scheme (RFC 8785) and the checksums that DCSA builds on it. */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** Canonical UTF-8 bytes of a JSON text as received; throws IllegalArgumentException when it is not JSON. */
    public static byte[] of(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException("not a JSON text", unreadable);
        }
    }

    /** SHA-256 over the canonical bytes, 64 lower-case hex digits: {@code transportDocumentChecksum} and its like. */
    public static String sha256Hex(String json) {
        return sha256Hex(of(json));
    }

    /** SHA-256 of exact bytes, 64 lower-case hex digits: {@code documentChecksum} and its like. */
    public static String sha256Hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
