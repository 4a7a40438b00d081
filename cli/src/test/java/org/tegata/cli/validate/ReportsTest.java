package org.tegata.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.cli.validate.Verdicts.UNUSUAL;
import static org.tegata.cli.validate.Verdicts.WRONG_SUM;
import static org.tegata.cli.validate.Verdicts.judged;
import static org.tegata.cli.validate.Verdicts.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportsTest {
    private static final List<Judged> MIXED = List.of(
            judged("good.xml"),
            judged("bad.xml", UNUSUAL, WRONG_SUM),
            judged("odd <&\"> \u001b[31m.xml", UNUSUAL),
            refused("broken.xml", "line 1: \"<\" & so on\u0000"));

    private final StringWriter out = new StringWriter();

    @Test
    void shouldTellPeopleWhatIsWrongWhereAndHowToMendIt() throws IOException {
        assertThat(tell(new TableReport(out, Language.EN, 5, false, false), MIXED)
                        .lines())
                .contains("valid      good.xml  en16931:1.3.16")
                .contains("invalid    bad.xml  en16931:1.3.16  1 error, 1 warning")
                .containsSubsequence(
                        "  error      BR-CO-10  The sum is wrong",
                        "    at    /rsm:CrossIndustryInvoice[1]/rsm:SupplyChainTradeTransaction[1]",
                        "    found 1.00, expected 2.00",
                        "    hint  Add again",
                        "  warning    CII-SR-308  Not in the core of EN 16931")
                .contains("unreadable broken.xml  xml-malformed")
                .last()
                .asString()
                .startsWith("4 files: 2 valid, 1 invalid, 1 unreadable; 2 accepted; ");
    }

    @Test
    void shouldTellItInJapanese() throws IOException {
        assertThat(tell(new TableReport(out, Language.JA, 5, false, false), MIXED))
                .contains("合計が違います", "もう一度足してください", "Not in the core");
    }

    @Test
    void shouldColourOnlyWhenAskedAndNeverObeyADocument() throws IOException {
        assertThat(tell(new TableReport(out, Language.EN, 5, false, false), MIXED))
                .doesNotContain("\u001b")
                .doesNotContain("\u0000");
        out.getBuffer().setLength(0);
        assertThat(tell(new TableReport(out, Language.EN, 5, true, false), MIXED))
                .contains("\u001b[31minvalid   \u001b[0m")
                .doesNotContain("\u001b[31m.xml");
        assertThat(Terminal.printable("a\u009b31m\u202eb\nc\ud800")).isEqualTo("a\ufffd31m\ufffdb c\ufffd");
        assertThat(Terminal.printable("合計 \ud83d\ude00")).isEqualTo("合計 \ud83d\ude00");
    }

    @Test
    void shouldShowAFewFindingsTheWorstFirstAndSayHowManyMore() throws IOException {
        Finding[] many = new Finding[20];
        Collections.nCopies(20, UNUSUAL).toArray(many);
        many[19] = WRONG_SUM;
        assertThat(tell(new TableReport(out, Language.EN, 3, false, false), List.of(judged("a.xml", many)))
                        .lines())
                .element(1)
                .asString()
                .contains("BR-CO-10");
        assertThat(out.toString()).contains("and 17 more findings (see --max-findings)");
    }

    @Test
    void shouldShowOnlyTroubleWhenQuiet() throws IOException {
        assertThat(tell(new TableReport(out, Language.EN, 5, false, true), MIXED))
                .doesNotContain("good.xml")
                .contains("bad.xml", "broken.xml", "4 files");
    }

    @Test
    void shouldWriteOneJsonObject() throws IOException {
        JsonNode json = new ObjectMapper().readTree(tell(new JsonReport(out, false), MIXED));
        assertThat(json.get("summary").get("files").asInt()).isEqualTo(4);
        assertThat(json.get("summary").get("invalid").asInt()).isEqualTo(1);
        JsonNode bad = json.get("files").get(1);
        assertThat(bad.get("accepted").asBoolean()).isFalse();
        assertThat(bad.get("counts").get("BR-CO-10").asInt()).isEqualTo(1);
        assertThat(bad.get("findings").get(1).get("messageJa").asText()).isEqualTo("合計が違います");
        assertThat(json.get("files").get(2).get("file").asText()).isEqualTo("odd <&\"> \u001b[31m.xml");
        assertThat(json.get("files").get(3).get("problem").get("type").asText()).isEqualTo("xml-malformed");
    }

    @Test
    void shouldWriteAJsonObjectALine() throws IOException {
        List<String> lines = tell(new JsonReport(out, true), MIXED).lines().toList();
        assertThat(lines).hasSize(4);
        for (String line : lines) {
            assertThat(new ObjectMapper().readTree(line).get("verdict").asText())
                    .isIn("valid", "invalid", "unreadable");
        }
    }

    @Test
    void shouldWriteJunitXmlThatAnyParserReads() throws Exception {
        Finding hostile = new Finding("R", Severity.ERROR, "/", "a\r\n]]>\u0001\ud800<b>&amp;");
        String xml = tell(
                new JunitReport(out, Language.EN),
                List.of(MIXED.get(0), MIXED.get(1), MIXED.get(2), MIXED.get(3), judged("h.xml", hostile)));
        Document read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        Element suite = read.getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("BR-CO-10");
        assertThat(failure.getTextContent()).contains("CII-SR-308", "found 1.00", "hint Add again");
        assertThat(((Element) suite.getElementsByTagName("testcase").item(2)).getAttribute("name"))
                .isEqualTo("odd <&\"> \ufffd[31m.xml");
    }

    private String tell(Report report, List<Judged> all) throws IOException {
        Summary summary = new Summary();
        report.begin();
        for (Judged each : all) {
            summary.count(each);
            report.add(each);
        }
        summary.end();
        report.end(summary);
        return out.toString();
    }
}
