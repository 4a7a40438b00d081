package org.tegata.invoice;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bytes that someone might send to do harm, or by mistake, each with the problem that must answer it. */
public final class HostileXml {

    private static final String FORBIDDEN = "xml-forbidden-construct";
    private static final String MALFORMED = "xml-malformed";
    private static final String TOO_DEEP = "xml-too-deep";
    private static final String TOO_LONG = "xml-too-long";

    private HostileXml() {}

    /** One attempt. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Attempt(String name, byte[] body, String problem) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static java.util.stream.Stream<Attempt> attempts() {
        var attempts = new LinkedHashMap<String, Map.Entry<byte[], String>>();
        documentTypes(attempts);
        encodings(attempts);
        shapes(attempts);
        return attempts.entrySet().stream()
                .map(a -> new Attempt(
                        a.getKey(), a.getValue().getKey(), a.getValue().getValue()));
    }

    private static void documentTypes(Map<String, Map.Entry<byte[], String>> to) {
        put(to, "an empty document type", "<!DOCTYPE x><x/>", FORBIDDEN);
        put(to, "an external DTD", "<!DOCTYPE x SYSTEM \"http://169.254.169.254/x.dtd\"><x/>", FORBIDDEN);
        put(to, "a file as entity", "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><x>&f;</x>", FORBIDDEN);
        put(to, "a parameter entity", "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://localhost:1/\"> %p;]><x/>", FORBIDDEN);
        var bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        put(to, "a billion laughs", bomb + "]><x>&a39;</x>", FORBIDDEN);
        put(
                to,
                "a quadratic blow-up",
                "<!DOCTYPE x [<!ENTITY a \"" + "a".repeat(50_000) + "\">]><x>" + "&a;".repeat(50_000) + "</x>",
                FORBIDDEN);
        put(to, "a public identifier", "<!DOCTYPE x PUBLIC \"-//X//Y\" \"http://localhost:1/x.dtd\"><x/>", FORBIDDEN);
        put(to, "an entity by FTP", "<!DOCTYPE x [<!ENTITY f SYSTEM \"ftp://localhost:1/f\">]><x>&f;</x>", FORBIDDEN);
        put(to, "an entity within a JAR", entity("jar:http://localhost:1/x.jar!/x"), FORBIDDEN);
        put(to, "an entity that waits", entity("file:///dev/random"), FORBIDDEN);
        put(to, "an entity in an attribute", "<!DOCTYPE x [<!ENTITY a \"b\">]><x y=\"&a;\"/>", FORBIDDEN);
        put(to, "an attribute by default", "<!DOCTYPE x [<!ATTLIST x y CDATA \"z\">]><x/>", FORBIDDEN);
        put(to, "an entity of itself", "<!DOCTYPE x [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]><x>&a;</x>", FORBIDDEN);
        put(
                to,
                "a document type after a comment and an instruction",
                "<?xml version=\"1.0\"?><!-- x --><?x y?><!DOCTYPE x [<!ENTITY f SYSTEM \"file:///\">]><x/>",
                FORBIDDEN);
        put(to, "an undeclared entity", "<x>&nobody;</x>", FORBIDDEN);
        var inUtf16 = "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE x><x/>";
        to.put("a document type in UTF-16", Map.entry(inUtf16.getBytes(StandardCharsets.UTF_16BE), FORBIDDEN));
        to.put(
                "a document type in UTF-16, little end first",
                Map.entry(inUtf16.getBytes(StandardCharsets.UTF_16LE), FORBIDDEN));
    }

    private static String entity(String address) {
        return "<!DOCTYPE x [<!ENTITY f SYSTEM \"" + address + "\">]><x>&f;</x>";
    }

    private static void encodings(Map<String, Map.Entry<byte[], String>> to) {
        var latin1 = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><x>Z\u00fcrich</x>";
        to.put("Latin-1 that says UTF-8", Map.entry(latin1.getBytes(StandardCharsets.ISO_8859_1), MALFORMED));
        put(to, "UTF-8 that says UTF-16", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><x/>", MALFORMED);
        put(to, "an encoding that does not exist", "<?xml version=\"1.0\" encoding=\"TEGATA-8\"?><x/>", MALFORMED);
        put(
                to,
                "a document type in UTF-7",
                "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-DOCTYPE x SYSTEM"
                        + " +ACI-file:///etc/passwd+ACIAPgA8-x/+AD4-",
                MALFORMED);
        var ebcdic = "<?xml version=\"1.0\" encoding=\"Cp037\"?><!DOCTYPE x><x/>";
        to.put("a document type in EBCDIC", Map.entry(ebcdic.getBytes(Charset.forName("Cp037")), MALFORMED));
        var surrogate = new byte[] {'<', 'x', '>', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '<', '/', 'x', '>'};
        to.put("a lone surrogate in UTF-8", Map.entry(surrogate, MALFORMED));
        var beyond = new byte[] {'<', 'x', '>', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '<', '/', 'x', '>'};
        to.put("a character beyond Unicode", Map.entry(beyond, MALFORMED));
        var overlong = new byte[] {'<', 'x', '>', (byte) 0xC0, (byte) 0x80, '<', '/', 'x', '>'};
        to.put("an overlong NUL", Map.entry(overlong, MALFORMED));
        put(to, "a NUL byte in a text", "<x>a\u0000b</x>", MALFORMED);
        put(to, "a NUL byte after the end", "<x/>\u0000", MALFORMED);
        put(to, "NUL as character reference", "<x>&#0;</x>", MALFORMED);
        put(to, "a lone surrogate as character reference", "<x>&#xD800;</x>", MALFORMED);
    }

    private static void shapes(Map<String, Map.Entry<byte[], String>> to) {
        put(to, "nothing", "", MALFORMED);
        put(to, "blanks", " \n ", MALFORMED);
        put(to, "JSON", "{\"invoice\":1}", MALFORMED);
        put(
                to,
                "a text cut in the middle",
                new String(InvoiceFixture.anExportInvoice(), StandardCharsets.UTF_8).substring(0, 2_000),
                MALFORMED);
        put(to, "an attribute of nine megabytes", "<x y=\"" + "a".repeat(9_000_000) + "\"/>", TOO_LONG);
        put(to, "a hundred thousand attributes", "<x " + manyAttributes() + "/>", TOO_LONG);
        put(to, "the same attribute twice", "<x y=\"\" y=\"\"/>", MALFORMED);
        put(to, "two roots", "<x/><x/>", MALFORMED);
        put(to, "XML 1.1 with a control character", "<?xml version=\"1.1\"?><x>\u0000</x>", MALFORMED);
        put(to, "an undeclared prefix", "<rsm:CrossIndustryInvoice/>", MALFORMED);
        put(to, "ten thousand levels", "<x>".repeat(10_000) + "</x>".repeat(10_000), TOO_DEEP);
        put(to, "a million levels never closed", "<x>".repeat(1_000_000), TOO_DEEP);
    }

    private static String manyAttributes() {
        return IntStream.range(0, 100_000).mapToObj(i -> "a" + i + "=\"\"").collect(Collectors.joining(" "));
    }

    private static void put(Map<String, Map.Entry<byte[], String>> to, String name, String body, String problem) {
        to.put(name, Map.entry(body.getBytes(StandardCharsets.UTF_8), problem));
    }
}
