package org.tegata.rules.schema;

import java.util.List;
import java.util.Random;

/** Texts that a type may or may not allow: real ones, odd ones, and both with some characters changed. */
final class LexicalValues {

    private static final String[] DECIMALS = {
        "0",
        "1",
        "-1",
        "+1",
        "1.",
        ".5",
        "-.5",
        "+5.",
        ".",
        "-",
        "+",
        "+.",
        "1.2.3",
        "1e3",
        "1E3",
        "INF",
        "NaN",
        "",
        "00012.3400",
        "1,5",
        "1 000",
        "- 1",
        "--1",
        "+-1",
        "１２",
        "٣",
        "12345678901234567890123456789012345678901234",
        "0x1F",
        "1_000",
        "1.5 ",
        "\t1.5\n",
        "\u00a01",
        "1\u2003",
        "\u30001",
        "1f",
        "1d",
        "$1",
        "1%",
        "-0",
        "0.0"
    };
    private static final String[] BOOLEANS = {
        "true",
        "false",
        "1",
        "0",
        "True",
        "FALSE",
        "yes",
        "no",
        "",
        " true ",
        "\ttrue\n",
        "t",
        "f",
        "10",
        "01",
        "+1",
        "tru e",
        "truefalse",
        "\u3000true",
        "true\u00a0",
        "-0",
        "false.",
        "falsey"
    };
    private static final String[] DATES = {
        "2026-11-20",
        "2024-02-29",
        "2023-02-29",
        "1900-02-29",
        "2000-02-29",
        "0000-01-01",
        "0001-01-01",
        "-0001-01-01",
        "-0000-01-01",
        "12026-01-01",
        "02026-01-01",
        "026-01-01",
        "2026-1-01",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "2026-12-32",
        "2026-12-00",
        "2026-11-20Z",
        "2026-11-20+09:00",
        "2026-11-20-14:00",
        "2026-11-20+14:01",
        "2026-11-20+15:00",
        "2026-11-20+13:59",
        "2026-11-20+9:00",
        "2026-11-20+09:60",
        "2026-11-20z",
        "20261120",
        "",
        "2026/11/20",
        "2026-11-20T00:00:00",
        "+2026-11-20",
        "2147483647-01-01",
        "2147483648-01-01",
        "-2147483648-02-29",
        "-2147483647-01-01",
        "2026-11-20 Z",
        " 2026-11-20 ",
        "2026-11",
        "--11-20",
        "２０２６-11-20",
        "2026-11-2０",
        "2026-11-20+00:00",
        "2026-11-20-00:00",
        "2026-11-20+0900",
        "2026-11-20+09",
        "-0004-02-29",
        "-0005-02-29",
        "99999999999999999999-01-01",
        "2026--1-01",
        "2026-11-20+-1:00",
        "2026-11-20Z+01:00",
        "2026-11-20\n+01:00"
    };
    private static final String[] TIMES = {
        "00:00:00",
        "23:59:59",
        "24:00:00",
        "24:00:01",
        "24:01:00",
        "25:00:00",
        "12:60:00",
        "12:00:60",
        "12:00:59.999",
        "12:00:59.",
        "12:00:.5",
        "12:00:00.1234567890123456789",
        "12:00:59.99999999999999999999999",
        "24:00:00.000",
        "24:00:00.0001",
        "1:00:00",
        "12:00",
        "12:00:0",
        "120000",
        "12:00:00.5.5",
        "12:00:00..5",
        "12:00:00,5",
        "",
        "12:00:00.5Z",
        "12:00:00Z",
        "12:00:00+09:00",
        "12:00:00-14:00",
        "12:00:00+14:30",
        "12:00:00 Z",
        "-1:00:00",
        "12:-1:00",
        "12:00:-1",
        "12:00:000",
        "12:00:00.5+09:00",
        "12:00:00+24:00",
        "１２:00:00"
    };
    private static final String[] URIS = {
        "",
        "http://example.org",
        "http://example.org/a?b=c#d",
        "urn:un:unece:uncefact",
        "a b",
        "ä",
        ":",
        ":a",
        "a:",
        "a:#",
        "1a:b",
        "a1+.-:b",
        "a_b:c",
        "日本:x",
        "x/日本:y",
        "#",
        "##",
        "#a#b",
        "?",
        "??",
        "%",
        "%4",
        "%41",
        "%zz",
        "%4g",
        "a%",
        "//",
        "///",
        "//a",
        "http://",
        "http:///a",
        "http://?a",
        "http://#a",
        "http://[::1]/",
        "http://[::1",
        "http://[",
        "http://]",
        "http://[::]:80/x",
        "http://u@[::1]:80",
        "http://[1:2:3:4:5:6:7:8]",
        "http://[1:2:3:4:5:6:7::]",
        "http://[1:2:3:4:5:6:7:8:9]",
        "http://[1:2:3:4:5:6:1.2.3.4]",
        "http://[::1.2.3.4]",
        "http://[::1.2.3.]",
        "http://[::256.1.1.1]",
        "http://[::ffff:1.2.3.4]:99999",
        "http://[::1]:",
        "http://[::1]:x",
        "http://[::1]:+8",
        "http://[::1]:-0",
        "http://[::1]:-1",
        "http://[::1]:65536",
        "http://[::1]x",
        "http://[:1::1]",
        "http://[1::2::3]",
        "http://[12345::]",
        "http://[::g]",
        "http://a[::1]",
        "http://u:p%41@[::1]",
        "http://u@v@[::1]",
        "//[::1]/[",
        "http://a/[b]",
        "http://a?[b]",
        "http://a#[b]",
        "mailto:a[b]@c",
        "[",
        "a[b]",
        "?[",
        "#[",
        "http://1.2.3.4",
        "http://1.2.3",
        "http://a..b",
        "http://-a",
        "http://a:99999",
        "http://a:b:c",
        "{}|\\^`~\"<>",
        "..",
        "../..",
        "./.",
        "/../..",
        "a/b/../../..",
        "http:a",
        "http:/a",
        "http:?a",
        "http:#a",
        "\u0085",
        "C:\\x",
        "C:/x",
        "a:b:c",
        "http://[::1.2.3.4.5]",
        "http://[::01.2.3.4]",
        "http://[::001.2.3.4]",
        "http://[::0001.2.3.4]",
        "http://[]",
        "http://[::1]:٨٠",
        "http://[::1]:00000080",
        "http://[1:2:3:4:5:6:7:1.2.3.4]",
        "http://[1::1.2.3.4]",
        "http://[:]"
    };
    private static final String[] BINARIES = {
        "", "SGVsbG8=", "SGVsbG8", "SGVsbG9=", "SGVsbA==", "SGVsbB==", "SGVsbA=", "SG Vs\nbG8=", "====", "=", "==",
                "A===",
        "AA==", "AB==", "AAA=", "AAB=", "AAE=", "AAAA", "AAAAA", "AAAA=", "AA=A", "AAAA====", "AA==AAAA", "A A A A",
        "AA = =", "AA=\t=", "!AAA", "AAA!", "AA!=", "-_AA", "+/+/", "AAAA\n", "\nAAAA", "AAAAAA==", "AAAA AA = = "
    };
    private static final String[] TEXTS = {
        "",
        " ",
        "  ",
        "a",
        " a ",
        "a  b",
        "a b",
        "\ta\n",
        "KGM",
        " KGM ",
        "kgm",
        "K GM",
        "KGMX",
        "6",
        " 6",
        "6 6",
        "日本",
        "\u3000",
        "\u00a0a",
        "\ud83d\ude00\ud83d\ude00\ud83d\ude00",
        "\ud83d\ude00\ud83d\ude00\ud83d\ude00a",
        "abc",
        "abcd",
        "4405_Accounting Debit Credit",
        "4405_Accounting  Debit Credit",
        "a\rb",
        "DMQ",
        "102",
        "102 "
    };
    private static final String ODD = "0123456789+-.:TZ eE=/#%[]@aAfg_\t\n\r,ä日";

