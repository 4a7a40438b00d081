package org.tegata.bl.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tegata.bill.BillReading;
import org.tegata.bl.domain.BillFacts;
import org.tegata.problem.Rejected;

/**
 * A bill that was lodged as XML says the same here as on the platform that gets its transport document: golden bills
 * with one or two places doubled, dropped or overwritten, as far as they still are valid.
 */
class MutatedBillsTest {

    private static final int MUTANTS = 6_000;
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final UUID ID = UUID.fromString("01981b4e-5f00-7a31-8c42-6d0f5e3a7b20");
    private static final String DIGEST = "5e".repeat(32);

    private static final Pattern LEAF = Pattern.compile("<(ram:[A-Za-z]+)[^<>]*>[^<]*</");
    private static final Pattern BRANCH = Pattern.compile("<(ram:[A-Za-z]+)>");

    /** One original at most is what DCSA says of an electronic bill. */
    private static final String ORIGINALS = "<ram:OriginalIssuedQuantity>.*?</ram:OriginalIssuedQuantity>";

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "1",
            "X",
            "JPUKB",
            "DEHAM",
            "705",
            "TO ORDER",
            "TO  ORDER",
            "指図人",
            "A  B",
            "a\tb",
            "\u00a0",
            "\u2003x",
            "x\u2003",
            "\u0085",
            "NI",
            "CA",
            "20261111",
            "true",
            "false",
            "FOO BAR BAZ",
            "1.50",
            "-1",
            "KGM",
            "TGTASHIPPER000000139",
            "SOLU4172502");

    private static final List<String> ATTRIBUTES = List.of(
            "",
            " schemeID=\"0199\"",
            " schemeID=\"SMDG\"",
            " schemeID=\"BIC\"",
            " schemeID=\"FOO\"",
            " schemeAgencyID=\"GLEIF\"",
            " schemeID=\"LEI\" schemeAgencyID=\"GLEIF\"",
            " listID=\"IMDG\"",
            " listID=\"HS\"",
            " unitCode=\"LBR\"",
            " unitCode=\"FTQ\"",
            " languageID=\"ja\"",
            " format=\"102\"",
            " currencyID=\"JPY\"");

    private final BillCodec codec = new BillCodec(Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC));

    @Test
    void shouldSayTheSameOnBothPlatformsWhateverWasChanged() {
        long seed = Long.getLong("tegata.seed", System.nanoTime());
        System.out.println("MutatedBillsTest: seed " + seed);
        var random = new Random(seed);
        var bills = BillSamples.golden().stream()
                .map(file -> new String(BillSamples.read(file), StandardCharsets.UTF_8))
                .map(text -> text.replaceAll(">\\s+<", "><").replaceAll(ORIGINALS, ""))
                .toList();
        var told = new TreeMap<String, String>();
        int valid = 0;
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int i = 0; i < MUTANTS && System.nanoTime() < end; i++) {
            var changes = new ArrayList<String>();
            var text = bills.get(random.nextInt(bills.size()));
            for (int times = 1 + random.nextInt(2); times > 0; times--) {
                text = mutant(text, random, changes);
            }
            var reading = read(text);
            if (reading != null) {
                valid++;
                compare(reading, told, changes);
            }
        }

        assertThat(valid).as("mutants that are valid").isPositive();
        assertThat(told).as("seed %d, %d valid mutants", seed, valid).isEmpty();
    }

    private static String mutant(String text, Random random, List<String> changes) {
        var places = new ArrayList<int[]>();
        var found = (random.nextInt(3) > 0 ? LEAF : BRANCH).matcher(text);
        while (found.find()) {
            places.add(new int[] {found.start(), found.end(1)});
        }
        if (places.isEmpty()) {
            return text;
        }
        int[] place = places.get(random.nextInt(places.size()));
        var name = text.substring(place[0] + 1, place[1]);
        int end = text.indexOf("</" + name + ">", place[0]) + name.length() + 3;
        var element = text.substring(place[0], end);
        var value = VALUES.get(random.nextInt(VALUES.size()));
        var attributes = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
        var revalued = element.replaceFirst(">[^<]*<", Matcher.quoteReplacement(">" + value + "<"));
        var marked = element.replaceFirst("<[^>]*>", Matcher.quoteReplacement("<" + name + attributes + ">"));
        int kind = random.nextInt(6);
        changes.add(kind + " " + name + " '" + value + "'" + attributes);
        var changed = switch (kind) {
            case 0 -> element + element;
            case 1 -> "";
            case 2 -> revalued;
            case 3 -> marked;
            case 4 -> marked + element;
            default -> revalued + element;
        };
        return text.substring(0, place[0]) + changed + text.substring(end);
    }

    private BillReading read(String text) {
        try {
            var reading = codec.lodged(BillLanguage.XML, text.getBytes(StandardCharsets.UTF_8));
            return reading.valid() ? reading : null;
        } catch (Rejected notWellFormed) {
            return null;
        }
    }

    private void compare(BillReading here, TreeMap<String, String> told, List<String> changes) {
        var there = codec.received(codec.transportDocument(here));
        if (!there.valid()) {
            told.putIfAbsent("not received", changes + " " + there.report().findings());
            return;
        }
        var ours = said(codec.facts(ID, DIGEST, here));
        var theirs = said(codec.facts(ID, DIGEST, there));
        ours.forEach((fact, value) -> {
            if (!value.equals(theirs.get(fact))) {
                told.putIfAbsent(fact, changes + ": here " + value + ", there " + theirs.get(fact));
            }
        });
    }

    private static TreeMap<String, String> said(BillFacts facts) {
        var said = new TreeMap<String, String>();
        for (var component : BillFacts.class.getRecordComponents()) {
            try {
                said.put(
                        component.getName(),
                        String.valueOf(component.getAccessor().invoke(facts)));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        said.remove("originalsIssued");
        return said;
    }
}
