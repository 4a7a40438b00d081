package org.tegata.seal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The protected header of a JWS (RFC 7515 section 4.1), read strictly: a JSON object (RFC 8259) of known parameters,
 * none twice. Certificates and addresses of keys are let pass and never used.
 *
 * @param isPlain whether it says no more than algorithm, key and type
 */
record JoseHeader(
        String algorithm, @Nullable String keyId, @Nullable String type, boolean isPlain) {

    private static final Set<String> PLAIN = Set.of("alg", "kid", "typ");
    private static final Set<String> KNOWN = Set.of("alg", "kid", "typ", "cty", "x5c", "x5t", "x5t#S256", "x5u", "jku");

    static JoseHeader read(byte[] json) throws SealRejected {
        try {
            var members = new Reader(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(json))
                            .toString())
                    .object();
            String algorithm = members.get("alg");
            if (algorithm == null || algorithm.isEmpty()) {
                throw new SealRejected("the JWS header names no algorithm");
            }
            return new JoseHeader(
                    algorithm, members.get("kid"), members.get("typ"), PLAIN.containsAll(members.keySet()));
        } catch (CharacterCodingException notUtf8) {
            throw new SealRejected("the JWS header is not UTF-8");
        }
    }

    private static final class Reader {

        private final String json;
        private int at;

        Reader(String json) {
            this.json = json;
        }

        Map<String, String> object() throws SealRejected {
            var members = new HashMap<String, String>();
            expect('{');
            do {
                String name = string();
                if (!KNOWN.contains(name)) {
                    throw new SealRejected("header parameter " + printable(name) + " is not understood");
                }
                expect(':');
                String value = name.equals("x5c") ? strings() : string();
                if (members.put(name, value) != null) {
                    throw new SealRejected("header parameter " + name + " is there twice");
                }
            } while (goesOn('}'));
            skipSpace();
            if (at != json.length()) {
                throw unreadable();
            }
            return members;
        }

        /** A list of texts that nobody looks at. */
        private String strings() throws SealRejected {
            expect('[');
            do {
                string();
            } while (goesOn(']'));
            return "";
        }

        private String string() throws SealRejected {
            expect('"');
            int start = at;
            StringBuilder unescaped = null;
            while (true) {
                char next = take();
                if (next == '"') {
                    return unescaped == null ? json.substring(start, at - 1) : whole(unescaped);
                }
                if (next < ' ') {
                    throw unreadable();
                }
                if (next == '\\' && unescaped == null) {
                    unescaped = new StringBuilder(json.substring(start, at - 1));
                }
                if (unescaped != null) {
                    unescaped.append(next == '\\' ? escaped() : next);
                }
            }
        }

        private char escaped() throws SealRejected {
            char next = take();
            return switch (next) {
                case '"', '\\', '/' -> next;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    int unit = 0;
                    for (int digit = 0; digit < 4; digit++) {
                        char hex = take();
                        if (hex > 'f' || Character.digit(hex, 16) < 0) {
                            throw unreadable();
                        }
                        unit = unit * 16 + Character.digit(hex, 16);
                    }
                    yield (char) unit;
                }
                default -> throw unreadable();
            };
        }

        /** Half a surrogate pair is no character (RFC 7493 section 2.1). */
        private static String whole(StringBuilder text) throws SealRejected {
            boolean half = text.codePoints()
                    .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
            if (half) {
                throw unreadable();
            }
            return text.toString();
        }

        private boolean goesOn(char end) throws SealRejected {
            skipSpace();
            char next = take();
            if (next != ',' && next != end) {
                throw unreadable();
            }
            return next == ',';
        }

        private void expect(char wanted) throws SealRejected {
            skipSpace();
            if (take() != wanted) {
                throw unreadable();
            }
        }

        private void skipSpace() {
            while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
                at++;
            }
        }

        private char take() throws SealRejected {
            if (at == json.length()) {
                throw unreadable();
            }
            return json.charAt(at++);
        }

        private static String printable(String name) {
            return name.length() <= 40 && name.chars().allMatch(unit -> unit > ' ' && unit < 127)
                    ? name
                    : "(unprintable)";
        }

        private static SealRejected unreadable() {
            return new SealRejected("the JWS header cannot be read");
        }
    }
}
