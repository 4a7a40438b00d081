package org.tegata.bench.invoice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

/**
 * An invoice that follows EN 16931, of about 2 kB a line, with totals that are right.
 *
 * <p>Prices and quantities differ from line to line, and repeat after {@value #VARIANTS} lines.
 *
 * @param number of the invoice
 * @param lines how many
 * @param attached so many bytes in base64
 */
record GeneratedInvoice(String number, int lines, int attached) {
    private static final int VARIANTS = 45;
    private static final String HEAD = resource("head.xml");
    private static final String TAIL = resource("tail.xml");
    private static final Line[] LINES = new Line[VARIANTS];

    static {
        Arrays.setAll(LINES, Line::variant);
    }

    /** A line around its number, which is named twice. */
    private record Line(byte[] start, byte[] middle, byte[] end, int cents) {

        static Line variant(int variant) {
            int price = 1_000 + variant % 9 * 125;
            int quantity = 1 + variant % 5;
            String[] parts = resource("line.xml")
                    .replace("@PRICE@", money(price))
                    .replace("@QUANTITY@", String.valueOf(quantity))
                    .replace("@AMOUNT@", money(price * quantity))
                    .split("@ID@", -1);
            return new Line(bytes(parts[0]), bytes(parts[1]), bytes(parts[2]), price * quantity);
        }
    }

    byte[] bytes() {
        try {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            stream().transferTo(all);
            return all.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    byte[] bytes(Fault fault) {
        return fault == Fault.NONE ? bytes() : bytes(fault.spoil(new String(bytes(), StandardCharsets.UTF_8)));
    }

    /** The same bytes, made while they are read: 100,000 lines need no memory. */
    InputStream stream() {
        return new Stream();
    }

    private byte[] head() {
        return bytes(HEAD.replace("@NUMBER@", number));
    }

    private byte[] tail() {
        long net = 0;
        for (int i = 0; i < lines; i++) {
            net += LINES[i % VARIANTS].cents();
        }
        // 20 %, rounded half up
        long tax = (net * 20 + 50) / 100;
        return bytes(TAIL.replace("@NUMBER@", number)
                .replace("@NET@", money(net))
                .replace("@TAX@", money(tax))
                .replace("@GROSS@", money(net + tax))
                .replace("@ATTACHMENT@", attachment()));
    }

    private String attachment() {
        if (attached == 0) {
            return "";
        }
        byte[] content = new byte[attached / 4 * 3];
        new Random(attached).nextBytes(content);
        return "      <ram:AdditionalReferencedDocument>\n"
                + "        <ram:IssuerAssignedID>Proof of delivery</ram:IssuerAssignedID>\n"
                + "        <ram:TypeCode>916</ram:TypeCode>\n"
                + "        <ram:AttachmentBinaryObject mimeCode=\"application/pdf\" filename=\"proof.pdf\">"
                + Base64.getEncoder().encodeToString(content)
                + "</ram:AttachmentBinaryObject>\n"
                + "      </ram:AdditionalReferencedDocument>\n";
    }

    private final class Stream extends InputStream {
        private final byte[] tail = tail();
        private byte[] piece = head();
        private int at;
        private int pieces;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int done = 0;
            while (done < length && (at < piece.length || next())) {
                int some = Math.min(length - done, piece.length - at);
                System.arraycopy(piece, at, into, from + done, some);
                at += some;
                done += some;
            }
            return done == 0 && length > 0 ? -1 : done;
        }

        // head, then five pieces a line, then the tail
        private boolean next() {
            int lineNumber = pieces / 5;
            if (piece == tail) {
                return false;
            }
            at = 0;
            if (lineNumber == lines) {
                piece = tail;
                return true;
            }
            Line line = LINES[lineNumber % VARIANTS];
            piece = switch (pieces++ % 5) {
                case 0 -> line.start();
                case 2 -> line.middle();
                case 4 -> line.end();
                default -> bytes(Integer.toString(lineNumber + 1));
            };
            return true;
        }
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try (InputStream in = GeneratedInvoice.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
