package org.tegata.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.bill.dcsa.JsonText;
import org.tegata.bill.mapping.Unsaid;
import org.tegata.bill.xml.BillSchema;
import org.tegata.problem.Finding;
import org.tegata.problem.Rejected;

/** A bill in either language is read and judged; what is found is told in the places of the language that came. */
class BillReaderTest {

    private static final BillReader READER = new BillReader();
    private static final Path XML = Path.of("../examples/trade/bill-of-lading.xml");
    private static final Path JSON = Path.of("src/test/resources/dcsa/transport-document.json");
    private static final String ROOT = "/rsm:MaritimeBillOfLading[1]";
    private static final Duration SOON = Duration.ofSeconds(10);

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static BillReading xml(String xml) {
        return READER.xml(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** The sample with something else at one place. */
    private static BillReading xml(String was, String is) {
        String sample = text(XML);
        assertThat(sample).contains(was);
        return xml(sample.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is)));
    }

    private static ObjectNode sample() {
        return (ObjectNode) Objects.requireNonNull(JsonText.read(text(JSON)).tree());
    }

    private static String json(Consumer<ObjectNode> change) {
        var document = sample();
        change.accept(document);
        return document.toString();
    }

    @Nested
    class InXml {

        @Test
        void shouldReadABillInBothLanguages() {
            var reading = xml(text(XML));

            assertThat(reading.report().findings()).isEmpty();
            assertThat(reading.valid()).isTrue();
            assertThat(reading.report().ruleSet()).isEqualTo(BillSchema.RULE_SET);
            assertThat(Objects.requireNonNull(reading.document()).name()).isEqualTo("MaritimeBillOfLading");
            assertThat(Objects.requireNonNull(reading.transportDocument())
                            .path("transportDocumentReference")
                            .asText())
                    .isEqualTo(sample().path("transportDocumentReference").asText());
        }

        @Test
        void shouldTellWhatTheSchemaFindsAlone() {
            var reading = xml(
                    "<ram:ElectronicPresentationIndicator>", "<ram:Nonsense/><ram:ElectronicPresentationIndicator>");

            assertThat(reading.valid()).isFalse();
            assertThat(reading.document()).isNull();
            assertThat(reading.report().findings())
                    .extracting(Finding::ruleId, Finding::location)
                    .contains(tuple("cvc-complex-type.2.4.a", ROOT + "/rsm:ExchangedDocument[1]/ram:Nonsense[1]"));
        }

        @Test
        void shouldTellWhatAnotherPlatformCouldNotReceiveAtItsXPath() {
            String id = sample().path("transportDocumentReference").asText();
            var reading = xml("<ram:ID>" + id + "</ram:ID>", "<ram:ID>" + id + "-0123456789</ram:ID>");

            assertThat(reading.valid()).isFalse();
            assertThat(reading.report().findings())
                    .extracting(Finding::ruleId, Finding::location)
                    .containsExactly(tuple("DCSA-LENGTH", ROOT + "/rsm:ExchangedDocument[1]/ram:ID[1]"));
        }

