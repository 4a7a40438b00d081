package org.tegata.bill.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tegata.bill.xml.BillSchema;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;
import org.tegata.xml.SchemaCheck;
import org.tegata.xml.XmlElement;

/** Whatever a document says that the schema lets through, and more: the rules answer, soon, without an exception. */
class HostileBillsTest {

    private static final List<String> ABSURD = List.of(
            "",
            " ",
            "-1",
            "0",
            "1e999999999",
            "1E-999999999",
            "9".repeat(1_000_000),
            "0." + "0".repeat(50) + "1",
            "99999999",
            "20261399",
            "00000000",
            "NaN",
            "\u0000",
            "TO ORDER OF ",
            "to the order",
            "LAW",
            "GOVERNED BY LAW LAWS OF",
            "SUBJECT TO LAW. GOVERNING LAW:",
            "C/P C/P",
            "ＪＰＵＫＢ",
            "𠮷野家",
            "ı",
            "1",
            "-",
            "F-A",
            "1.");
    private static final List<String> UNITS =
            List.of("", "KGM", "LBR", "FTQ", "CEL", "USD", "XXX", "0199", "102", "205");
    private static final Duration BOUND = Duration.ofSeconds(20);

    @Test
    void shouldNeverThrowWhateverIsMissingOrAbsurd() {
        long seed = Long.getLong("tegata.seed", System.nanoTime());
        System.out.println("HostileBillsTest seed " + seed);
        var random = new Random(seed);
        var files = GoldenBills.in("valid");
        long end = System.nanoTime() + BOUND.toNanos() / 4;
        int round = 0;
        for (; round < 3_000 && System.nanoTime() < end; round++) {
            var bill = mutant(GoldenBills.tree(files.get(random.nextInt(files.size()))), random);
            assertThatCode(() -> GoldenBills.findings(bill)).doesNotThrowAnyException();
        }
        assertThat(round).isGreaterThan(100);
    }

    @Test
    void shouldNotThrowWithoutAnyOneElement() {
        var whole = GoldenBills.tree("valid/transshipment.xml");
        int elements = count(whole);
        for (int left = 1; left < elements; left++) {
            var bill = without(whole, new int[] {left});
            assertThatCode(() -> GoldenBills.findings(bill)).doesNotThrowAnyException();
        }
    }

    @Test
    void shouldJudgeTenThousandContainersInTimeThatGrowsWithTheirNumber() {
        GoldenBills.findings(many(10_000));
        long few = leastTimeOf(many(2_000));
        long all = leastTimeOf(many(20_000));

        assertThat(all).isLessThan(Math.max(few, Duration.ofMillis(5).toNanos()) * 25);
    }

    private static long leastTimeOf(XmlElement bill) {
        return LongStream.range(0, 5).map(time -> timeOf(bill)).min().orElseThrow();
    }

    @Test
    void shouldTellAnErrorBehindThousandsOfWarnings() {
        var bill = many(10_000);
        bill.at("SpecifiedSupplyChainConsignment")
                .add(BillSchema.RAM, "ram", "ApplicableLogisticsServiceCharge")
                .add(BillSchema.RAM, "ram", "PaymentArrangementCode")
                .text("X");
        var findings = GoldenBills.findings(bill);

        assertThat(findings.stream().filter(f -> f.severity() == Severity.WARNING))
                .hasSizeLessThanOrEqualTo(SchemaCheck.MAX_FINDINGS);
        assertThat(findings).extracting(Finding::ruleId).contains("TGT-BL-12", "TGT-BL-19");
    }

    @Test
    void shouldReadAnEndlessTextOnLawAndClausesInAMoment() {
        for (String word :
                List.of("GOVERN LAW ", "ENGLISH ", "LAW OF ", "C/P", "GOVERN", "ON DECK ", "A", "governed by law ")) {
            var bill = GoldenBills.tree("valid/least.xml");
            bill.at("SpecifiedSupplyChainConsignment", "ContractTermsInformation")
                    .text("GOVERN " + word.repeat(4_000_000 / word.length()));
            assertThat(Duration.ofNanos(timeOf(bill))).as(word).isLessThan(BOUND);
        }
    }

    /** The thread's own time in nanoseconds: other processes of the machine do not count. */
    private static long timeOf(XmlElement bill) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(GoldenBills.findings(bill)).isNotNull();
        return threads.getCurrentThreadCpuTime() - start;
    }

    /** Containers with numbers that are none, no seals, and goods in each. */
    private static XmlElement many(int containers) {
        var bill = GoldenBills.tree("valid/least.xml");
        var consignment = bill.at("SpecifiedSupplyChainConsignment");
        for (int i = 0; i < containers; i++) {
            var container = consignment.add(BillSchema.RAM, "ram", "UtilizedLogisticsTransportEquipment");
            container.add(BillSchema.RAM, "ram", "ID").text("BOX" + i);
            var item = consignment.first("IncludedSupplyChainConsignmentItem");
            item.add(BillSchema.RAM, "ram", "AssociatedReferencedLogisticsTransportEquipment")
                    .add(BillSchema.RAM, "ram", "ID")
                    .text("BOX" + i);
        }
        return bill;
    }

    private static XmlElement mutant(XmlElement element, Random random) {
        var copy = new XmlElement(element.namespace(), element.prefix(), element.name());
        boolean absurd = random.nextInt(40) == 0;
        copy.text(absurd ? ABSURD.get(random.nextInt(ABSURD.size())) : element.text());
        element.attributes((name, value) -> {
            if (random.nextInt(40) > 0) {
                copy.attribute(name, random.nextInt(40) == 0 ? UNITS.get(random.nextInt(UNITS.size())) : value);
            }
        });
        for (XmlElement child : element.children()) {
            for (int times = random.nextInt(60); times < 60; times += times == 0 ? 1 : 60) {
                if (times > 1 || times == 0) {
                    copy.add(mutant(child, random));
                }
            }
        }
        return copy;
    }

    /** A copy without the n-th element. */
    private static XmlElement without(XmlElement element, int[] left) {
        var copy = new XmlElement(element.namespace(), element.prefix(), element.name()).text(element.text());
        element.attributes(copy::attribute);
        for (XmlElement child : new ArrayList<>(element.children())) {
            if (--left[0] != 0) {
                copy.add(without(child, left));
            }
        }
        return copy;
    }

    private static int count(XmlElement element) {
        return 1 + element.children().stream().mapToInt(HostileBillsTest::count).sum();
    }
}