    private LexicalValues() {}

    private static List<String> samples(ValueType type) {
        return List.of(
                switch (type.builtin()) {
                    case STRING, TOKEN -> TEXTS;
                    case DECIMAL -> DECIMALS;
                    case BOOLEAN -> BOOLEANS;
                    case DATE, DATE_TIME -> DATES;
                    case ANY_URI -> URIS;
                    case BASE64_BINARY -> BINARIES;
                });
    }

    /** A text of a kind that the type is about. */
    static String any(ValueType type, Random random) {
        String text = sample(type, random);
        int changes = Math.max(0, random.nextInt(6) - 2);
        for (int i = 0; i < changes; i++) {
            text = changed(text, random);
        }
        return text;
    }

    private static String sample(ValueType type, Random random) {
        if (random.nextInt(3) == 0 && (!type.codes().isEmpty() || type.fixed() != null)) {
            return likelyValid(type, random);
        }
        var samples = samples(type);
        String sample = samples.get(random.nextInt(samples.size()));
        return type.builtin() == ValueType.Builtin.DATE_TIME
                ? sample + (random.nextInt(8) == 0 ? "" : "T") + TIMES[random.nextInt(TIMES.length)]
                : sample;
    }

    private static String changed(String text, Random random) {
        int[] characters = text.codePoints().toArray();
        int at = random.nextInt(characters.length + 1);
        var changed = new StringBuilder(new String(characters, 0, at));
        int kind = random.nextInt(3);
        if (kind > 0) {
            changed.append(ODD.charAt(random.nextInt(ODD.length())));
        }
        int next = Math.min(characters.length, at + (kind < 2 ? 1 : 0));
        return changed.append(new String(characters, next, characters.length - next))
                .toString();
    }

    /** Mostly valid, sometimes with white space around it. */
    static String likelyValid(ValueType type, Random random) {
        String text = type.codes().isEmpty() || type.fixed() != null
                ? Documents.valid(type)
                : type.codes().get(random.nextInt(type.codes().size()));
        return random.nextInt(6) == 0 ? "\n " + text + "\t" : text;
    }
}
