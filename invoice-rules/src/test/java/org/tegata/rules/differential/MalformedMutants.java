package org.tegata.rules.differential;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Invoices broken below the level of elements: bytes, encodings, entities, names, quotes. */
final class MalformedMutants {

    private static final String SEED = new String(Corpus.SEEDS.get("minimal.xml"), StandardCharsets.UTF_8);
    private static final String BODY = SEED.substring(SEED.indexOf("?>") + 2);

    /** Each is put into a text, into an attribute, and between elements. */
    private static final List<String> FRAGMENTS = List.of(
            "&",
            "&amp",
            "&amp;",
            "&foo;",
            "&#0;",
            "&#1;",
            "&#x1F;",
            "&#9;",
            "&#10;",
            "&#13;",
            "&#xD800;",
            "&#xDFFF;",
            "&#xFFFE;",
            "&#xFFFF;",
            "&#x10FFFF;",
            "&#x110000;",
            "&#65;",
            "&#x41",
            "&#;",
            "&#x;",
            "&#xg;",
            "&#-1;",
            "&lt;",
            "&LT;",
            "&quot;",
            "&apos;",
            "&#4294967361;",
            "<",
            ">",
            "]]>",
            "]]",
            "<![CDATA[x]]>",
            "<![CDATA[",
            "<![CDATA[]]]]>",
            "<![cdata[x]]>",
            "<!-- x -->",
            "<!-- x -- y -->",
            "<!--->",
            "<!---->",
            "<!-- x --->",
            "<?pi x?>",
            "<?pi?>",
            "<?xml x?>",
            "<?XML x?>",
            "<?xml-stylesheet href='x'?>",
            "<?1?>",
            "<??>",
            "<?a:b x?>",
            "<!DOCTYPE x>",
            "<!ENTITY x 'y'>",
            "\u0000",
            "\u0001",
            "\u0008",
            "\t",
            "\n",
            "\r",
            "\u001f",
            "\u007f",
            "\u0085",
            "\u009f",
            "\u2028",
            "\ufeff",
            "\ufffd",
            "\ufffe",
            "\uffff",
            "\ud83d\ude00",
            "\"",
            "'",
            "<x/>",
            "<ram:x/>",
            "<y:x/>",
            "</ram:x>",
            "< ram:x/>",
            "<ram:x/ >",
            "<ram:x",
            "<1/>",
            "<ram:/>",
            "<:x/>",
            "<ram:x:y/>",
            "<ram:1x/>",
            "<ram:x a='1' a='2'/>",
            "<ram:x a='1'b='2'/>",
            "<ram:x a=1/>",
            "<ram:x a/>",
            "<ram:x a='<'/>",
            "<ram:x a='&lt;'/>",
            "<ram:x a='&'/>",
            "<ram:x xmlns:q='u' xmlns:r='u' q:a='' r:a=''/>",
            "<ram:x xmlns:q=''/>",
            "<ram:x xmlns:xml='u'/>",
            "<ram:x xmlns:xmlns='u'/>",
            "<q:x xmlns:q='u'/>",
            "<ram:x xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
            "<ram:x xml:lang='en'/>",
            "<ram:x xmlns:q='http://www.w3.org/XML/1998/namespace'/>",
            "<ram:x xml:space='strange'/>",
            "<ram:x xmlns:q='http://www.w3.org/2000/xmlns/'/>",
            "<ram:x q:a='1'/>",
            "<ram:x xmlns='u'/>",
            "<x xmlns='urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100'/>");

    private static final List<byte[]> BYTES = List.of(
            bytes(0xC0, 0x80),
            bytes(0xC1, 0xBF),
            bytes(0xE0, 0x80, 0x80),
            bytes(0xE0, 0x9F, 0xBF),
            bytes(0xED, 0xA0, 0x80),
            bytes(0xED, 0xBF, 0xBF),
            bytes(0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80),
            bytes(0xF0, 0x80, 0x80, 0x80),
            bytes(0xF0, 0x8F, 0xBF, 0xBF),
            bytes(0xF0, 0x90, 0x80, 0x80),
            bytes(0xF4, 0x8F, 0xBF, 0xBF),
            bytes(0xF4, 0x90, 0x80, 0x80),
            bytes(0xF5, 0x80, 0x80, 0x80),
            bytes(0xF8, 0x88, 0x80, 0x80, 0x80),
            bytes(0xFC, 0x84, 0x80, 0x80, 0x80, 0x80),
            bytes(0xFE),
            bytes(0xFF),
            bytes(0x80),
            bytes(0xBF),
            bytes(0xC3),
            bytes(0xE2, 0x82),
            bytes(0xF0, 0x9F, 0x98),
            bytes(0xC3, 0xA9),
            bytes(0xE2, 0x82, 0xAC),
            bytes(0xEF, 0xBF, 0xBE),
            bytes(0xEF, 0xBF, 0xBF),
            bytes(0xEF, 0xBB, 0xBF),
            bytes(0xC2, 0x80),
            bytes(0xC2, 0x85),
            bytes(0x00),
            bytes(0x0B),
            bytes(0xE9),
            bytes(0xA4));

