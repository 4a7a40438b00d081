package org.tegata.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.schema.Release;

/** The engine with rule books of a few rules: what is asked of which element, when, and what is told where. */
class EngineTest {

    private static final String T = "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction";
    private static final String TAX =
            "<ram:ApplicableTradeTax><ram:TypeCode>%s</ram:TypeCode></ram:ApplicableTradeTax>";
    private static final Name TYPE = Name.of("ram:TypeCode");

    private final RuleBook<List<String>> book = new RuleBook<>("test", "1", ArrayList::new);

    @Nested
    class Contexts {

        @Test
        void shouldAskOnlyTheFirstContextOfAPatternThatFits() {
            var pattern = book.pattern();
            pattern.on("//ram:ApplicableTradeTax")
                    .when(tax -> "VAT".equals(tax.text(TYPE)))
                    .error("VAT")
                    .says("", "")
                    .holds(tax -> false);
            pattern.on("//ram:ApplicableTradeTax").error("OTHER").says("", "").holds(tax -> false);
            book.pattern().on("ram:TypeCode").warning("CODE").says("", "").holds(code -> false);

            var found = judge(Sample.invoice(1, TAX.formatted("VAT") + TAX.formatted("GST"), ""));

            assertThat(ids(found)).containsExactly("CODE", "VAT", "CODE", "OTHER", "CODE");
        }

        @Test
        void shouldUnderstandStepsWildcardsAndExclusions() {
            var pattern = book.pattern();
            pattern.on("/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:*ID")
                    .error("DOCUMENT-ID")
                    .says("", "")
                    .holds(id -> false);
            pattern.on("//ram:*ID!ram:LineID")
                    .error("ANY-ID-BUT-LINES")
                    .says("", "")
                    .holds(id -> false);
            pattern.on("ram:SpecifiedTradeProduct/ram:Name | ram:SpecifiedTradeProduct/ram:GlobalID")
                    .error("PRODUCT")
                    .says("", "")
                    .holds(id -> false);

            assertThat(ids(judge(Sample.invoice(1)))).containsExactly("ANY-ID-BUT-LINES", "DOCUMENT-ID", "PRODUCT");
        }

