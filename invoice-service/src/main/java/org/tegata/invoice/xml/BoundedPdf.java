package org.tegata.invoice.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * PDFBox' parser for files of strangers: what is unpacked, read and built is counted, and at a limit the file is
 * refused. PDFBox itself unpacks whatever a file says, and a few kilobytes can say many gigabytes.
 *
 * <p>No {@code PDDocument} is made: pages, fonts, colours and scripts are never looked at.
 */
final class BoundedPdf extends PDFParser implements Closeable {

    /** Object and cross-reference streams together, unpacked; in real invoices these are some kilobytes. */
    private static final int MAX_STRUCTURE = 512 << 10;

    /** Dictionaries, arrays, names, numbers; those in object streams roughly. */
    private static final int MAX_OBJECTS = 20_000;

    /** Names, also those that are keys of dictionaries. */
    private static final int MAX_NAMES = 5_000;

    /** How often the parser may read the same byte again: a broken file is searched, in rounds. */
    private static final int MAX_PASSES = 24;

    private static final int MAX_FILTERS = 2;

    /** So many bytes from the end the end is marked. */
    private static final int TAIL = 2_048;

    /** Bits of one row that a predictor needs at a time. */
    private static final long MAX_ROW = 8L << 16;

    /** What unpacks bytes to bytes; the others make pictures. */
    private static final Set<COSName> FILTERS =
            Set.of(COSName.FLATE_DECODE, COSName.LZW_DECODE, COSName.ASCII85_DECODE, COSName.ASCII_HEX_DECODE);

    private int structure = MAX_STRUCTURE;
    private int objects = MAX_OBJECTS;
    private int names = MAX_NAMES;

    BoundedPdf(byte[] pdf) throws IOException {
        super(new CountedBytes(pdf));
        document = new Document();
    }

    /** The catalogue: where the file's parts are found. */
    COSDictionary catalogue() throws IOException {
        // Lenient as every reader of PDF: many writers are not exact. What that costs is counted.
        setLenient(true);
        if (!endsAsItShould() || !parsePDFHeader()) {
            throw new IOException("not a PDF, or not all of it");
        }
        initialParse();
        if (document.isEncrypted()) {
            throw new IOException("encrypted");
        }
        var root = document.getTrailer() == null ? null : document.getTrailer().getCOSDictionary(COSName.ROOT);
        if (root == null) {
            throw new IOException("no catalogue");
        }
        return root;
    }

    /** Whether it is there to its end; the parser alone would piece together what was cut off. */
    private boolean endsAsItShould() throws IOException {
        byte[] tail = new byte[(int) Math.min(fileLen, TAIL)];
        source.seek(fileLen - tail.length);
        int read = source.read(tail, 0, tail.length);
        source.seek(0);
        return lastIndexOf(EOF_MARKER, tail, Math.max(read, 0)) >= 0;
    }

    /** The bytes of a stream of this file, unpacked; fails when there are more than so many. */
    byte[] unpacked(COSStream stream, int limit) throws IOException {
        return unpack(stream, limit);
    }

    @Override
    protected void prepareDecryption() throws IOException {
        if (document.getEncryptionDictionary() != null) {
            throw new IOException("encrypted");
        }
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        countObject();
        return super.parseDirObject();
    }

    @Override
    protected COSName parseCOSName() throws IOException {
        countName();
        return super.parseCOSName();
    }

    private void countObject() {
        if (--objects < 0) {
            // Unchecked, here and below: from an IOException the parser would recover and go on.
            throw new IllegalStateException("too many objects");
        }
    }

    private void countName() {
        if (--names < 0) {
            throw new IllegalStateException("too many names");
        }
    }

    @Override
    @SuppressWarnings("deprecation") // until PDFBox 4 nothing else makes it forget names
    public void close() throws IOException {
        source.close();
        // PDFBox would keep each name for ever. Another file may be open: names are equal by their bytes.
        COSName.clearResources();
    }