    private static final List<String> DECLARATIONS = List.of(
            "",
            "<?xml version=\"1.0\"?>",
            "<?xml version='1.0' encoding='utf-8'?>",
            "<?xml version='1.0' encoding='UTF8'?>",
            "<?xml version='1.0' encoding='ISO-8859-1'?>",
            "<?xml version='1.0' encoding='iso-8859-15'?>",
            "<?xml version='1.0' encoding='US-ASCII'?>",
            "<?xml version='1.0' encoding='windows-1252'?>",
            "<?xml version='1.0' encoding='UTF-16'?>",
            "<?xml version='1.0' encoding='UTF-16LE'?>",
            "<?xml version='1.0' encoding='UTF-16BE'?>",
            "<?xml version='1.0' encoding='UTF-32'?>",
            "<?xml version='1.0' encoding='ISO-10646-UCS-4'?>",
            "<?xml version='1.0' encoding='Shift_JIS'?>",
            "<?xml version='1.0' encoding='EUC-JP'?>",
            "<?xml version='1.0' encoding='UTF-7'?>",
            "<?xml version='1.0' encoding='IBM037'?>",
            "<?xml version='1.0' encoding='x-unknown'?>",
            "<?xml version='1.0' encoding=''?>",
            "<?xml version='1.0' encoding='-'?>",
            "<?xml encoding='UTF-8'?>",
            "<?xml version='1.1'?>",
            "<?xml version='1.2'?>",
            "<?xml version='2.0'?>",
            "<?xml version=''?>",
            "<?xml?>",
            "<?xml version='1.0' standalone='yes'?>",
            "<?xml version='1.0' standalone='maybe'?>",
            "<?xml version='1.0' standalone='yes' encoding='UTF-8'?>",
            "<?xml version='1.0' encoding='UTF-8' x='y'?>",
            "<?XML version='1.0'?>",
            " <?xml version='1.0'?>",
            "\n<?xml version='1.0'?>",
            "<?xml version='1.0'?> <?xml x?>",
            "<!-- x --><?xml version='1.0'?>",
            "<!-- x -->",
            "<?pi x?>",
            "x",
            "&#32;",
            "<!DOCTYPE rsm:x>",
            "<?xml version=1.0?>");

    private MalformedMutants() {}

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Those that are always made, by what was done. */
    static Map<String, byte[]> listed() {
        var mutants = new LinkedHashMap<String, byte[]>();
        for (String fragment : FRAGMENTS) {
            put(mutants, "text " + escaped(fragment), SEED.replace("Item 1", "Item" + fragment + "1"));
            put(mutants, "attribute " + escaped(fragment), SEED.replace("\"C62\"", "\"C6" + fragment + "2\""));
            put(mutants, "between " + escaped(fragment), SEED.replace("</ram:TypeCode>", "</ram:TypeCode>" + fragment));
            put(mutants, "behind " + escaped(fragment), SEED + fragment);
            put(
                    mutants,
                    "tag " + escaped(fragment),
                    SEED.replace("<ram:BuyerTradeParty>", "<ram:BuyerTradeParty" + fragment + ">"));
        }
        for (byte[] raw : BYTES) {
            mutants.put("bytes in text " + Arrays.toString(raw), spliced(SEED.indexOf("Item 1") + 2, raw));
            mutants.put("bytes in attribute " + Arrays.toString(raw), spliced(SEED.indexOf("C62") + 1, raw));
            mutants.put("bytes in name " + Arrays.toString(raw), spliced(SEED.indexOf("BuyerTradeParty") + 3, raw));
            mutants.put("bytes between " + Arrays.toString(raw), spliced(SEED.indexOf("<ram:Buyer"), raw));
            mutants.put("bytes before " + Arrays.toString(raw), spliced(0, raw));
            mutants.put("bytes behind " + Arrays.toString(raw), spliced(SEED.length(), raw));
        }
        encodings(mutants);
        return mutants;
    }

    private static void encodings(Map<String, byte[]> mutants) {
        var charsets = List.of(
                "UTF-8",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-32LE",
                "UTF-32BE",
                "ISO-8859-1",
                "windows-1252",
                "Shift_JIS",
                "IBM037");
        for (String text : List.of("Item 1", "Größe €", "請求書")) {
            String body = BODY.replace("Item 1", text);
            for (String declaration : DECLARATIONS) {
                for (String charset : charsets) {
                    byte[] xml = (declaration + body).getBytes(Charset.forName(charset));
                    String story = "%s declared as %s holding %s".formatted(charset, escaped(declaration), text);
                    mutants.put(story, xml);
                    if (charset.startsWith("UTF")) {
                        byte[] mark = "\ufeff".getBytes(Charset.forName(charset));
                        mutants.put(story + " with a mark", joined(mark, xml));
                    }
                }
            }
        }
    }

    private static void put(Map<String, byte[]> mutants, String story, String xml) {
        mutants.put(story, xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes changed, lost, added at random; cut short anywhere. */
    static byte[] random(long seed, int number) {
        var random = new SplittableRandom(seed * 1_000_003L + number);
        byte[] xml = SEED.getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(xml.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(xml, at);
            case 1 -> joined(Arrays.copyOf(xml, at), Arrays.copyOfRange(xml, at + 1, xml.length));
            case 2 -> spliced(at, new byte[] {(byte) random.nextInt(256)});
            case 3 -> {
                xml[at] = (byte) random.nextInt(256);
                yield xml;
            }
            default -> {
                xml[at] = (byte) "<>&'\"=/?!-[]:; \n#x1".charAt(random.nextInt(19));
                yield xml;
            }
        };
    }

    private static byte[] spliced(int at, byte[] raw) {
        byte[] xml = SEED.getBytes(StandardCharsets.UTF_8);
        return joined(joined(Arrays.copyOf(xml, at), raw), Arrays.copyOfRange(xml, at, xml.length));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c >= 0x20 && c < 0x7f ? "" + (char) c : "\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