        @Test
        void shouldTellPlacesInThePrefixesOfTheDocument() {
            String other = text(XML)
                    .replace("ram:", "a:")
                    .replace("xmlns:ram", "xmlns:a")
                    .replace(":ram=", ":a=");
            var reading = xml(other.replaceFirst("SOLU4172502", "SOLU4172509"));

            assertThat(reading.valid()).isFalse();
            assertThat(reading.report().findings())
                    .isNotEmpty()
                    .allSatisfy(finding ->
                            assertThat(finding.location()).contains("/a:").doesNotContain("ram:"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "bill",
                    "<a>",
                    "<a></b>",
                    "<a/><b/>",
                    "<a x='1' x='2'/>",
                    "<a>&undefined;</a>",
                    "<a>\u0001</a>",
                    "<!DOCTYPE a><a/>",
                    "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>",
                    "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a/>",
                    "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><a>&b;</a>"
                })
        void shouldRefuseWhatIsNotSafeXml(String hostile) {
            assertTimeoutPreemptively(
                    SOON, () -> assertThatThrownBy(() -> xml(hostile)).isInstanceOf(Rejected.class));
        }

        @Test
        void shouldRefuseWhatIsNestedTooDeep() {
            assertThatThrownBy(() -> xml("<a>".repeat(100_000))).isInstanceOf(Rejected.class);
        }

        @Test
        void shouldFindADocumentOfAnotherKind() {
            assertThat(xml("<Invoice/>").valid()).isFalse();
            assertThat(xml("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>")
                            .valid())
                    .isFalse();
        }

        @Test
        void shouldReadOtherEncodings() {
            String sample = text(XML).replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
            assertThat(READER.xml(sample.getBytes(StandardCharsets.UTF_16)).valid())
                    .isTrue();
            assertThat(xml("\uFEFF" + text(XML)).valid()).isTrue();
        }

        @Test
        void shouldNotBeHeldUpByANumberOfAMillionDigits() {
            String weight = "<ram:GrossWeightMeasure unitCode=\"KGM\">";
            var reading = assertTimeoutPreemptively(SOON, () -> xml(weight, weight + "9".repeat(1_000_000)));
            assertThat(reading.valid()).isFalse();
        }

        @Test
        void shouldNotBeHeldUpByThousandsOfFaults() {
            String sample = text(XML);
            int from = sample.indexOf("<ram:UtilizedLogisticsTransportEquipment>");
            String end = "</ram:UtilizedLogisticsTransportEquipment>";
            String container = sample.substring(from, sample.indexOf(end) + end.length());
            String faulty = container.replaceFirst("<ram:ID>[^<]*", "<ram:ID>NOTONE");
            int many = 3_000_000 / faulty.length();

            var reading = assertTimeoutPreemptively(
                    SOON, () -> xml(sample.substring(0, from) + faulty.repeat(many) + sample.substring(from)));

            assertThat(reading.valid()).isFalse();
        }
    }

    @Nested
    class InJson {

        @Test
        void shouldReadABillInBothLanguages() {
            var reading = READER.transportDocument(text(JSON));

            assertThat(reading.report().findings()).isEmpty();
            assertThat(reading.valid()).isTrue();
            assertThat(reading.report().ruleSet()).isEqualTo(BillSchema.RULE_SET);
            assertThat(reading.transportDocument()).isEqualTo(sample());
            var again = READER.xml(READER.write(Objects.requireNonNull(reading.document())));
            assertThat(again.valid()).as("%s", again.report()).isTrue();
        }

        @Test
        void shouldTellWhatOurRulesFindInPlacesOfTheJson() {
            var reading = READER.transportDocument(inAnotherContainer());

            assertThat(reading.valid()).isFalse();
            assertThat(reading.report().findings())
                    .allSatisfy(finding -> assertThat(finding.ruleId()).startsWith("TGT-BL-"))
                    .extracting(Finding::location)
                    .isNotEmpty()
                    .allSatisfy(location -> assertThat(sample().at(location).isMissingNode())
                            .as(location)
                            .isFalse())
                    .contains("/consignmentItems/0/cargoItems/0/equipmentReference");
        }

        @Test
        void shouldNameTheRulesOfADraftWhenItsFormIsFaulty() {
            String unfit = json(document -> document.remove("carrierCode"));

            for (String json : new String[] {"{", "[]", unfit}) {
                assertThat(READER.transportDocument(json).report().ruleSet()).isEqualTo(BillSchema.RULE_SET);
                assertThat(READER.received(json).report().ruleSet()).isEqualTo(BillReader.DCSA_RULE_SET);
            }
        }

        @Test
        void shouldAskOfAnotherPlatformOnlyWhatDcsaDemands() {
            var reading = READER.received(inAnotherContainer());

            assertThat(reading.valid()).isTrue();
            assertThat(reading.report().ruleSet()).isEqualTo(BillReader.DCSA_RULE_SET);
        }

        /** Goods in a container that the bill does not list. */
        private static String inAnotherContainer() {
            return json(document -> ((ObjectNode) document.at("/consignmentItems/0/cargoItems/0"))
                    .put("equipmentReference", "SOLU4172548"));
        }

