package org.tegata.bill.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.bill.BillReader;
import org.tegata.bill.BillReading;
import org.tegata.bill.dcsa.JsonText;
import org.tegata.problem.Severity;

/** A transport document drawn up here says nothing that its XML would say otherwise, or not at all. */
class TransportDocumentRulesTest {

    private static final BillReader READER = new BillReader(new BillRules(GoldenBills.CLOCK));
    private static final String CONSIGNEE = "/documentParties/consignee";

    private static String straight(Consumer<ObjectNode> change) throws IOException {
        var xml = READER.xml(Files.readAllBytes(GoldenBills.ROOT.resolve("valid/straight.xml")));
        var tree = JsonText.read(String.valueOf(xml.transportDocument())).tree();
        var document = (ObjectNode) Objects.requireNonNull(tree);
        change.accept(document);
        return document.toString();
    }

    private static BillReading drawnUp(Consumer<ObjectNode> change) throws IOException {
        return READER.transportDocument(straight(change));
    }

    private static void finds(BillReading reading, String rule, Severity severity, String location) {
        assertThat(reading.report().findings()).anySatisfy(finding -> {
            assertThat(finding.ruleId()).isEqualTo(rule);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.location()).isEqualTo(location);
        });
    }

    private static ObjectNode consignee(ObjectNode document) {
        return (ObjectNode) document.at(CONSIGNEE);
    }

    @Test
    void shouldFindNothingInTheBillAsItIs() throws IOException {
        assertThat(drawnUp(document -> {}).report().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TO  ORDER",
                "TO ORDER.",
                "ＴＯ　ＯＲＤＥＲ",
                "TO\u00A0ORDER OF MUFG",
                "TO OR\u200BDER OF MUFG",
                "Elbe GmbH OR ORDER",
                "持参人",
                "荷送人の指図人"
            })
    void shouldRefuseAPartyCalledByWordsThatMakeTheBillOutToSomebodyElse(String name) throws IOException {
        finds(
                drawnUp(document -> consignee(document).put("partyName", name)),
                "TGT-BL-03",
                Severity.ERROR,
                CONSIGNEE + "/partyName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHIPPER", "The Shipper.", "TO BEARER", "指図人", "MUFG OR ORDER"})
    void shouldRefuseAnEndorseeWhoseNameIsNone(String name) throws IOException {
        var reading = drawnUp(document -> {
            document.put("isToOrder", true);
            var parties = (ObjectNode) document.get("documentParties");
            parties.set("endorsee", consignee(document).put("partyName", name));
            parties.remove("consignee");
        });

        finds(reading, "TGT-BL-03", Severity.ERROR, "/documentParties/endorsee/partyName");
    }

    @Test
    void shouldRefuseABearerBillThatNamesAConsigneeButTakeItFromAnotherPlatform() throws IOException {
        String bearer = straight(document -> document.put("isToOrder", true));

        finds(READER.transportDocument(bearer), "TGT-BL-03", Severity.ERROR, CONSIGNEE);
        assertThat(READER.received(bearer).valid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VOID", "DRAFT", "SURRENDERED_FOR_DELIVERY"})
    void shouldIssueNothingOfAnotherStatus(String status) throws IOException {
        var reading = drawnUp(document -> document.put("transportDocumentStatus", status));

        assertThat(reading.valid()).isFalse();
    }

    @Test
    void shouldAskForANotifyPartyUnlessTheEndorseeIsOne() throws IOException {
        Consumer<ObjectNode> toOrder = document -> {
            var parties = (ObjectNode) document.path("documentParties");
            document.put("isToOrder", true);
            parties.set("endorsee", parties.remove("consignee"));
            parties.remove("notifyParties");
        };
        Consumer<ObjectNode> notified =
                document -> ((ObjectNode) document.at("/documentParties/endorsee")).put("isNotifyParty", true);

        assertThat(drawnUp(toOrder).report().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("TGT-BL-05");
            assertThat(finding.location()).startsWith("/");
        });
        assertThat(drawnUp(toOrder.andThen(notified)).report().findings()).isEmpty();
    }

    @Test
    void shouldTellTheStatusByItsRule() throws IOException {
        finds(
                drawnUp(document -> document.put("transportDocumentStatus", "VOID")),
                "TGT-BL-98",
                Severity.ERROR,
                "/transportDocumentStatus");
    }

    @Test
    void shouldWarnOfPaperBesideTheRecord() throws IOException {
        finds(drawnUp(document -> document.put("isElectronic", false)), "TGT-BL-99", Severity.WARNING, "/isElectronic");
        var originals = drawnUp(document -> document.put("numberOfOriginalsWithCharges", 1));
        finds(originals, "TGT-BL-99", Severity.WARNING, "/numberOfOriginalsWithCharges");
        assertThat(originals.valid()).isTrue();
    }

    @Test
    void shouldRefuseASecondLeiAndACodeOfGleifThatIsNoneOfAnyPartyAndFromAnybody() throws IOException {
        String two = straight(document -> consignee(document)
                .withArray("identifyingCodes")
                .insertObject(0)
                .put("codeListProvider", "GLEIF")
                .put("codeListName", "LEI")
                .put("partyCode", "TGTASHIPPER000000139"));
        String other = two.replaceFirst("\"LEI\"(?=[^}]*TGTASHIPPER)", "\"X\"");

        assertThat(READER.received(two).valid()).isFalse();
        assertThat(READER.transportDocument(two).valid()).isFalse();
        assertThat(other).isNotEqualTo(two);
        assertThat(READER.received(other).report().findings())
                .anyMatch(finding -> finding.location().endsWith("/codeListName"));
    }

    @Test
    void shouldRefuseTheOrderOfAPartyWithTheShippersLeiAndAnotherName() throws IOException {
        var reading = drawnUp(document -> {
            document.put("isToOrder", true);
            var parties = (ObjectNode) document.get("documentParties");
            var endorsee = ((ObjectNode) parties.get("shipper")).deepCopy().put("partyName", "Musashi Bank");
            parties.set("endorsee", endorsee);
            parties.remove("consignee");
        });

        assertThat(reading.report().findings())
                .anyMatch(finding -> finding.ruleId().equals("TGT-BL-03") && finding.severity() == Severity.ERROR);
    }
}
