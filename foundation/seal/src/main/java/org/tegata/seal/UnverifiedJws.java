package org.tegata.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A JWS in compact serialisation (RFC 7515 section 7.1), taken apart and NOT verified: what it claims is good only for
 * finding out whose key to verify it with. One spelling only: all three parts present and in canonical base64url.
 */
public final class UnverifiedJws {

    private final JoseHeader header;
    private final byte[] text;
    private final int signedLength;
    private final byte[] payload;
    private final byte[] signature;

    private UnverifiedJws(JoseHeader header, byte[] text, int signedLength, byte[] payload, byte[] signature) {
        this.header = header;
        this.text = text;
        this.signedLength = signedLength;
        this.payload = payload;
        this.signature = signature;
    }

    /** Takes a well-formed JWS apart. */
    public static UnverifiedJws read(String jws) throws SealRejected {
        if (jws.length() > SealVerifier.MAX_LENGTH) {
            throw new SealRejected("longer than any seal");
        }
        int first = jws.indexOf('.');
        int second = jws.indexOf('.', first + 1);
        boolean threeParts = first > 0 && second > first + 1 && second < jws.length() - 1;
        if (!threeParts) {
            throw new SealRejected("not a JWS in compact serialisation");
        }
        // What is not Latin-1 becomes a question mark, which is not base64url either; so does a third point.
        byte[] text = jws.getBytes(StandardCharsets.ISO_8859_1);
        try {
            var header = JoseHeader.read(Base64Url.decode(text, 0, first));
            if (header.algorithm().equals("none")) {
                throw new SealRejected("algorithm none is not accepted");
            }
            return new UnverifiedJws(
                    header,
                    text,
                    second,
                    Base64Url.decode(text, first + 1, second),
                    Base64Url.decode(text, second + 1, text.length));
        } catch (IllegalArgumentException notCanonical) {
            throw new SealRejected("not canonical base64url");
        }
    }

    public String algorithm() {
        return header.algorithm();
    }

    public @Nullable String keyId() {
        return header.keyId();
    }

    public @Nullable String type() {
        return header.type();
    }

    public byte[] payload() {
        return payload.clone();
    }

    JoseHeader header() {
        return header;
    }

    /** The whole JWS; its first {@link #signedLength} octets are what is signed. */
    byte[] text() {
        return text;
    }

    int signedLength() {
        return signedLength;
    }

    byte[] signature() {
        return signature;
    }

    /** Base64url in its one canonical spelling: no padding, no white space, no stray bits (RFC 7515 section 2). */
    static final class Base64Url {

        private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
        private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
        /** The last characters of a part with two, and with three characters in the last group, without stray bits. */
        private static final String WHOLE_AFTER_TWO = "AQgw";

        private static final String WHOLE_AFTER_THREE = "AEIMQUYcgkosw048";

        private Base64Url() {}

        static byte[] encode(byte[] bytes) {
            return ENCODER.encode(bytes);
        }

        static String text(byte[] bytes) {
            return ENCODER.encodeToString(bytes);
        }

        /** Throws IllegalArgumentException for any other spelling of the same bytes. */
        static byte[] decode(byte[] text, int from, int to) {
            int rest = (to - from) % 4;
            if (rest != 0) {
                char last = (char) (text[to - 1] & 0xff);
                boolean whole = rest == 2 && WHOLE_AFTER_TWO.indexOf(last) >= 0
                        || rest == 3 && WHOLE_AFTER_THREE.indexOf(last) >= 0;
                if (!whole) {
                    throw new IllegalArgumentException("base64url with stray bits");
                }
            } else if (to > from && text[to - 1] == '=') {
                throw new IllegalArgumentException("base64url with padding");
            }
            return DECODER.decode(Arrays.copyOfRange(text, from, to));
        }
    }
}
