package org.tegata.bill.dcsa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.problem.Finding;

/** What DCSA's schema refuses is found with its place; what it allows is left alone. */
class AttributeTableTest {

    private static final AttributeTable TABLE = AttributeTable.load();

    static ObjectNode sample() {
        try (var stream = AttributeTableTest.class.getResourceAsStream("/dcsa/transport-document.json")) {
            String json = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return (ObjectNode) Objects.requireNonNull(JsonText.read(json).tree());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Finding> findings(Consumer<ObjectNode> change) {
        var document = sample();
        change.accept(document);
        return TABLE.check(document);
    }

    static List<String> told(Consumer<ObjectNode> change) {
        return findings(change).stream()
                .map(found -> found.severity() + " " + found.ruleId() + " " + found.location())
                .toList();
    }

    static ObjectNode at(ObjectNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    @Nested
    class TheTable {

        @Test
        void shouldFindNothingInTheSample() {
            assertThat(TABLE.check(sample())).isEmpty();
        }

        @Test
        void shouldKnowEveryTypeThatAnAttributeHas() {
            for (var type : TABLE.types().values()) {
                assertThat(type.attributes()).isNotEmpty();
                for (var attribute : type.attributes()) {
                    if (attribute.kind() == Attribute.Kind.OBJECT) {
                        assertThat(TABLE.types()).containsKey(attribute.type());
                    }
                }
            }
            assertThat(TABLE.types()).hasSize(58);
            assertThat(TABLE.root().name()).isEqualTo("TransportDocument");
        }

        @Test
        void shouldListEveryPath() {
            assertThat(TABLE.paths())
                    .contains(
                            "transportDocumentReference",
                            "displayedNameForPortOfLoad[]",
                            "transports/vesselVoyages[]/vesselName",
                            "consignmentItems[]/cargoItems[]/outerPackaging/dangerousGoods[]/EMSNumber",
                            "feedbacks[]/message")
                    .noneMatch(path -> path.contains("innerPackagings[]/innerPackagings"));
        }

        @Test
        void shouldReadAnArraysConstraintsAsThoseOfItsItems() {
            var clauses = Objects.requireNonNull(TABLE.root().attribute("carrierClauses"));
            assertThat(clauses.array()).isTrue();
            assertThat(clauses.length().to()).isEqualTo(20_000);
            assertThat(clauses.items()).isEqualTo(Range.ANY);
            var codes = Objects.requireNonNull(TABLE.type("ConsignmentItem").attribute("HSCodes"));
            assertThat(codes.items()).isEqualTo(new Range(1, Double.POSITIVE_INFINITY, false));
            assertThat(Objects.requireNonNull(codes.pattern()).source()).isEqualTo("^\\d{6,10}$");
        }
    }

    @Nested
    class Faults {

        @Test
        void shouldNameThePlaceOfEachOfMany() {
            assertThat(told(document -> {
                        document.put("transportDocumentReference", "X".repeat(21));
                        document.put("carrierCode", "S L");
                        document.put("transportDocumentTypeCode", "AWB");
                        document.put("isToOrder", "yes");
                        document.put("numberOfRiderPages", -1);
                        document.remove("termsAndConditions");
                        at(document, "/transports/portOfLoading").put("UNLocationCode", "KOBE1");
                        at(document, "/transports").put("plannedArrivalDate", "2026-02-30");
                        at(document, "/consignmentItems/1/cargoItems/0/outerPackaging")
                                .put("numberOfPackages", 1.5);
                        at(document, "/consignmentItems/0/cargoItems/0/cargoGrossWeight")
                                .put("value", 0);
                        at(document, "/consignmentItems/0").putArray("cargoItems");
                        at(document, "/invoicePayableAt").put("freeText", "Kobe");
                    }))
                    .containsExactlyInAnyOrder(
                            "ERROR DCSA-LENGTH /transportDocumentReference",
                            "ERROR DCSA-PATTERN /carrierCode",
                            "ERROR DCSA-CODE /transportDocumentTypeCode",
                            "ERROR DCSA-TYPE /isToOrder",
                            "ERROR DCSA-RANGE /numberOfRiderPages",
                            "ERROR DCSA-REQUIRED /termsAndConditions",
                            "ERROR DCSA-PATTERN /transports/portOfLoading/UNLocationCode",
                            "ERROR DCSA-PATTERN /transports/plannedArrivalDate",
                            "ERROR DCSA-TYPE /consignmentItems/1/cargoItems/0/outerPackaging/numberOfPackages",
                            "ERROR DCSA-LENGTH /consignmentItems/0/cargoItems",
                            "ERROR DCSA-CONDITION /invoicePayableAt");
        }

        @Test
        void shouldSayWhatStandsThereAndWhatIsExpectedInBothLanguages() {
            assertThat(findings(document -> document.put("freightPaymentTermCode", "PREPAID")))
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.message()).isEqualTo("is not one of PRE, COL");
                        assertThat(found.messageJa()).isEqualTo("次のいずれでもありません: PRE, COL");
                        assertThat(found.actual()).isEqualTo("PREPAID");
                        assertThat(found.expected()).isEqualTo("PRE, COL");
                    });
            assertThat(findings(document -> document.put("transportDocumentReference", "舟".repeat(21))))
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.message()).isEqualTo("is longer than 20 characters");
                        assertThat(found.messageJa()).isEqualTo("20文字を超えています。");
                        assertThat(found.expected()).isEqualTo("at most 20 characters");
                    });
        }

        @Test
        void shouldNotRepeatALongText() {
            assertThat(findings(document -> document.put("termsAndConditions", "😀".repeat(50_001))))
                    .singleElement()
                    .satisfies(found -> assertThat(found.actual()).isEqualTo("😀".repeat(100) + "…"));
        }

        @Test
        void shouldStopWhenMoreSaysNothingNew() {
            assertThat(findings(document -> {
                        var items = document.putArray("consignmentItems");
                        for (int i = 0; i < 9_000; i++) {
                            items.addObject();
                        }
                    }))
                    .hasSize(AttributeTable.MAX_FINDINGS);
            assertThat(told(document -> {
                        var items = document.putArray("consignmentItems");
                        for (int i = 0; i < 10_001; i++) {
                            items.addObject();
                        }
                    }))
                    .containsExactly("ERROR DCSA-LENGTH /consignmentItems");
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "[]", "7", "\"text\"", "true"})
        void shouldNotTakeAnythingElseForADocument(String json) {
            var tree = Objects.requireNonNull(JsonText.read(json).tree());
            assertThat(TABLE.check(tree)).extracting(Finding::ruleId).containsExactly("DCSA-TYPE");
        }

        @Test
        void shouldTakeNullForNoValue() {
            assertThat(told(document -> document.putNull("isToOrder")))
                    .containsExactly("ERROR DCSA-REQUIRED /isToOrder");
            assertThat(told(document -> document.putNull("issueDate"))).containsExactly("ERROR DCSA-TYPE /issueDate");
            assertThat(told(document -> document.set("carrierClauses", NullNode.getInstance())))
                    .containsExactly("ERROR DCSA-TYPE /carrierClauses");
        }
    }

    static List<String> dangerous(Consumer<ObjectNode> change) {
        return told(document -> {
            var goods = at(document, "/consignmentItems/0/cargoItems/0/outerPackaging")
                    .putArray("dangerousGoods")
                    .addObject();
            goods.put("properShippingName", "ACETONE").put("imoClass", "3").put("UNNumber", "1090");
            change.accept(goods);
        });
    }

    @Nested
    class Alternatives {

        private static final String CONTACT = "/partyContactDetails/0";

        @Test
        void shouldWantExactlyOneOfTwo() {
            assertThat(told(document -> document.putObject("placeOfIssue"))).hasSize(1);
            assertThat(told(document -> document.putObject("placeOfIssue").put("countryCode", "JP")))
                    .isEmpty();
            assertThat(dangerous(goods -> goods.put("NANumber", "1090"))).hasSize(1);
            assertThat(dangerous(goods -> goods.remove("UNNumber")))
                    .containsExactly(
                            "ERROR DCSA-CONDITION /consignmentItems/0/cargoItems/0/outerPackaging/dangerousGoods/0");
        }

        @Test
        void shouldWantAtLeastOneOfTwo() {
            assertThat(told(document -> at(document, CONTACT).remove(List.of("phone", "email"))))
                    .containsExactly("ERROR DCSA-CONDITION " + CONTACT);
            assertThat(told(document ->
                            at(document, CONTACT).put("phone", "+81 78 1").put("email", "a@b.c")))
                    .isEmpty();
        }

        @Test
        void shouldOnlyWarnOfAFaultThatTheSchemaPardons() {
            assertThat(told(document ->
                            at(document, CONTACT).put("phone", "+81 78 1").put("email", "none")))
                    .containsExactly("WARNING DCSA-PATTERN " + CONTACT + "/email");
            assertThat(told(document -> at(document, CONTACT).put("phone", "").put("email", "none")))
                    .containsExactly(
                            "ERROR DCSA-PATTERN " + CONTACT + "/phone", "ERROR DCSA-PATTERN " + CONTACT + "/email");
            assertThat(told(document ->
                            at(document, CONTACT).put("phone", "+81 78 1").put("email", 5)))
                    .containsExactly("ERROR DCSA-TYPE " + CONTACT + "/email");
            assertThat(dangerous(goods -> goods.put("NANumber", "x")))
                    .singleElement()
                    .satisfies(found -> assertThat(found).startsWith("WARNING DCSA-LENGTH"));
        }
    }

    @Nested
    class Conditions {

        @Test
        void shouldJudgeWhomTheBillIsMadeOutTo() {
            assertThat(told(document -> document.put("transportDocumentTypeCode", "SWB")))
                    .containsExactly("ERROR DCSA-CONDITION /isToOrder");
            assertThat(told(document -> document.put("isToOrder", false)))
                    .containsExactly(
                            "ERROR DCSA-CONDITION /documentParties", "ERROR DCSA-CONDITION /documentParties/endorsee");
            assertThat(told(document -> at(document, "/documentParties")
                            .set("consignee", document.at("/documentParties/endorsee"))))
                    .containsExactly("WARNING DCSA-CONDITION /documentParties/consignee");
        }

        @Test
        void shouldWarnOfContradictionAboutLoading() {
            assertThat(told(document -> document.put("isShippedOnBoardType", false)))
                    .containsExactly("WARNING DCSA-CONDITION /isShippedOnBoardType");
        }

        @Test
        void shouldKnowOneCarrierOnly() {
            assertThat(told(document -> codes(document)
                            .addObject()
                            .put("codeListProvider", "GLEIF")
                            .put("partyCode", "OTHER")))
                    .containsExactly("ERROR DCSA-CONDITION /documentParties/issuingParty/identifyingCodes");
            assertThat(told(document -> {
                        codes(document).removeAll();
                        document.put("carrierCode", "船");
                    }))
                    .containsExactly("ERROR DCSA-CONDITION /carrierCode");
        }

        @Test
        void shouldNotBeJudgedByTheFormAlone() {
            var document = sample();
            document.put("transportDocumentTypeCode", "SWB");
            assertThat(TABLE.form(document)).isEmpty();
        }

        private static ArrayNode codes(JsonNode document) {
            return (ArrayNode) document.at("/documentParties/issuingParty/identifyingCodes");
        }
    }
}
