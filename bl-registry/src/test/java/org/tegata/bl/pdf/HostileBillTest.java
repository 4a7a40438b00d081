package org.tegata.bl.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tegata.bl.pdf.ReadBack.dense;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** What a document must not be able to do to its own rendering. */
class HostileBillTest {

    private static final BillPdf PRESS = new BillPdf(1, Duration.ofSeconds(10));

    private static ObjectNode named(String name) {
        var bill = Papers.sampleBill();
        bill.withObject("/documentParties/shipper").put("partyName", name);
        return bill;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><img src='http://localhost/x'>",
                "</td></table><style>.copy{display:none}</style>",
                "<svg onload=alert(1)><use href='file:///etc/passwd'/></svg>",
                ") Tj ET Q BT (forged",
                "{bill.head} ${jndi:ldap://localhost/x} %s %n",
                "&lt;b&gt; &amp; ]]> <!DOCTYPE x>"
            })
    void shouldShowMarkupAsItIsWritten(String name) throws Exception {
        var bill = named(name);
        bill.put("transportDocumentReference", name);
        var pdf = PRESS.of(Papers.copy(bill));

        assertThat(dense(pdf)).contains(dense(name));
        assertThat(Conformance.violations(pdf)).isEmpty();
        assertNothingActs(pdf);
    }

    private static void assertNothingActs(byte[] pdf) {
        ReadBack.with(pdf, file -> {
            var catalog = file.getDocumentCatalog();
            assertThat(catalog.getOpenAction()).isNull();
            assertThat(catalog.getCOSObject().containsKey(COSName.AA)).isFalse();
            assertThat(catalog.getAcroForm()).isNull();
            for (var page : file.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
                assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202E, 0x2066, 0x200B, 0x200D, 0xFEFF, 0x00AD, 0x0000, 0x001B, 0x0085, 0x2028, 0xE000, 0xFFFF, 0x0378,
                0x05D0, 0x0627, 0x0301, 0x20DD, 0xD800, 0x1F6A2, 0xE0041, 0xD55C
            })
    void shouldShowABoxForWhatCannotBeShownAndSayWhichCharacterItWas(int codePoint) throws Exception {
        var odd = codePoint == 0xD800 ? "\uD800" : Character.toString(codePoint);
        var pdf = PRESS.of(Papers.copy(named("ACME " + odd + " Ltd")));

        assertThat(dense(pdf)).contains("ACME□Ltd", "U+%04X".formatted(codePoint));
        assertThat(Conformance.violations(pdf)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"阪神精機株式会社", "髙島﨑", "Škoda Ąę", "Ελλάς", "ООО «Ромашка»", "Tiếng Việt", "①㈱〒～", "ｶﾀｶﾅ", "e\u0301"
            })
    void shouldShowWhatItsTypefacesKnow(String name) {
        var pdf = PRESS.of(Papers.copy(named(name)));

        assertThat(dense(pdf))
                .contains(dense(Normalizer.normalize(name, Normalizer.Form.NFC)))
                .doesNotContain("U+");
    }

    @Test
    @Timeout(60)
    void shouldPrintAClauseOfAnyLength() throws Exception {
        var bill = Papers.sampleBill();
        bill.put("termsAndConditions", "The carrier is not liable. ".repeat(800) + "w".repeat(20_000));
        bill.putArray("carrierClauses")
                .add("x".repeat(20_000))
                .add("\n".repeat(2_000))
                .add("条".repeat(20_000));

        var pdf = PRESS.of(Papers.original(bill));

        assertThat(dense(pdf)).contains("w".repeat(100));
        assertThat(dense(pdf).chars().filter(c -> c == 'w').count()).isGreaterThanOrEqualTo(20_000);
        assertThat(dense(pdf).chars().filter(c -> c == '条').count()).isGreaterThanOrEqualTo(20_000);
        assertThat(Conformance.violations(pdf)).isEmpty();
    }

    @Test
    @Timeout(120)
    void shouldStopAfterManyPagesAndSaySo() {
        var bill = Papers.containers(10_000);

        var pdf = PRESS.of(Papers.original(bill));

        assertThat(ReadBack.count(pdf)).isEqualTo(Sheets.MOST_PAGES);
        ReadBack.with(pdf, file -> {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            assertThat(stripper.getText(file)).contains("INCOMPLETE", "Page 1 of 500", "10000 containers");
            return true;
        });
    }

    @Test
    @Timeout(120)
    void shouldPutAnyTextOnPaper() throws Exception {
        long seed = Long.getLong("tegata.seed", System.nanoTime());
        System.out.println("HostileBillTest: seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            var bill = Papers.sampleBill();
            scramble(bill, random);

            var pdf = PRESS.of(Papers.copy(bill));

            assertThat(Conformance.violations(pdf))
                    .as("seed %d, bill %d", seed, i)
                    .isEmpty();
        }
    }

    private static void scramble(ObjectNode node, Random random) {
        for (var member : List.copyOf(node.properties())) {
            if (member.getValue() instanceof ObjectNode inner) {
                scramble(inner, random);
            } else if (member.getValue().isTextual()) {
                node.put(member.getKey(), text(random));
            } else if (random.nextInt(8) == 0) {
                node.putNull(member.getKey());
            }
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    random.nextInt(3) == 0
                            ? random.nextInt(0x110000)
                            : random.nextInt(random.nextBoolean() ? 0x80 : 0x3100));
        }
        return text.toString();
    }

    @Test
    @Timeout(60)
    void shouldSayThatItIsBusyRatherThanQueueWithoutEnd() {
        var press = new BillPdf(1, Duration.ofMillis(1));
        var stop = new AtomicBoolean();
        var big = Papers.copy(Papers.containers(500));
        var other = CompletableFuture.runAsync(() -> {
            while (!stop.get()) {
                try {
                    press.of(big);
                } catch (Rejected tooBusy) {
                    Thread.onSpinWait();
                }
            }
        });
        Rejected refused = null;
        while (refused == null) {
            refused = catchThrowableOfType(Rejected.class, () -> press.of(big));
        }
        stop.set(true);
        other.join();

        assertThat(refused.type()).isEqualTo(RequestProblem.UNAVAILABLE);
        assertThat(press.of(big)).isNotEmpty();
    }
}
