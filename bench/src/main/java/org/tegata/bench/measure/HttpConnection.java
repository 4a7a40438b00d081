package org.tegata.bench.measure;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One kept-alive HTTP/1.1 connection to this machine: as little work beside the service as possible. */
public final class HttpConnection implements Closeable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CODING = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "chunked".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    /** What has come and is not yet read: from {@code next} up to {@code limit}. */
    private final byte[] buffer = new byte[16_384];

    private int next;
    private int limit;
    /** The line that was read last: in the buffer, from {@code line} on. */
    private int line;

    private int lineLength;
    private byte[] body = {};
    private int bodyLength;

    /** Load only ever goes to the loopback address. */
    public HttpConnection(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** The bytes of a request. */
    public static byte[] request(String method, String path, String headers, byte[] body) {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** Sends, and reads the whole answer. Returns its status. */
    public int exchange(byte[] request) throws IOException {
        out.write(request);
        if (next == limit) {
            next = 0;
            limit = 0;
        }
        readLine();
        int status = number(9, 12, 10);
        int length = 0;
        boolean chunked = false;
        for (readLine(); lineLength > 0; readLine()) {
            if (lineStartsWith(LENGTH)) {
                length = number(LENGTH.length, lineLength, 10);
            } else if (lineStartsWith(CODING)) {
                chunked = lineEndsWith(CHUNKED);
            }
        }
        bodyLength = 0;
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                read(size);
                readLine();
            }
            readLine();
        } else {
            read(length);
        }
        return status;
    }

    /** The body of the last answer. */
    public String body() {
        return new String(body, 0, bodyLength, StandardCharsets.UTF_8);
    }

    /** What stands in the last answer's body between this and the next quotation mark; empty if it is not there. */
    public String quotedAfter(byte[] mark) {
        int at = indexOf(mark);
        if (at < 0) {
            return "";
        }
        int from = at + mark.length;
        int to = from;
        while (to < bodyLength && body[to] != '"') {
            to++;
        }
        return new String(body, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private int indexOf(byte[] mark) {
        for (int at = 0; at <= bodyLength - mark.length; at++) {
            if (Arrays.equals(body, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        return -1;
    }

    private int chunk() throws IOException {
        readLine();
        int end = 0;
        while (end < lineLength && buffer[line + end] != ';') {
            end++;
        }
        return number(0, end, 16);
    }

    private void read(int length) throws IOException {
        if (body.length < bodyLength + length) {
            body = Arrays.copyOf(body, Math.max(bodyLength + length, 2 * body.length));
        }
        int there = Math.min(length, limit - next);
        System.arraycopy(buffer, next, body, bodyLength, there);
        next += there;
        if (in.readNBytes(body, bodyLength + there, length - there) < length - there) {
            throw new EOFException();
        }
        bodyLength += length;
    }

    /** The next line, without its end; bytes stay where they are, which costs least. */
    private void readLine() throws IOException {
        line = next;
        for (int at = next; ; at++) {
            if (at == limit) {
                at -= makeRoom();
            }
            if (buffer[at] == '\n') {
                next = at + 1;
                lineLength = at - line - (at > line && buffer[at - 1] == '\r' ? 1 : 0);
                return;
            }
        }
    }

    /** Reads more; how far what is there was moved to the front. */
    private int makeRoom() throws IOException {
        int moved = 0;
        if (limit == buffer.length) {
            moved = line;
            System.arraycopy(buffer, line, buffer, 0, limit - line);
            limit -= moved;
            line = 0;
        }
        int more = in.read(buffer, limit, buffer.length - limit);
        if (more <= 0) {
            throw new EOFException();
        }
        limit += more;
        return moved;
    }

    private boolean lineStartsWith(byte[] lowerCase) {
        return lineLength >= lowerCase.length && matches(line, lowerCase);
    }

    private boolean lineEndsWith(byte[] lowerCase) {
        return lineLength >= lowerCase.length && matches(line + lineLength - lowerCase.length, lowerCase);
    }

    private boolean matches(int at, byte[] lowerCase) {
        for (int i = 0; i < lowerCase.length; i++) {
            if (Character.toLowerCase(buffer[at + i]) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    /** The number between these places of the line, blanks around it left out. */
    private int number(int from, int to, int radix) throws IOException {
        int number = 0;
        for (int i = from; i < Math.min(to, lineLength); i++) {
            int digit = Character.digit(buffer[line + i], radix);
            if (digit >= 0) {
                number = number * radix + digit;
            } else if (buffer[line + i] != ' ') {
                throw new IOException("not HTTP: " + new String(buffer, line, lineLength, StandardCharsets.ISO_8859_1));
            }
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
