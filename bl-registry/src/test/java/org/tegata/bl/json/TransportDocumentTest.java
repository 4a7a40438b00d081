package org.tegata.bl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillFacts.Consignee;
import org.tegata.bl.xml.BillXml;
import org.tegata.bl.xml.GoldenBills;
import org.tegata.problem.Finding;
import org.tegata.problem.Rejected;
import org.tegata.seal.CanonicalJson;

/** DCSA's transport document as written from our sample, and as read from others. */
class TransportDocumentTest {

    /** TransportDocument.required of DCSA's PINT 3.0.0. */
    private static final List<String> REQUIRED = List.of(
            "transportDocumentReference",
            "transportDocumentStatus",
            "transportDocumentTypeCode",
            "isShippedOnBoardType",
            "isElectronic",
            "isToOrder",
            "termsAndConditions",
            "receiptTypeAtOrigin",
            "deliveryTypeAtDestination",
            "cargoMovementTypeAtOrigin",
            "cargoMovementTypeAtDestination",
            "carrierCode",
            "carrierCodeListProvider",
            "transports",
            "invoicePayableAt",
            "partyContactDetails",
            "documentParties",
            "consignmentItems",
            "utilizedTransportEquipments");

    private static final Path GOLDEN = Path.of("src/test/resources/json/sample-bill.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final TransportDocumentJson dcsa = new TransportDocumentJson();

    private String sample() {
        return dcsa.write(new BillXml().read(GoldenBills.sample()));
    }

    private ObjectNode tree() {
        try {
            return (ObjectNode) MAPPER.readTree(sample());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Finding> findings(Consumer<ObjectNode> change) {
        var tree = tree();
        change.accept(tree);
        return dcsa.check(tree.toString()).findings();
    }

    @Nested
    class Writing {

        @Test
        void shouldHaveEveryRequiredAttribute() {
            assertThat(tree().properties())
                    .extracting(member -> member.getKey())
                    .containsAll(REQUIRED);
            assertThat(dcsa.check(sample()).findings()).isEmpty();
        }

        @Test
        void shouldBeTheGoldenFile() throws IOException {
            if (Boolean.getBoolean("tegata.update-snapshots")) {
                Files.writeString(GOLDEN, sample() + "\n");
            }

            assertThat(sample()).isEqualTo(Files.readString(GOLDEN).strip());
        }

        @Test
        void shouldBeCanonicalWithItsChecksum() {
            assertThat(CanonicalJson.of(sample())).isEqualTo(sample().getBytes(StandardCharsets.UTF_8));
            assertThat(dcsa.checksum(sample()))
                    .isEqualTo(CanonicalJson.sha256Hex(sample().getBytes(StandardCharsets.UTF_8)));
        }

        @Test
        void shouldMakeTheShipperTheFirstEndorsee() {
            var parties = tree().path("documentParties");

            assertThat(parties.path("endorsee")
                            .path("identifyingCodes")
                            .path(0)
                            .path("partyCode")
                            .asText())
                    .isEqualTo("TGTASHIPPER000000139");
            assertThat(parties.has("consignee")).isFalse();
        }

        @Test
        void shouldNotClaimSeveralOriginalsOfAnElectronicBill() {
            assertThat(tree().has("numberOfOriginalsWithoutCharges")).isFalse();
        }

        @Test
        void shouldPutDescriptionsIntoLinesOf35Characters() {
            var lines =
                    TransportDocumentWriter.lines("Machining centres for working metal, " + "X".repeat(80) + " end");

            assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeBetween(1, 35));
            assertThat(String.join("", lines).replace(" ", ""))
                    .isEqualTo("Machiningcentresforworkingmetal," + "X".repeat(80) + "end");
        }
    }

    @Nested
    class Checking {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "transportDocumentReference",
                    "transportDocumentStatus",
                    "transportDocumentTypeCode",
                    "isShippedOnBoardType",
                    "isElectronic",
                    "isToOrder",
                    "termsAndConditions",
                    "receiptTypeAtOrigin",
                    "deliveryTypeAtDestination",
                    "cargoMovementTypeAtOrigin",
                    "cargoMovementTypeAtDestination",
                    "carrierCode",
                    "carrierCodeListProvider",
                    "transports",
                    "invoicePayableAt",
                    "partyContactDetails",
                    "documentParties",
                    "consignmentItems",
                    "utilizedTransportEquipments"
                })
        void shouldMissARequiredAttribute(String name) {
            assertThat(findings(tree -> tree.remove(name))).singleElement().satisfies(finding -> {
                assertThat(finding.ruleId()).isEqualTo("DCSA-REQUIRED");
                assertThat(finding.location()).isEqualTo("/" + name);
            });
            assertThat(findings(tree -> tree.putNull(name))).hasSize(1);
        }

        @Test
        void shouldNameThePlaceOfEveryFault() {
            var found = findings(tree -> {
                tree.put("transportDocumentReference", "X".repeat(21));
                tree.put("carrierCode", "S L");
                tree.put("transportDocumentTypeCode", "AWB");
                tree.put("isToOrder", "yes");
                ((ObjectNode) tree.at("/transports/portOfLoading")).put("UNLocationCode", "KOBE1");
                ((ObjectNode) tree.at("/transports")).put("plannedArrivalDate", "2026-02-30");
                ((ObjectNode) tree.at("/consignmentItems/1/cargoItems/0/outerPackaging")).put("numberOfPackages", 1.5);
                ((ObjectNode) tree.at("/consignmentItems/0/cargoItems/0/cargoGrossWeight")).put("value", 0);
                ((ObjectNode) tree.at("/invoicePayableAt")).put("freeText", "Kobe");
            });

            assertThat(found)
                    .extracting(finding -> finding.ruleId() + " " + finding.location())
                    .containsExactlyInAnyOrder(
                            "DCSA-LENGTH /transportDocumentReference",
                            "DCSA-PATTERN /carrierCode",
                            "DCSA-CODE /transportDocumentTypeCode",
                            "DCSA-TYPE /isToOrder",
                            "DCSA-PATTERN /transports/portOfLoading/UNLocationCode",
                            "DCSA-PATTERN /transports/plannedArrivalDate",
                            "DCSA-TYPE /consignmentItems/1/cargoItems/0/outerPackaging/numberOfPackages",
                            "DCSA-RANGE /consignmentItems/0/cargoItems/0/cargoGrossWeight/value",
                            "DCSA-CONDITION /invoicePayableAt");
        }

        @Test
        void shouldJudgeStraightAndToOrder() {
            assertThat(findings(tree -> {
                        ((ObjectNode) tree.at("/documentParties")).remove("endorsee");
                        tree.put("isToOrder", false);
                    }))
                    .extracting(Finding::message)
                    .containsExactly("a straight bill names its consignee");
            assertThat(findings(tree -> tree.put("transportDocumentTypeCode", "SWB")))
                    .extracting(Finding::message)
                    .containsExactly("a sea waybill is never to order");
        }

        @Test
        void shouldFindAmbiguousJson() {
            assertThat(malformed("")).isTrue();
            assertThat(malformed("[]")).isFalse();
            assertThat(dcsa.check("[]").valid()).isFalse();
            assertThat(malformed("null")).isFalse();
            assertThat(dcsa.check("null").valid()).isFalse();
            assertThat(malformed("{\"a\":1,\"a\":2}")).isTrue();
            assertThat(malformed("{\"a\":{\"b\":[{\"c\":1,\"c\":1}]}}")).isTrue();
            assertThat(malformed("{} {}")).isTrue();
            assertThat(malformed("{\"a\":1e999}")).isTrue();
            assertThat(malformed("{\"a\":" + "1".repeat(5_000) + "}")).isTrue();
            assertThat(malformed("{\"a\":NaN}")).isTrue();
            assertThat(malformed("{\"a\":\"\\u0000\"}")).isTrue();
            assertThat(malformed("{\"\\ud800\":\"x\"}")).isTrue();
            assertThat(malformed("[".repeat(100_000))).isTrue();
            assertThat(malformed("{\"a\":".repeat(70) + "1" + "}".repeat(70))).isTrue();
            assertThat(malformed("\"" + "x".repeat(5_000_000) + "\"")).isTrue();
        }

        private boolean malformed(String json) {
            var report = dcsa.check(json);
            return report.findings().stream()
                    .anyMatch(finding -> finding.ruleId().equals("JSON-MALFORMED"));
        }

        @Test
        void shouldRefuseToReadWhatIsWrong() {
            assertThatThrownBy(() -> dcsa.read("{}"))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refused -> assertThat(refused.findings()).hasSize(REQUIRED.size()));
        }
    }

    @Nested
    class ReadingOthers {

        @Test
        void shouldLeaveUnknownAttributesAlone() {
            assertThat(findings(tree -> {
                        tree.put("futureAttribute", 1);
                        tree.putArray("charges").addObject().put("chargeName", "THC");
                        ((ObjectNode) tree.at("/documentParties")).putObject("carriersAgentAtDestination");
                    }))
                    .isEmpty();
        }

        @Test
        void shouldReadPoundsAndCubicFeet() {
            var tree = tree();
            change(tree.at("/consignmentItems/0/cargoItems/0/cargoGrossWeight"), 1000, "LBR");
            change(tree.at("/consignmentItems/0/cargoItems/0/cargoGrossVolume"), 1000, "FTQ");

            var cargo = dcsa.read(tree.toString()).items().get(0).cargo().get(0);

            assertThat(cargo.grossWeight()).isEqualTo(new BigDecimal("453.59237"));
            assertThat(cargo.grossVolume()).isEqualTo(new BigDecimal("28.316846592"));
        }

        private void change(JsonNode measure, int value, String unit) {
            ((ObjectNode) measure).put("value", value).put("unit", unit);
        }

        @Test
        void shouldTellTheFactsOfALeanBill() {
            var tree = tree();
            tree.remove(List.of(
                    "issueDate", "freightPaymentTermCode", "carrierClauses", "placeOfIssue", "shippedOnBoardDate"));
            tree.put("isShippedOnBoardType", false);
            var parties = (ObjectNode) tree.path("documentParties");
            parties.remove(List.of("endorsee", "notifyParties"));
            ((ObjectNode) parties.path("shipper")).remove("identifyingCodes");
            ((ObjectNode) parties.path("issuingParty")).remove("identifyingCodes");

            var facts = dcsa.facts(UUID.randomUUID(), "0".repeat(64), tree.toString());

            assertThat(facts.issueDate()).isNull();
            assertThat(facts.shipper().party()).isNull();
            assertThat(facts.consignee()).isEqualTo(new Consignee(null, null));
            assertThat(facts.toOrder()).isTrue();
            assertThat(facts.carrier().party()).isEqualTo(new PartyId("SMDG", "SOL"));
        }

        @Test
        void shouldReadASeaWaybill() {
            var tree = tree();
            var parties = (ObjectNode) tree.path("documentParties");
            parties.set("consignee", parties.remove("endorsee"));
            tree.put("transportDocumentTypeCode", "SWB").put("isToOrder", false);

            var facts = dcsa.facts(UUID.randomUUID(), "0".repeat(64), tree.toString());

            assertThat(facts.typeCode()).isEqualTo("710");
            assertThat(facts.toOrder()).isFalse();
        }

        @Test
        void shouldPreferARightLeiAmongTheCodesOfAParty() {
            var tree = tree();
            var codes = ((ObjectNode) tree.at("/documentParties/shipper")).putArray("identifyingCodes");
            codes.addObject().put("codeListProvider", "a list of ours").put("partyCode", "1");
            codes.addObject().put("codeListProvider", "GLEIF").put("partyCode", "TGTASHIPPER000000138");
            codes.addObject().put("codeListProvider", "WAVE").put("partyCode", "4711");
            codes.addObject().put("codeListProvider", "GLEIF").put("partyCode", "TGTBIMPORTER00000164");

            assertThat(dcsa.read(tree.toString()).shipper().id()).isEqualTo(PartyId.ofLei("TGTBIMPORTER00000164"));
        }
    }

    /** Whose key counts: the gateway picks the carrier by the same rule before it verifies the issuance manifest. */
    @Nested
    class IssuingCarrier {

        private static final String AT = "/documentParties/issuingParty/identifyingCodes";
        private static final String LEI = "TGTACARRIER000000165";

        private ObjectNode issuedBy(String... codes) {
            var tree = tree();
            var array = ((ObjectNode) tree.at("/documentParties/issuingParty")).putArray("identifyingCodes");
            for (var code : codes) {
                var parts = code.split(":");
                array.addObject().put("codeListProvider", parts[0]).put("partyCode", parts[1]);
            }
            return tree;
        }

        private PartyId carrier(String... codes) {
            return dcsa.read(issuedBy(codes).toString()).carrier().id();
        }

        @Test
        void shouldBeTheLeiElseTheFirstCodeElseTheCarrierCode() {
            assertThat(carrier("SMDG:MAL", "GLEIF:" + LEI)).isEqualTo(PartyId.ofLei(LEI));
            assertThat(carrier("GLEIF:" + LEI, "SMDG:MAL")).isEqualTo(PartyId.ofLei(LEI));
            assertThat(carrier("GLEIF:" + LEI, "GLEIF:" + LEI)).isEqualTo(PartyId.ofLei(LEI));
            assertThat(carrier("a list:1", "SMDG:MAL", "WAVE:2")).isEqualTo(new PartyId("SMDG", "MAL"));
            assertThat(carrier("GLEIF:NOTALEI", "WAVE:2")).isEqualTo(new PartyId("WAVE", "2"));
            assertThat(carrier("a list:1")).isEqualTo(new PartyId("SMDG", "SOL"));
            assertThat(carrier()).isEqualTo(new PartyId("SMDG", "SOL"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"TGTBIMPORTER00000164", "NOTALEI"})
        void shouldNotHaveTwoLeis(String other) {
            for (var codes : List.of(List.of(LEI, other), List.of(other, LEI))) {
                var report = dcsa.check(issuedBy("SMDG:MAL", "GLEIF:" + codes.get(0), "GLEIF:" + codes.get(1))
                        .toString());

                assertThat(report.valid()).isFalse();
                assertThat(report.findings()).extracting(Finding::location).containsExactly(AT);
            }
        }

        @Test
        void shouldBeSomebodyWhoseKeyCouldBeKnown() {
            var report =
                    dcsa.check(issuedBy("a list:1").put("carrierCode", "\u00e9").toString());

            assertThat(report.valid()).isFalse();
            assertThat(report.findings()).extracting(Finding::location).containsExactly("/carrierCode");
        }
    }
}
