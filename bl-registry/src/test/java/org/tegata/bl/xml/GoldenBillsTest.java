package org.tegata.bl.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;
import org.w3c.dom.NodeList;

/** Every rule by a bill that breaks it and nothing else: the file's name is the expected rule. */
class GoldenBillsTest {

    private final BillXml bills = new BillXml();

    static List<Path> valid() {
        return GoldenBills.in("valid");
    }

    static List<Path> warned() {
        return GoldenBills.in("warned");
    }

    static List<Path> invalid() {
        return GoldenBills.in("invalid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void shouldFindNothingInAValidBill(Path file) {
        assertThat(bills.check(GoldenBills.read(file)).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("warned")
    void shouldAcceptABillWithItsWarning(Path file) {
        var report = bills.check(GoldenBills.read(file));

        assertThat(report.valid()).isTrue();
        assertThat(report.findings()).extracting(Finding::ruleId).containsOnly(rule(file));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldFindTheBrokenRule(Path file) throws Exception {
        byte[] xml = GoldenBills.read(file);

        var report = bills.check(xml);

        var errors = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (rule(file).startsWith("cvc-")) {
            assertThat(errors).extracting(Finding::ruleId).contains(rule(file));
        } else {
            assertThat(errors).extracting(Finding::ruleId).containsOnly(rule(file));
            assertThat(errors)
                    .allSatisfy(error -> assertThat(nearest(xml, error.location()))
                            .as("an element of the document at or above %s", error.location())
                            .isPositive());
        }
    }

    @Test
    void shouldHaveAFileForEveryRule() {
        var proven = new TreeSet<String>();
        Stream.concat(warned().stream(), invalid().stream())
                .map(GoldenBillsTest::rule)
                .forEach(proven::add);

        assertThat(proven).containsAll(RuleIds.inSources());
    }

    /** Elements found at the location or, for something missing, at the nearest ancestor below the root. */
    private static int nearest(byte[] xml, String location) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        var xpath = XPathFactory.newInstance().newXPath();
        for (String at = location; at.lastIndexOf('/') > 0; at = at.substring(0, at.lastIndexOf('/'))) {
            var nodes = (NodeList) xpath.evaluate(named(at), document, XPathConstants.NODESET);
            if (nodes.getLength() > 0) {
                return nodes.getLength();
            }
        }
        return 0;
    }

    /** Without a namespace context: prefixes become tests on the written name. */
    private static String named(String xpath) {
        return xpath.replaceAll("(rsm|ram):(\\w+)\\[", "*[name()='$1:$2'][");
    }

    private static String rule(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf("__"));
    }
}