        @Test
        void shouldStopAtWhatDcsaFinds() {
            var reading = READER.transportDocument(json(document -> document.remove("carrierCode")));

            assertThat(reading.valid()).isFalse();
            assertThat(reading.document()).isNull();
            assertThat(reading.report().findings())
                    .extracting(Finding::ruleId, Finding::location)
                    .containsExactly(tuple("DCSA-REQUIRED", "/carrierCode"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "{\"a\":1,\"a\":2}",
                    "{\"a\":{\"b\":[{\"c\":1,\"c\":1}]}}",
                    "{} {}",
                    "{},",
                    "{\"a\":1e999}",
                    "{\"a\":-1e999}",
                    "{\"a\":NaN}",
                    "{\"a\":01}",
                    "{\"a\":\"\\u0000\"}",
                    "{\"a\":\"\\ud800\"}",
                    "{\"a\":\"\\udc00\\ud800\"}",
                    "{\"\\ud800\":\"x\"}",
                    "{'a':1}",
                    "{a:1}",
                    "{\"a\":1,}",
                    "{/**/}",
                    "\uFEFF{}",
                    "<a/>"
                })
        void shouldFindJsonOfWhichThereCouldBeTwoOpinions(String hostile) {
            for (var reading : new BillReading[] {READER.received(hostile), READER.transportDocument(hostile)}) {
                assertThat(reading.valid()).isFalse();
                assertThat(reading.report().findings())
                        .extracting(Finding::ruleId)
                        .containsExactly("JSON-MALFORMED");
            }
        }

        @Test
        void shouldFindWhatIsTooLongOrTooDeep() {
            assertThat(malformed("[".repeat(100_000))).isTrue();
            assertThat(malformed("{\"a\":".repeat(70) + "1" + "}".repeat(70))).isTrue();
            assertThat(malformed("\"" + "x".repeat(5_000_000) + "\"")).isTrue();
            assertThat(malformed("{\"a\":" + "1".repeat(5_000) + "}")).isTrue();
        }

        private static boolean malformed(String json) {
            return READER.received(json).report().findings().stream()
                    .anyMatch(finding -> finding.ruleId().equals("JSON-MALFORMED"));
        }

        @Test
        void shouldNotBeHeldUpByNumbersOfAbsurdScale() {
            String json = json(document -> document.put("declaredValue", 1)
                            .put("declaredValueCurrency", "JPY")
                            .put("beyond", 2))
                    .replace("\"declaredValue\":1", "\"declaredValue\":1e-999999999")
                    .replace("\"beyond\":2", "\"beyond\":-1e-999999999");
            assertTimeoutPreemptively(SOON, () -> {
                assertThat(READER.received(json).valid()).isTrue();
                READER.transportDocument(json);
            });
        }

        @Test
        void shouldFindTextThatNoXmlCanHold() {
            String json = json(document -> {
                ((ObjectNode) document.at("/documentParties/shipper")).put("partyName", "Hanshin\u0001Seiki");
                document.put("beyond/the~table", "\uFFFE");
            });
            var reading = READER.transportDocument(json);

            assertThat(reading.document()).isNull();
            assertThat(reading.report().findings())
                    .extracting(Finding::ruleId, Finding::location, Finding::actual)
                    .containsExactlyInAnyOrder(
                            tuple("JSON-CHARACTER", "/documentParties/shipper/partyName", "U+0001"),
                            tuple("JSON-CHARACTER", "/beyond~1the~0table", "U+FFFE"));
        }

        @Test
        void shouldTakeTextThatNoXmlCanHoldFromAnotherPlatformAndSayWhatIsLeftOut() {
            var reading = READER.received(json(document ->
                    ((ObjectNode) document.at("/documentParties/shipper")).put("partyName", "Hanshin\u0001Seiki")));

            assertThat(reading.valid()).isTrue();
            assertThat(reading.unsaid()).extracting(Unsaid::location).contains("/documentParties/shipper/partyName");
            assertThat(READER.write(Objects.requireNonNull(reading.document()))).isNotEmpty();
        }

        @Test
        void shouldKeepTheOrderAndNumbersOfTheDocumentThatCame() {
            String json = "{\"extra\":1.50," + text(JSON).strip().substring(1);
            var reading = READER.received(json);

            assertThat(Objects.requireNonNull(reading.transportDocument())
                            .fieldNames()
                            .next())
                    .isEqualTo("extra");
            assertThat(reading.unsaid()).extracting(Unsaid::location).contains("/extra");
        }

        @Test
        void shouldNotBeHeldUpByThousandsOfFaults() {
            String json = json(document -> {
                var containers = (ArrayNode) document.path("utilizedTransportEquipments");
                var one = (ObjectNode) containers.get(0).deepCopy();
                ((ObjectNode) one.path("equipment")).put("equipmentReference", "NOTONE");
                for (int i = 0; i < 9_000; i++) {
                    containers.add(one.deepCopy());
                }
            });
            var reading = assertTimeoutPreemptively(SOON, () -> READER.transportDocument(json));

            assertThat(reading.valid()).isFalse();
        }
    }
}
