package org.tegata.cli.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.BillReader;
import org.tegata.bill.BillReading;
import org.tegata.problem.Finding;

/** Bytes of a bill of lading, in XML or JSON, and what reads them; the schema is compiled when the first one comes. */
public final class BillText {
    /** The largest that is read: a bill of 5,000 containers has half of it. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final String ROOT = "MaritimeBillOfLading";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private volatile @Nullable BillReader reader;

    /** Whether a document that begins so is one: by the root of XML, and any JSON, as nothing else here is JSON. */
    public static boolean isBill(Beginning beginning) {
        return beginning.isJson() || beginning.root().equals(ROOT);
    }

    /** All bytes, if they are not too many. */
    public static byte[] bytes(InputStream in) throws IOException, NotRead {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new NotRead(new Refusal("document-too-large", "A bill is read up to 32 MB"));
        }
        return bytes;
    }

    /** The standard in whose words it is written. */
    public static String release(byte[] bytes) {
        return Beginning.of(bytes).isJson() ? "EBL 3.0.4" : "D23B";
    }

    /** The bill, judged and in both languages; thread-safe. */
    public BillReading read(byte[] bytes) throws NotRead {
        if (!Beginning.of(bytes).isJson()) {
            return reader().xml(bytes);
        }
        var reading = reader().transportDocument(text(bytes));
        for (Finding finding : reading.report().findings()) {
            if (finding.ruleId().equals("JSON-MALFORMED")) {
                throw new NotRead(new Refusal("json-malformed", finding.message()));
            }
        }
        return reading;
    }

    /** What reads and writes them all. */
    public BillReader reader() {
        var made = reader;
        if (made == null) {
            synchronized (this) {
                made = reader;
                if (made == null) {
                    made = new BillReader();
                    reader = made;
                }
            }
        }
        return made;
    }

    private static String text(byte[] utf8) throws NotRead {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NotRead(new Refusal("json-malformed", "JSON is in UTF-8 (RFC 8259), and these bytes are not"));
        }
    }
}
