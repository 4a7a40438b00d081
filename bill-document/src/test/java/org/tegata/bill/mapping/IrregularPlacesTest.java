package org.tegata.bill.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.xml.XmlElement;

/** What is not one value for one value, in both directions, on the bill of the example trade. */
class IrregularPlacesTest {

    private static final String SHIPPER = "<ram:Name>TO ORDER OF SHIPPER</ram:Name>";
    private static final String CONSIGNMENT = "SpecifiedSupplyChainConsignment";

    private static Mapped<ObjectNode> json(String... changes) {
        String bill = Samples.trade();
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(bill).contains(changes[i]);
            bill = bill.replace(changes[i], changes[i + 1]);
        }
        return Samples.MAPPING.toJson(Samples.xml(bill));
    }

    private static Mapped<XmlElement> xml(JsonNode document) {
        return Samples.MAPPING.toXml(document);
    }

    private static List<String> texts(XmlElement bill, String... path) {
        var at = List.of(bill);
        for (String step : path) {
            at = at.stream().flatMap(one -> one.all(step).stream()).toList();
        }
        return at.stream().map(XmlElement::text).toList();
    }

    private static List<String> places(List<Unsaid> unsaid) {
        return unsaid.stream()
                .map(one -> one.location().replaceAll("\\[1\\]|rsm:|ram:", "").replace("/MaritimeBillOfLading", ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TO ORDER", "to the order", "To Order of the Shipper", "TO ORDER OF Hanshin Seiki K.K."})
    void shouldMakeABillToOrderTheShippers(String words) {
        var json = json("TO ORDER OF SHIPPER", words);

        assertThat(json.document().path("isToOrder").booleanValue()).isTrue();
        assertThat(json.document().at("/documentParties/endorsee/partyName").textValue())
                .isEqualTo("Hanshin Seiki K.K.");
        assertThat(texts(xml(json.document()).document(), CONSIGNMENT, "ConsigneeTradeParty", "Name"))
                .containsExactly("TO ORDER OF SHIPPER");
    }

    @Test
    void shouldKnowBearerOrderAndConsigneeApart() {
        var bearer = json("TO ORDER OF SHIPPER", "Bearer").document();
        var bank = json("TO ORDER OF SHIPPER", "To the order of Elbe Bank AG").document();
        var straight = json("TO ORDER OF SHIPPER", "Elbe Bank AG").document();

        assertThat(bearer.path("isToOrder").booleanValue()).isTrue();
        assertThat(bearer.path("documentParties").has("endorsee")).isFalse();
        assertThat(bank.at("/documentParties/endorsee/partyName").textValue()).isEqualTo("Elbe Bank AG");
        assertThat(straight.path("isToOrder").booleanValue()).isFalse();
        assertThat(straight.at("/documentParties/consignee/partyName").textValue())
                .isEqualTo("Elbe Bank AG");
        assertThat(texts(xml(bearer).document(), CONSIGNMENT, "ConsigneeTradeParty", "Name"))
                .containsExactly("TO BEARER");
        assertThat(texts(xml(bank).document(), CONSIGNMENT, "ConsigneeTradeParty", "Name"))
                .containsExactly("TO ORDER OF Elbe Bank AG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TO ORDER OF X", "TO BEARER", "to order"})
    void shouldNotMakeAStraightBillOneToOrderByTheConsigneesName(String name) {
        var document = json("TO ORDER OF SHIPPER", "Elbe Bank AG").document();
        ((ObjectNode) document.at("/documentParties/consignee")).put("partyName", name);

        var mapped = xml(document);

        assertThat(texts(mapped.document(), CONSIGNMENT, "ConsigneeTradeParty", "Name"))
                .isEmpty();
        assertThat(places(mapped.unsaid())).contains("/isToOrder", "/documentParties/consignee/partyName");
    }

    @Test
    void shouldListTheConsigneesReferenceOfABillToOrder() {
        var json = json(
                "<ram:CarrierAssignedID>",
                "<ram:ConsigneeAssignedID>R</ram:ConsigneeAssignedID><ram:CarrierAssignedID>");

        assertThat(places(json.unsaid())).contains("/" + CONSIGNMENT + "/ConsigneeAssignedID");
        assertThat(json.document().path("documentParties").has("consignee")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"705, BOL, true", "710, SWB, true", "714, BOL, false"})
    void shouldTellTheKindOfBill(String code, String kind, boolean isSaid) {
        var json = json(">705<", ">" + code + "<");

        assertThat(json.document().path("transportDocumentTypeCode").textValue())
                .isEqualTo(kind);
        assertThat(places(json.unsaid()).contains("/ExchangedDocument/TypeCode"))
                .isNotEqualTo(isSaid);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, false", "1.0, true", "1.5, false", "-1, false"})
    void shouldSayOneOriginalOrNone(String number, boolean isSaid) {
        var json = json("OriginalIssuedQuantity>3<", "OriginalIssuedQuantity>" + number + "<");

        assertThat(json.document().has("numberOfOriginalsWithoutCharges")).isEqualTo(isSaid);
        assertThat(places(json.unsaid()).contains("/ExchangedDocument/OriginalIssuedQuantity"))
                .isNotEqualTo(isSaid);
    }

    @Test
    void shouldCutLongHsCodesAndKeepThemWhole() {
        var json = json(">845710<", ">845710991234<").document();

        assertThat(json.at("/consignmentItems/0/HSCodes/0").textValue()).isEqualTo("8457109912");
        assertThat(json.at("/consignmentItems/0/extendedHSCodes/0").textValue()).isEqualTo("845710991234");
        assertThat(texts(xml(json).document(), CONSIGNMENT, "IncludedSupplyChainConsignmentItem", "TypeCode"))
                .containsExactly("845710991234", "845710991234");
    }

    @Test
    void shouldGiveFurtherCodesACargoOfTheirOwn() {
        var json = json().document();
        json.withArray("/consignmentItems/0/HSCodes").add("845811");
        ((ObjectNode) json.at("/consignmentItems/0"))
                .putArray("nationalCommodityCodes")
                .addObject()
                .put("type", "HTS")
                .put("countryCode", "US")
                .putArray("values")
                .add("8457100015");

        var mapped = xml(json);

        assertThat(mapped.unsaid()).isEmpty();
        assertThat(texts(
                        mapped.document(),
                        CONSIGNMENT,
                        "IncludedSupplyChainConsignmentItem",
                        "NatureIdentificationTransportCargo",
                        "StatisticalClassificationCode"))
                .containsExactly("845811", "8457100015");
        assertThat(Samples.MAPPING.toJson(mapped.document()).document()).isEqualTo(json);
    }

    @Test
    void shouldFillInWhatFollowsFromTheItems() {
        var document = json().document();
        ((ObjectNode) document.at("/consignmentItems/0/cargoItems/0/cargoGrossWeight")).put("value", 1000);
        ((ObjectNode) document.at("/consignmentItems/0/cargoItems/0/cargoGrossWeight")).put("unit", "LBR");

        var bill = xml(document).document();

        assertThat(texts(bill, CONSIGNMENT, "GrossWeightMeasure")).containsExactly("12053.592");
        assertThat(texts(bill, CONSIGNMENT, "PackageQuantity")).containsExactly("18");
        assertThat(texts(bill, CONSIGNMENT, "LoadingBaseportLogisticsLocation", "ID"))
                .containsExactly("JPUKB");
    }

    @Test
    void shouldListATotalThatDoesNotFollow() {
        var json = json("PackageQuantity>18<", "PackageQuantity>19<");

        assertThat(places(json.unsaid())).contains("/" + CONSIGNMENT + "/PackageQuantity");
    }

    @Test
    void shouldTellTonnesInKilograms() {
        var json = json("unitCode=\"KGM\">3750<", "unitCode=\"TNE\">3.75<").document();

        assertThat(json.at("/utilizedTransportEquipments/0/equipment/tareWeight")
                        .toString())
                .isEqualTo("{\"value\":3750,\"unit\":\"KGM\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"61.4000000000000001", "1234567890123456"})
    void shouldListNumbersThatADoubleDoesNotKeep(String number) {
        var json = json("unitCode=\"MTQ\">32.6<", "unitCode=\"MTQ\">" + number + "<");

        assertThat(json.document()
                        .at("/consignmentItems/0/cargoItems/0/cargoGrossVolume")
                        .isMissingNode())
                .isTrue();
        assertThat(places(json.unsaid()))
                .contains("/" + CONSIGNMENT + "/IncludedSupplyChainConsignmentItem/GrossVolumeMeasure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "1e300", "0.1000000000000000055"})
    void shouldListJsonNumbersThatNoTwoReadersWriteAlike(String number) throws IOException {
        var document = json().document();
        document.set(
                "declaredValue",
                new ObjectMapper()
                        .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .readTree(number));
        document.put("declaredValueCurrency", "USD");

        assertThat(places(xml(document).unsaid())).containsExactly("/declaredValue", "/declaredValueCurrency");
    }

    @Test
    void shouldSayTheShippersContactsOnce() {
        var json = json().document();
        var own = json.deepCopy();
        ((ObjectNode) own.at("/partyContactDetails/0")).put("name", "Documentation desk");

        assertThat(texts(xml(json).document(), "ExchangedDocument", "IssuerTradeParty"))
                .isEmpty();
        assertThat(texts(
                        xml(own).document(),
                        "ExchangedDocument",
                        "IssuerTradeParty",
                        "DefinedTradeContact",
                        "PersonName"))
                .containsExactly("Documentation desk");
    }

    @Test
    void shouldCarrySeveralVesselsContainersDangerousGoodsAndCharges() {
        var bill = Samples.read(Path.of("src/test/resources/every-element.xml"));
        var json = Samples.MAPPING.toJson(bill).document();

        assertThat(json.at("/transports/vesselVoyages").size()).isEqualTo(2);
        assertThat(json.path("charges").isEmpty()).isFalse();
        assertThat(json.findValues("dangerousGoods")).isNotEmpty();
        assertThat(Samples.MAPPING.toJson(xml(json).document()).document()).isEqualTo(json);
    }

    @Test
    void shouldNameTheContainerOfDangerousGoodsAmongSeveral() {
        var document = json().document();
        var cargo = (com.fasterxml.jackson.databind.node.ArrayNode) document.at("/consignmentItems/0/cargoItems");
        var second = (ObjectNode) cargo.get(0).deepCopy();
        second.put("equipmentReference", "SOLU4172631");
        cargo.add(second);
        second.withObject("/outerPackaging")
                .putArray("dangerousGoods")
                .addObject()
                .put("UNNumber", "1263")
                .put("properShippingName", "PAINT")
                .put("imoClass", "3");

        var mapped = xml(document);

        assertThat(mapped.unsaid()).isEmpty();
        assertThat(texts(
                        mapped.document(),
                        CONSIGNMENT,
                        "IncludedSupplyChainConsignmentItem",
                        "ApplicableTransportDangerousGoods",
                        "AssociatedReferencedLogisticsTransportEquipment",
                        "ID"))
                .containsExactly("SOLU4172631");
        assertThat(Samples.MAPPING.toJson(mapped.document()).document()).isEqualTo(document);
    }

    @Test
    void shouldTellABookingOfItsOwnWithTheItemsContainers() {
        var document = json().document();
        ((ObjectNode) document.at("/consignmentItems/1")).put("carrierBookingReference", "OTHER1");

        var bill = xml(document).document();

        assertThat(texts(bill, CONSIGNMENT, "CarrierAssignedID")).containsExactly("SOLKOB2641177");
        assertThat(texts(
                        bill,
                        CONSIGNMENT,
                        "IncludedSupplyChainConsignmentItem",
                        "AssociatedReferencedLogisticsTransportEquipment",
                        "CarrierAssignedBookingID"))
                .containsExactly("OTHER1");
        assertThat(Samples.MAPPING.toJson(bill).document()).isEqualTo(document);
    }

    @Test
    void shouldListWhiteSpaceAndCharactersThatXmlDoesNotKeep() {
        var document = json().document();
        document.put("termsAndConditions", "one \r\n\ttwo\nthree");
        ((ObjectNode) document.at("/documentParties/shipper")).put("partyName", "Han\u0001shin");

        var mapped = xml(document);

        assertThat(texts(mapped.document(), CONSIGNMENT, "ContractTermsInformation"))
                .containsExactly("one", "two", "three");
        assertThat(texts(mapped.document(), CONSIGNMENT, "ConsignorTradeParty", "Name"))
                .isEmpty();
        assertThat(mapped.unsaid()).extracting(Unsaid::reason).contains(Reasons.WHITE_SPACE, Reasons.NO_XML_CHARACTER);
    }

    @Test
    void shouldTellWhereAPlaceComesFrom() {
        var json = json();
        var xml = xml(json.document());

        assertThat(json.origin().apply("/documentParties/notifyParties/0/partyName"))
                .endsWith("/ram:NotifiedTradeParty[1]/ram:Name[1]");
        assertThat(json.origin().apply("/documentParties/notifyParties/0/nothing"))
                .endsWith("/ram:NotifiedTradeParty[1]");
        assertThat(xml.origin()
                        .apply("/rsm:MaritimeBillOfLading[1]/rsm:SpecifiedSupplyChainConsignment[1]"
                                + "/ram:UtilizedLogisticsTransportEquipment[2]/ram:AffixedLogisticsSeal[1]/ram:ID[1]"))
                .isEqualTo("/utilizedTransportEquipments/1/seals/0/number");
    }
}