    private byte[] unpackStructure(COSStream stream) throws IOException {
        var widths = stream.getCOSArray(COSName.W);
        if (widths != null && widths.getInt(0, 0) + widths.getInt(1, 0) + widths.getInt(2, 0) == 0) {
            throw new IllegalStateException("a table of rows without width has no end");
        }
        byte[] bytes = unpack(stream, structure);
        structure -= bytes.length;
        // Without /N no parser takes it for an object stream, whatever its /Type; a table's bytes are no text.
        if (stream.containsKey(COSName.N)) {
            countRoughly(bytes);
        }
        return bytes;
    }

    /** Object streams are read by a parser of their own, which counts nothing: done here, before it sees them. */
    private void countRoughly(byte[] objectStream) {
        int before = ' ';
        for (byte each : objectStream) {
            if (each == '/') {
                countName();
            }
            if (each == '<' || each == '[' || each == '(' || isWhitespace(before) && !isWhitespace(each)) {
                countObject();
            }
            before = each;
        }
    }

    private static byte[] unpack(COSStream stream, int limit) throws IOException {
        InputStream from = stream.createRawInputStream();
        var filters = filters(stream.getFilters());
        for (int i = 0; i < filters.size(); i++) {
            checkPredictor(stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP), i);
            var to = new LimitedBytes(limit);
            FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(from, to, stream, i);
            from = new ByteArrayInputStream(to.toByteArray());
        }
        byte[] bytes = from.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new IllegalStateException("too large unpacked");
        }
        return bytes;
    }

    private static List<COSName> filters(COSBase written) throws IOException {
        var filters = new ArrayList<COSName>();
        if (written instanceof COSName one) {
            filters.add(one);
        } else if (written instanceof COSArray several && several.size() <= MAX_FILTERS) {
            for (int i = 0; i < several.size(); i++) {
                if (several.getObject(i) instanceof COSName one) {
                    filters.add(one);
                }
            }
        } else if (written != null) {
            throw new IOException("too many filters");
        }
        if (!FILTERS.containsAll(filters)) {
            throw new IOException("a filter for pictures");
        }
        return filters;
    }

    private static void checkPredictor(COSBase parameters, int filter) throws IOException {
        var own = parameters instanceof COSArray several ? several.getObject(filter) : parameters;
        if (own instanceof COSDictionary predictor) {
            long columns = predictor.getInt(COSName.COLUMNS, 1);
            long colours = predictor.getInt(COSName.COLORS, 1);
            long bits = predictor.getInt(COSName.BITS_PER_COMPONENT, 8);
            if (columns < 0
                    || colours < 0
                    || colours > 32
                    || bits < 1
                    || bits > 16
                    || columns * colours * bits > MAX_ROW) {
                throw new IOException("rows too long");
            }
        }
    }

    /** Makes streams that count what they unpack. */
    private final class Document extends COSDocument {

        Document() {
            super(null, BoundedPdf.this);
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            var stream = new Stream(start, length);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    private final class Stream extends COSStream {

        Stream(long start, long length) throws IOException {
            super(null, createRandomAccessReadView(start, length));
        }

        /** The parser's own way into object and cross-reference streams. */
        @Override
        public RandomAccessRead createView() throws IOException {
            return new RandomAccessReadBuffer(unpackStructure(this));
        }

        @Override
        public COSInputStream createInputStream(DecodeOptions options) throws IOException {
            throw new IOException("unpacks without a limit");
        }
    }

    private static final class LimitedBytes extends ByteArrayOutputStream {

        private final int limit;

        LimitedBytes(int limit) {
            this.limit = limit;
        }

        @Override
        public synchronized void write(int b) {
            check(1);
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int start, int length) {
            check(length);
            super.write(bytes, start, length);
        }

        private void check(int more) {
            if (count + more > limit) {
                throw new IllegalStateException("too large unpacked");
            }
        }
    }

    /** The file, which can be read only so often. */
    private static final class CountedBytes extends RandomAccessReadBuffer {

        private long left;

        CountedBytes(byte[] bytes) {
            super(bytes);
            left = (long) MAX_PASSES * bytes.length + (1 << 20);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            int read = super.read(into, start, length);
            count(Math.max(read, 1));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new IllegalStateException("read too often");
            }
        }
    }
}
