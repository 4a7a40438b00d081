package org.tegata.rules.engine;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Sees what the parser itself lets pass, on the bytes on their way to it.
 *
 * <p>No UTF-8: forms of a character that are longer than needed, and numbers beyond Unicode. Longer forms have hidden
 * markup from filters since there have been filters (RFC 3629, section 10). Whether the document is in UTF-8 at all,
 * the parser says later.
 *
 * <p>Endless tags: many bytes without anything from the parser are one tag, comment or text. Texts are welcome, base64
 * above all; a tag with a hundred thousand attributes would cost the parser time that grows with their square. What
 * tells them apart is a quotation mark. Where a character has several bytes (UTF-16), long texts are not welcome.
 */
final class GuardedBytes extends FilterInputStream {

    /** Longest tag or comment, and longest text with a quotation mark in it, in bytes. */
    private static final int LONGEST_PIECE = 128 * 1024;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private int before;
    private boolean noUtf8;
    private int sinceEvent;
    private boolean endless;
    private boolean begun;
    /** Whether characters are of two or four bytes: then no byte alone says anything. */
    private boolean wide;

    GuardedBytes(InputStream in) {
        super(in);
    }

    /** The parser has told of something. */
    void event() {
        sinceEvent = 0;
    }

    /** Whether there were bytes, so far, that are no UTF-8. */
    boolean noUtf8() {
        return noUtf8;
    }

    boolean endless() {
        return endless;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        int end = from + Math.max(count, 0);
        sinceEvent += Math.max(count, 0);
        if (!begun && count > 0) {
            begun = true;
            wide = count > 1
                    && (into[from] == 0 || into[from + 1] == 0 || (into[from] & into[from + 1] & 0xFE) == 0xFE);
        }
        if (sinceEvent > LONGEST_PIECE && quoted(into, from, end)) {
            endless = true;
            throw new IOException("one tag or comment is longer than " + LONGEST_PIECE + " bytes");
        }
        int at = from;
        while (at < end) {
            at = before == 0 ? skipAscii(into, at, end) : at;
            if (at < end) {
                check(into[at++]);
            }
        }
        return count;
    }

    /** The first byte from there on that may not be ASCII: nearly all are, so many are looked at together. */
    private static int skipAscii(byte[] bytes, int from, int end) {
        int at = from;
        int last = end - 4 * Long.BYTES;
        while (at <= last
                && (((long) EIGHT.get(bytes, at)
                                        | (long) EIGHT.get(bytes, at + 8)
                                        | (long) EIGHT.get(bytes, at + 16)
                                        | (long) EIGHT.get(bytes, at + 24))
                                & HIGH_BITS)
                        == 0) {
            at += 4 * Long.BYTES;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Whether the piece goes on with a quotation mark; a less-than sign ends it, for no tag has one in it. */
    private boolean quoted(byte[] bytes, int from, int end) {
        if (wide) {
            return true;
        }
        for (int i = from; i < end; i++) {
            if (bytes[i] == '<') {
                sinceEvent = end - i;
                return false;
            }
            if (bytes[i] == '"' || bytes[i] == '\'') {
                return true;
            }
        }
        return false;
    }

    private void check(byte one) {
        int now = one & 0xFF;
        boolean tooLong = before == 0xE0 && now < 0xA0 || before == 0xF0 && now < 0x90 || now == 0xC0 || now == 0xC1;
        noUtf8 |= tooLong || before == 0xF4 && now > 0x8F || now > 0xF4;
        before = now == 0xE0 || now == 0xF0 || now == 0xF4 ? now : 0;
    }
}