        @Test
        void shouldRefuseARuleThatWaitsForTheEndInALine() {
            book.pattern().on("//ram:TypeCode").error("X").says("", "").holdsAtEnd((code, doc) -> true);

            assertThatThrownBy(() -> judge(Sample.invoice(1, TAX.formatted("VAT"), "")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("//ram:TypeCode");
        }
    }

    @Nested
    class Absences {

        @Test
        void shouldTellOnceForEachContextAtTheFirstThatIsThere() {
            book.pattern()
                    .on(T + "/ram:IncludedSupplyChainTradeLineItem")
                    .absent(
                            "NO-TYPE",
                            Severity.WARNING,
                            "ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:TypeCode")
                    .says("not here", "");

            var found = judge(Sample.invoice(2, TAX.formatted("VAT") + TAX.formatted("GST"), TAX.formatted("VAT")));

            assertThat(found)
                    .extracting(Finding::location)
                    .containsExactly(
                            T + "/ram:IncludedSupplyChainTradeLineItem[1]/ram:SpecifiedLineTradeSettlement"
                                    + "/ram:ApplicableTradeTax[1]/ram:TypeCode",
                            T + "/ram:IncludedSupplyChainTradeLineItem[2]/ram:SpecifiedLineTradeSettlement"
                                    + "/ram:ApplicableTradeTax[1]/ram:TypeCode");
            assertThat(found.get(0).actual()).isEqualTo("VAT");
        }

        @Test
        void shouldTellOfAttributesHereAndBelow() {
            var context = book.pattern().on("/rsm:CrossIndustryInvoice/rsm:ExchangedDocument");
            context.absent("BELOW", Severity.ERROR, "ram:ID/@schemeID").says("", "");
            book.pattern()
                    .on("ram:ID")
                    .absent("HERE", Severity.ERROR, "@schemeID")
                    .says("", "");

            var found = judge(
                    Sample.bytes(Sample.text(Sample.invoice(1)).replace("<ram:ID>1<", "<ram:ID schemeID=\"S\">1<")));

            assertThat(ids(found)).containsExactly("BELOW", "HERE");
            assertThat(found.get(0).location())
                    .isEqualTo("/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:ID/@schemeID");
            assertThat(found.get(0).actual()).isEqualTo("S");
        }

        @Test
        void shouldNotTellWhereAnotherContextTakesPrecedence() {
            var pattern = book.pattern();
            pattern.on("ram:ApplicableTradeTax").when(tax -> "VAT".equals(tax.text(TYPE)));
            pattern.on("ram:ApplicableTradeTax")
                    .absent("NO-TYPE", Severity.ERROR, "ram:TypeCode")
                    .says("", "");

            assertThat(ids(judge(Sample.invoice(1, TAX.formatted("VAT") + TAX.formatted("GST"), ""))))
                    .containsExactly("NO-TYPE");
        }
    }

    @Nested
    class WholeDocument {

        @Test
        void shouldAnswerRulesOfLinesAtTheEnd() {
            book.gather("//ram:ApplicableTradeTax/ram:TypeCode", (seen, code) -> seen.add(code.text()));
            book.pattern()
                    .on("//ram:SpecifiedLineTradeSettlement")
                    .error("NEEDS-GST")
                    .says("", "")
                    .holdsByDocument(doc -> doc.tally().contains("GST"));

            assertThat(judge(Sample.invoice(2, TAX.formatted("VAT"), TAX.formatted("GST"))))
                    .isEmpty();
            assertThat(judge(Sample.invoice(2, TAX.formatted("VAT"), "")))
                    .extracting(Finding::location)
                    .containsExactly(
                            T + "/ram:IncludedSupplyChainTradeLineItem[1]/ram:SpecifiedLineTradeSettlement",
                            T + "/ram:IncludedSupplyChainTradeLineItem[2]/ram:SpecifiedLineTradeSettlement");
        }

        @Test
        void shouldCompareWhatWasNotedOfALineWithTheEnd() {
            book.gather(
                    T + "/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax/ram:TypeCode",
                    (seen, code) -> seen.add(code.text()));
            book.pattern()
                    .on("//ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax")
                    .error("KNOWN")
                    .says("", "")
                    .<String>holdsLater(
                            tax -> tax.text(TYPE), (code, doc) -> doc.tally().contains(code));

            assertThat(ids(judge(Sample.invoice(1, TAX.formatted("VAT") + TAX.formatted("GST"), TAX.formatted("VAT")))))
                    .containsExactly("KNOWN");
        }

        @Test
        void shouldSeeTheRootWithoutItsLines() {
            book.pattern()
                    .on("/rsm:CrossIndustryInvoice")
                    .error("LINES")
                    .says("", "")
                    .holds(root -> !Path.of("rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem")
                            .existsIn(root));

            assertThat(judge(Sample.invoice(3))).isEmpty();
        }
    }

    @Nested
    class Telling {

        @Test
        void shouldCountAllAndTellAsManyAsAskedFor() {
            book.pattern().on("ram:LineID").warning("LINE").says("", "").holds(id -> false);

            var result = result(Sample.invoice(50), 10);

            assertThat(result.findings()).hasSize(10);
            assertThat(result.counts()).containsEntry("LINE", 50);
            assertThat(result.total()).isEqualTo(50);
            assertThat(result.errors()).isFalse();
        }

        @Test
        void shouldTellInDocumentOrder() {
            book.pattern()
                    .on("/rsm:CrossIndustryInvoice/rsm:ExchangedDocument")
                    .error("FIRST")
                    .says("", "")
                    .holds(e -> false);
            book.pattern().on("ram:LineID").error("SECOND").says("", "").holds(e -> false);
            book.pattern()
                    .on("ram:ApplicableHeaderTradeDelivery")
                    .error("THIRD")
                    .says("", "")
                    .holds(e -> false);

            assertThat(ids(judge(Sample.invoice(1)))).containsExactly("FIRST", "SECOND", "THIRD");
        }

        @Test
        void shouldTellOnlyOfTheSchemaWhereTheDocumentDoesNotFit() {
            book.pattern().on("ram:LineID").error("LINE").says("", "").holds(e -> false);

            var result = result(
                    Sample.bytes(Sample.text(Sample.invoice(1)).replace("<ram:ApplicableHeaderTradeDelivery/>", "")),
                    10);

            assertThat(result.fits()).isFalse();
            assertThat(ids(result.findings())).containsExactly("cvc-complex-type.2.4.a");
            assertThat(result.findings().get(0).location()).isEqualTo(T);
        }

        @Test
        void shouldCutLongValues() {
            book.pattern().on("ram:LineID").error("LINE").says("", "").holds(e -> false);

            var found = judge(Sample.bytes(Sample.text(Sample.invoice(1))
                    .replace(">1</ram:LineID>", ">" + "𝄞".repeat(500) + "<")
                    .replace("𝄞<", "𝄞</ram:LineID>")));

            assertThat(found.get(0).actual()).hasSizeLessThan(210).endsWith("…").doesNotContain("\uFFFD");
        }
    }

    @Test
    void shouldJudgeOnManyThreadsAtOnceAsOnOne() throws Exception {
        book.gather("//ram:LineID", (seen, id) -> seen.add(id.text()));
        book.pattern()
                .on("/rsm:CrossIndustryInvoice")
                .error("COUNT")
                .says("", "")
                .holdsAtEnd((root, doc) -> doc.tally().size() == 20)
                .expectedAtEnd((root, doc) -> String.valueOf(doc.tally()));
        var engine = new Engine(Release.D16B, List.of(book));
        var threads = Executors.newFixedThreadPool(8);
        try {
            var runs = IntStream.range(0, 200)
                    .mapToObj(run -> threads.submit(() -> engine.judge(new ByteArrayInputStream(Sample.invoice(20)), 10)
                            .findings()))
                    .toList();
            for (var run : runs) {
                assertThat(run.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Finding> judge(byte[] xml) {
        return result(xml, 1_000).findings();
    }

    private Engine.Result result(byte[] xml, int limit) {
        return new Engine(Release.D16B, List.of(book)).judge(new ByteArrayInputStream(xml), limit);
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::ruleId).toList();
    }
}
