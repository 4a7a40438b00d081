package org.tegata.bl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tegata.bl.xml.BillXml;
import org.tegata.bl.xml.GoldenBills;

/** The table of the two languages names what is there, and the page shows the table. */
class BillMappingTest {

    private static final Path PAGE = Path.of("../docs/reference/bill-of-lading-mapping.md");
    private static final Path ENTITIES = Path.of(
            "src/main/resources/xsd/bl/MaritimeBillOfLading_1p0_ReusableAggregateBusinessInformationEntity.xsd");

    @ParameterizedTest
    @CsvSource({
        "/documentParties/notifyParties/1/partyName,"
                + " SpecifiedSupplyChainConsignment[1]/NotifiedTradeParty[2]/Name[1]",
        "/consignmentItems/4/descriptionOfGoods/7,"
                + " SpecifiedSupplyChainConsignment[1]/IncludedSupplyChainConsignmentItem[5]/"
                + "NatureIdentificationTransportCargo[1]/Identification[1]",
        "/utilizedTransportEquipments/1/seals/2/number,"
                + " SpecifiedSupplyChainConsignment[1]/UtilizedLogisticsTransportEquipment[2]/"
                + "AffixedLogisticsSeal[3]/ID[1]",
        "/documentParties/issuingParty/address/postCode,"
                + " SpecifiedSupplyChainConsignment[1]/CarrierTradeParty[1]/PostalTradeAddress[1]/PostcodeCode[1]"
    })
    void shouldFindOurElementOfAnAttribute(String pointer, String xpath) {
        assertThat(BillMapping.xpath(pointer).replaceAll("(rsm|ram):", ""))
                .isEqualTo("/MaritimeBillOfLading[1]/" + xpath);
    }

    @Test
    void shouldKnowWhereEveryAttributeThatIsWrittenComesFrom() throws IOException {
        var unknown = Leaves.of(new TransportDocumentJson().write(new BillXml().read(GoldenBills.sample()))).stream()
                .filter(pointer -> BillMapping.xpath(pointer).equals("/rsm:MaritimeBillOfLading[1]"))
                .toList();

        // Constants and counterparts that have no element of their own.
        assertThat(unknown)
                .containsExactlyInAnyOrder(
                        "/cargoMovementTypeAtDestination",
                        "/carrierCodeListProvider",
                        "/deliveryTypeAtDestination",
                        "/isElectronic",
                        "/isShippedOnBoardType",
                        "/transportDocumentStatus");
    }

    @Test
    void shouldNameElementsWithTheirIdentifiersInTheLibrary() throws IOException {
        String schema = Files.readString(ENTITIES).replaceAll("\\s+", " ");

        assertThat(BillMapping.all()).allSatisfy(row -> {
            String element = row.xpath().replaceAll(".*ram:(\\w+)\\[.*", "$1");
            assertThat(schema)
                    .containsPattern("element name=\"" + element + "\" [^>]*> <xsd:annotation> <xsd:documentation>"
                            + row.unId() + ",");
        });
    }

    @Test
    void shouldShowTheTableOnItsPage() throws IOException {
        String fresh = MappingPage.table();
        String page = Files.readString(PAGE);
        int start = page.indexOf(MappingPage.START);
        int end = page.indexOf(MappingPage.END);
        if (Boolean.getBoolean("tegata.update-snapshots")) {
            Files.writeString(PAGE, page.substring(0, start) + MappingPage.START + "\n" + fresh + page.substring(end));
            return;
        }

        assertThat(page.substring(start + MappingPage.START.length() + 1, end)).isEqualTo(fresh);
    }
}
