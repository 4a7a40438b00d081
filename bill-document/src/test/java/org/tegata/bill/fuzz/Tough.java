package org.tegata.bill.fuzz;

import java.util.random.RandomGenerator;

/** Texts and numbers that readers stumble over. */
final class Tough {

    private static final String[] TEXTS = {
        "",
        " ",
        "\n",
        "0",
        "-0",
        "-1",
        "1e9",
        "+1",
        "1.",
        ".5",
        "00012",
        "9".repeat(30),
        "0." + "0".repeat(30) + "1",
        "1".repeat(500),
        "NaN",
        "INF",
        "true",
        "false",
        "null",
        "TO ORDER",
        "TO ORDER OF",
        "TO ORDER OF SHIPPER",
        "TO BEARER",
        "20261110",
        "20260230",
        "99999999",
        "00000000",
        "2026-11-10",
        "2026-11-10T09:30:00Z",
        "2026-11-10T09:30:00+09:00",
        "102",
        "203",
        "JPUKB",
        "JP",
        "KGM",
        "LBR",
        "CEL",
        "HS",
        "845710",
        "SOLU4172502",
        "705",
        "710",
        "ISSUED",
        "GLEIF",
        "0199",
        "SMDG",
        "TGTASHIPPER000000139",
        "<",
        "]]>",
        "&amp;",
        "\"",
        "\\",
        "船荷証券",
        "😀",
        "\uFFFD",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "e\u0301",
        "x".repeat(10_000),
        "/",
        "//",
        "[1]",
        "%s",
        "${x}",
        "\t\tx\r\n\r\ny",
    };

    private static final String[] NUMBERS = {
        "0",
        "-0.0",
        "1",
        "-1",
        "0.1",
        "1e12",
        "1e13",
        "1e-9",
        "1e-10",
        "1e308",
        "-1e308",
        "1e-999999999",
        "5e-324",
        "2147483647",
        "2147483648",
        "-2147483648",
        "9007199254740993",
        "123456789012345678901234567890",
        "0.30000000000000004",
        "12.50",
        "100.0",
    };

    private Tough() {}

    static String text(RandomGenerator random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    /** Also what JSON can hold and XML cannot. */
    static String jsonText(RandomGenerator random) {
        return random.nextInt(20) == 0 ? "a" + "\u0001\u001F\uFFFE\uFFFF".charAt(random.nextInt(4)) : text(random);
    }

    static String number(RandomGenerator random) {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }
}
