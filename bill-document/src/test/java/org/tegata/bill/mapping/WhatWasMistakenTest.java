package org.tegata.bill.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.xml.XmlElement;

/** Places where one language was once taken for something else in the other. */
class WhatWasMistakenTest {

    private static final String PORT = "<ram:ID>JPUKB</ram:ID>";
    private static final String CLAUSE = "<ram:Content>CLEAN ON BOARD</ram:Content>";
    private static final String CARGO = "<ram:NatureIdentificationTransportCargo>";
    private static final String INDICATOR = "<udt:Indicator>true</udt:Indicator>";
    private static final String CONSIGNOR_NAME = "<ram:Name>Hanshin Seiki K.K.</ram:Name>";

    private static Mapped<ObjectNode> json(String before, String after) {
        String bill = Samples.trade();
        assertThat(bill).contains(before);
        return Samples.MAPPING.toJson(Samples.xml(bill.replace(before, after)));
    }

    private static XmlElement back(Mapped<ObjectNode> json) {
        return Samples.MAPPING.toXml(json.document()).document();
    }

    private static List<String> unsaid(Mapped<ObjectNode> json, String name) {
        return json.unsaid().stream()
                .filter(one -> one.location().contains(name))
                .map(Unsaid::value)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMDG", "BIC"})
    void shouldNotTakeTheCodeOfAFacilityForAPort(String list) {
        String facility = "<ram:ID schemeID=\"" + list + "\">NLRTM</ram:ID>";
        var both = json(PORT, facility + PORT);
        var alone = json(PORT, facility);

        assertThat(both.document()
                        .at("/transports/portOfLoading/UNLocationCode")
                        .textValue())
                .isEqualTo("JPUKB");
        assertThat(alone.document()
                        .at("/transports/portOfLoading/UNLocationCode")
                        .isMissingNode())
                .isTrue();
        assertThat(alone.document().at("/transports/portOfLoading/locationName").textValue())
                .isEqualTo("Kobe, Japan");
        assertThat(unsaid(both, "LoadingTransportEvent")).contains("NLRTM @schemeID=" + list);
        assertThat(unsaid(alone, "LoadingTransportEvent")).contains("NLRTM @schemeID=" + list);
    }

    @Test
    void shouldNotTakeTheCodeOfAFacilityForThePlaceOfPayment() {
        String place = "<ram:PaymentPlaceLogisticsLocation>";
        var json = json(place, place + "<ram:ID schemeID=\"SMDG\">NLRTM</ram:ID>");

        assertThat(json.document().path("invoicePayableAt").toString()).doesNotContain("NLRTM");
        assertThat(unsaid(json, "PaymentPlaceLogisticsLocation")).contains("NLRTM @schemeID=SMDG");
    }

    @Test
    void shouldSayEveryContentOfAClause() {
        var json = json(CLAUSE, CLAUSE + "<ram:Content>10 CASES BROKEN</ram:Content>");

        assertThat(json.document().path("carrierClauses").toString())
                .contains("\"CLEAN ON BOARD\",\"10 CASES BROKEN\"");
        assertThat(unsaid(json, "/ram:Content[")).isEmpty();
        assertThat(back(json).at("ExchangedDocument").all("ContractualDocumentClause"))
                .hasSameSizeAs(json.document().path("carrierClauses"))
                .allSatisfy(clause -> assertThat(clause.all("Content")).hasSize(1));
    }

    @Test
    void shouldSayWhatEveryCargoOfAnItemIs() {
        var json = json(
                CARGO,
                CARGO + "<ram:Identification>SCRAP METAL</ram:Identification>"
                        + "</ram:NatureIdentificationTransportCargo>" + CARGO);

        var item = json.document().at("/consignmentItems/0");
        assertThat(item.path("descriptionOfGoods").get(0).textValue()).isEqualTo("SCRAP METAL");
        assertThat(item.path("descriptionOfGoods").size()).isGreaterThan(1);
        assertThat(unsaid(json, "NatureIdentificationTransportCargo")).isEmpty();
        assertThat(Samples.MAPPING.toJson(back(json)).document()).isEqualTo(json.document());
    }

    @Test
    void shouldSayTheGoodsThatFollowACodeOfTheirOwn() {
        var json = json(
                CARGO,
                CARGO + "<ram:StatisticalClassificationCode listID=\"HS\">845811</ram:StatisticalClassificationCode>"
                        + "</ram:NatureIdentificationTransportCargo>" + CARGO);

        assertThat(json.document().at("/consignmentItems/0/HSCodes").size()).isEqualTo(2);
        assertThat(json.document().at("/consignmentItems/0/descriptionOfGoods").isEmpty())
                .isFalse();
        assertThat(unsaid(json, "NatureIdentificationTransportCargo")).isEmpty();
    }

    @Test
    void shouldNotPutADefaultInThePlaceOfWhatItCannotRead() {
        var unreadable = json(INDICATOR, "<udt:IndicatorString>NO</udt:IndicatorString>");
        var absent = Samples.MAPPING.toJson(Samples.xml(
                Samples.trade().replace(INDICATOR, "").replaceAll("<(/?)ram:ElectronicPresentationIndicator>", "")));

        assertThat(unreadable.document().has("isElectronic")).isFalse();
        assertThat(unsaid(unreadable, "ElectronicPresentationIndicator")).containsExactly("NO");
        assertThat(absent.document().path("isElectronic").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"8077, 1, true", "8077, 2, false", "8077, 4,", "OTHER, 1,"})
    void shouldNotSayWhoOwnsAContainerByAnUnknownCode(String list, String code, Boolean isShippers) {
        var json = json("listID=\"8077\">2<", "listID=\"" + list + "\">" + code + "<");

        var says = json.document().at("/utilizedTransportEquipments/0/isShipperOwned");
        assertThat(says.isMissingNode() ? null : (Boolean) says.booleanValue()).isEqualTo(isShippers);
        assertThat(unsaid(json, "SupplierPartyRoleCode").isEmpty()).isEqualTo(isShippers != null);
    }

    @ParameterizedTest
    @CsvSource({
        "0199, , 0199, ",
        "LEI, GLEIF, 0199, ",
        "0199, GLEIF, 0199, ",
        "FOO, GLEIF, FOO, GLEIF",
        "SMDG, ZZZ, SMDG, ZZZ",
        ", ZZZ, , ZZZ",
        "LEI, ZZZ, LEI, ZZZ"
    })
    void shouldBringAnIdentifierBackInItsList(String scheme, String agency, String schemeBack, String agencyBack) {
        var json = json(CONSIGNOR_NAME, id(scheme, agency) + CONSIGNOR_NAME);

        var id = back(json).at("SpecifiedSupplyChainConsignment", "ConsignorTradeParty").all("ID").stream()
                .filter(one -> one.text().equals("CODE"))
                .toList();
        assertThat(id).hasSize(1);
        assertThat(id.get(0).attribute("schemeID")).isEqualTo(schemeBack);
        assertThat(id.get(0).attribute("schemeAgencyID")).isEqualTo(agencyBack);
        assertThat(unsaid(json, "ConsignorTradeParty")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({", GLEIF, CODE @schemeAgencyID=GLEIF", "LEI, , CODE @schemeID=LEI", ", , CODE"})
    void shouldNotSayAnIdentifierThatWouldComeBackInAnotherList(String scheme, String agency, String told) {
        var json = json(CONSIGNOR_NAME, id(scheme, agency) + CONSIGNOR_NAME);

        assertThat(json.document().at("/documentParties/shipper").toString()).doesNotContain("CODE\"");
        assertThat(unsaid(json, "ConsignorTradeParty")).containsExactly(told);
    }

    private static String id(String scheme, String agency) {
        return "<ram:ID" + (scheme == null ? "" : " schemeID=\"" + scheme + "\"")
                + (agency == null ? "" : " schemeAgencyID=\"" + agency + "\"") + ">CODE</ram:ID>";
    }

    @Test
    void shouldTellAnUnsaidAmountWithItsUnit() {
        var json = json("unitCode=\"MTQ\">32.6<", "unitCode=\"XXX\">32.6000000000000000001<");

        assertThat(unsaid(json, "GrossVolumeMeasure")).contains("32.6000000000000000001 @unitCode=XXX");
    }

    @Test
    void shouldGiveTheRowsReasonForThreeOriginals() {
        assertThat(json(PORT, PORT).unsaid())
                .filteredOn(one -> one.location().contains("OriginalIssuedQuantity"))
                .extracting(Unsaid::reason)
                .containsExactly("DCSA allows an electronic bill one original at most");
    }

    @Test
    void shouldListAThousandPlacesAndTellHowManyMore() {
        String information = "<ram:SummaryDescription>words</ram:SummaryDescription>";
        int others = json(PORT, PORT).unsaid().size();
        String contract = "<ram:ContractID>";
        var bill = Samples.xml(Samples.trade().replace(contract, information.repeat(1500) + contract));
        var json = BillMapping.load(Samples.SCHEMA).toJson(bill);

        assertThat(json.unsaid()).hasSize(BillMapping.MOST_UNSAID + 1);
        var last = json.unsaid().get(BillMapping.MOST_UNSAID);
        assertThat(last.value()).isEqualTo(String.valueOf(1500 + others - BillMapping.MOST_UNSAID));
        assertThat(last.reason()).isEqualTo(Reasons.SO_MANY_MORE);
    }
}
