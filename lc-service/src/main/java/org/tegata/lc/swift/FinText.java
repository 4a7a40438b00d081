package org.tegata.lc.swift;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/**
 * A FIN message as raw text: its header blocks and the fields of block 4, cut but not interpreted. Lines may end with
 * CRLF, as on the network, or with LF, as in files.
 */
record FinText(
        @Nullable String basicHeader, @Nullable String applicationHeader, List<Field> fields, List<Finding> faults) {

    static final String ENVELOPE = "MT-ENVELOPE";
    static final String FORMAT = "FORMAT";

    /** Network limit of a message, block 1 to 5. */
    static final int MAX_LENGTH = 10_000;

    private static final Pattern TAG = Pattern.compile("^:([0-9]{2}[A-Z]?):(.*)$", Pattern.DOTALL);
    private static final Pattern BLOCK_1 = Pattern.compile("\\{1:(F01[A-Z0-9]{12}[0-9]{10})}");
    private static final Pattern BLOCK_2 =
            Pattern.compile("\\{2:(I700[A-Z0-9]{12}[A-Z](?:[0-9]{1,4})?|O700[0-9]{10}[A-Z0-9]{12}[0-9]{20}[A-Z])}");
    // Possessive, so that thousands of empty trailers cannot exhaust the stack.
    private static final Pattern MESSAGE = Pattern.compile(
            "^(?:\\{1:[^{}]*})?(?:\\{2:[^{}]*})?(?:\\{3:(?:\\{[^{}]*})*+})?"
                    + "\\{4:\\n(.*?)\\n-}(?:\\{5:(?:\\{[^{}]*})*+})?\\s*$",
            Pattern.DOTALL);

    /** One field: its tag and its value, lines joined by LF. */
    record Field(String tag, String value) {

        /** Where a finding about this field points. */
        String location() {
            return ":" + tag + ":";
        }
    }

    static FinText parse(byte[] bytes) {
        var faults = new ArrayList<Finding>();
        if (bytes.length > MAX_LENGTH) {
            return unreadable("A FIN message has at most " + MAX_LENGTH + " characters");
        }
        for (byte b : bytes) {
            if ((b < 0x20 || b > 0x7e) && b != '\n' && b != '\r') {
                return unreadable("FIN text is printable ASCII; found byte 0x%02x".formatted(b & 0xff));
            }
        }
        String text = new String(bytes, StandardCharsets.US_ASCII).replace("\r\n", "\n");
        if (text.indexOf('\r') >= 0) {
            return unreadable("A carriage return stands without its line feed");
        }
        var message = MESSAGE.matcher(text);
        if (!message.matches()) {
            return unreadable("The blocks {1:} {2:} {4: … -} of a FIN message are not there, or not in order");
        }
        var first = BLOCK_1.matcher(text);
        var second = BLOCK_2.matcher(text);
        String basic = first.find() ? first.group(1) : null;
        String application = second.find() ? second.group(1) : null;
        if (basic == null) {
            faults.add(fault(ENVELOPE, "{1:}", "The basic header {1:F01…} is missing or malformed"));
        }
        if (application == null) {
            faults.add(fault(ENVELOPE, "{2:}", "The application header {2:} is missing, malformed or not of an MT700"));
        }
        var fields = fields(message.group(1), faults);
        return new FinText(basic, application, List.copyOf(fields), List.copyOf(faults));
    }

    /** The first field of that tag; the option letter counts. */
    Optional<Field> field(String tag) {
        return fields.stream().filter(field -> field.tag.equals(tag)).findFirst();
    }

    private static List<Field> fields(String block, List<Finding> faults) {
        var fields = new ArrayList<Field>();
        for (String line : block.split("\n", -1)) {
            var tag = TAG.matcher(line);
            if (tag.matches()) {
                fields.add(new Field(tag.group(1), tag.group(2)));
            } else if (fields.isEmpty()) {
                faults.add(fault(FORMAT, "{4:}", "Block 4 does not start with a field"));
                return fields;
            } else {
                var last = fields.remove(fields.size() - 1);
                if (line.startsWith(":") || line.startsWith("-")) {
                    // Would read as a field or as the end of the block.
                    faults.add(fault(FORMAT, last.location(), "A line cannot start with a colon or a hyphen"));
                }
                fields.add(new Field(last.tag, last.value + "\n" + line));
            }
        }
        return fields;
    }

    private static FinText unreadable(String why) {
        return new FinText(null, null, List.of(), List.of(fault(ENVELOPE, "/", why)));
    }

    static Finding fault(String code, String location, String message) {
        return new Finding(code, Severity.ERROR, location, message);
    }
}
