package org.tegata.bl.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillFacts;
import org.tegata.bl.domain.BillFacts.Consignee;
import org.tegata.bl.domain.BillFacts.FreightPaymentTerm;
import org.tegata.bl.domain.BillFacts.Measure;
import org.tegata.bl.domain.BillFacts.NotifyParty;
import org.tegata.bl.domain.BillFacts.Place;

/** What the other services are told of a bill, whichever language it came in. */
class FactsReaderTest {

    private static final UUID ID = UUID.fromString("01981b4e-5f00-7a31-8c42-6d0f5e3a7b20");
    private static final String DIGEST = "5e".repeat(32);
    private static final PartyId SHIPPER = PartyId.ofLei("TGTASHIPPER000000139");

    private final BillCodec codec = new BillCodec(Clock.systemUTC());

    private static String sample() {
        try {
            return Files.readString(Path.of("../examples/trade/bill-of-lading.xml"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private BillFacts xml(String text) {
        var reading = codec.lodged(BillLanguage.XML, text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.report().findings()).isEmpty();
        return codec.facts(ID, DIGEST, reading);
    }

    /** As another platform could send the sample. */
    private BillFacts received(Consumer<ObjectNode> change) {
        var reading = codec.lodged(BillLanguage.XML, sample().getBytes(StandardCharsets.UTF_8));
        var document = Objects.requireNonNull(reading.transportDocument()).deepCopy();
        change.accept(document);
        var received = codec.received(document.toString());
        assertThat(received.valid()).as("%s", received.report()).isTrue();
        return codec.facts(ID, DIGEST, received);
    }

    @Test
    void shouldTellTheFactsOfTheSampleBill() {
        var facts = xml(sample());

        assertThat(facts.billId()).isEqualTo(ID);
        assertThat(facts.digest()).isEqualTo(DIGEST);
        assertThat(facts.transportDocumentReference()).isEqualTo("SOLU2026KOB00817");
        assertThat(facts.typeCode()).isEqualTo("705");
        assertThat(facts.issueDate()).isEqualTo(LocalDate.of(2026, 11, 10));
        assertThat(facts.shippedOnBoardDate()).isEqualTo(LocalDate.of(2026, 11, 10));
        assertThat(facts.shipper()).isEqualTo(new BillFacts.Party("Hanshin Seiki K.K.", SHIPPER));
        assertThat(facts.consignee()).isEqualTo(new Consignee("TO ORDER OF SHIPPER", SHIPPER));
        assertThat(facts.toOrder()).isTrue();
        assertThat(facts.notifyParties()).containsExactly(new NotifyParty("Elbe Werkzeughandel GmbH"));
        assertThat(facts.carrier().party()).isEqualTo(PartyId.ofLei("TGTACARRIER000000165"));
        assertThat(facts.portOfLoading()).isEqualTo(new Place("JPUKB", "Kobe, Japan"));
        assertThat(facts.portOfDischarge()).isEqualTo(new Place("DEHAM", "Hamburg, Germany"));
        assertThat(facts.placeOfReceipt()).isEqualTo(new Place("JPUKB", "Kobe CY"));
        assertThat(facts.placeOfDelivery()).isEqualTo(new Place("DEHAM", "Hamburg CY"));
        assertThat(facts.vesselName()).isEqualTo("SETOUCHI HARMONY");
        assertThat(facts.voyage()).isEqualTo("264W");
        assertThat(facts.grossWeight()).isEqualTo(new Measure(new BigDecimal("24800"), "KGM"));
        assertThat(facts.packageQuantity()).isEqualTo(18);
        assertThat(facts.goodsDescriptions())
                .containsExactly(
                        "Machining centres for working metal, model HSK-V500, with tool magazine and standard"
                                + " accessories",
                        "Machining centres for working metal, model HSK-H400, with pallet changer");
        assertThat(facts.freightPaymentTerm()).isEqualTo(FreightPaymentTerm.PRE);
        assertThat(facts.originalsIssued()).isEqualTo(3);
        assertThat(facts.clauses()).containsExactly("SHIPPER'S LOAD, STOW, COUNT AND SEAL", "CLEAN ON BOARD");
    }

    @Test
    void shouldTellTheSameInBothLanguages() {
        assertThat(received(document -> {}))
                .usingRecursiveComparison()
                // an electronic bill has one original at most in DCSA's words
                .ignoringFields("originalsIssued")
                .isEqualTo(xml(sample()));
    }

    @Test
    void shouldReadTonnes() {
        var tonnes = sample().replace("unitCode=\"KGM\">13200<", "unitCode=\"TNE\">13.2<");

        assertThat(xml(tonnes).grossWeight()).isEqualTo(new Measure(new BigDecimal("24800"), "KGM"));
    }

    /** What other platforms may send. */
    @Nested
    class FromOthers {

        @Test
        void shouldReadPounds() {
            var facts = received(document -> {
                for (JsonNode item : document.path("consignmentItems")) {
                    ((ObjectNode) item.at("/cargoItems/0/cargoGrossWeight"))
                            .put("value", 1000)
                            .put("unit", "LBR");
                }
            });

            assertThat(facts.grossWeight()).isEqualTo(new Measure(new BigDecimal("907.18474"), "KGM"));
        }

        @Test
        void shouldTellTheFactsOfALeanBill() {
            var facts = received(document -> {
                document.remove(List.of(
                        "issueDate", "freightPaymentTermCode", "carrierClauses", "placeOfIssue", "shippedOnBoardDate"));
                document.put("isShippedOnBoardType", false);
                var parties = (ObjectNode) document.path("documentParties");
                parties.remove(List.of("endorsee", "notifyParties"));
                ((ObjectNode) parties.path("shipper")).remove("identifyingCodes");
                ((ObjectNode) parties.path("issuingParty")).remove("identifyingCodes");
            });

            assertThat(facts.issueDate()).isNull();
            assertThat(facts.shippedOnBoardDate()).isNull();
            assertThat(facts.freightPaymentTerm()).isNull();
            assertThat(facts.clauses()).isEmpty();
            assertThat(facts.shipper().party()).isNull();
            assertThat(facts.consignee()).isEqualTo(new Consignee(null, null));
            assertThat(facts.toOrder()).isTrue();
            assertThat(facts.carrier().party()).isEqualTo(new PartyId("SMDG", "SOL"));
        }

        @Test
        void shouldReadASeaWaybill() {
            var facts = received(document -> {
                var parties = (ObjectNode) document.path("documentParties");
                parties.set("consignee", parties.remove("endorsee"));
                document.put("transportDocumentTypeCode", "SWB").put("isToOrder", false);
            });

            assertThat(facts.typeCode()).isEqualTo("710");
            assertThat(facts.toOrder()).isFalse();
            assertThat(facts.consignee()).isEqualTo(new Consignee("Hanshin Seiki K.K.", SHIPPER));
        }

        @Test
        void shouldAddUpWhatIsInSeveralContainers() {
            var facts = received(document -> {
                var cargo = document.withArray("/consignmentItems/0/cargoItems");
                var second = (ObjectNode) cargo.get(0).deepCopy();
                second.put("equipmentReference", "SOLU4172631");
                cargo.add(second);
            });

            assertThat(facts.grossWeight()).isEqualTo(new Measure(new BigDecimal("38000"), "KGM"));
            assertThat(facts.packageQuantity()).isEqualTo(28);
            assertThat(facts.goodsDescriptions()).hasSize(2);
        }

        @Test
        void shouldTakeTheFirstPortAndTheLastOfSeveralVoyages() {
            var facts = received(document -> document.withArray("/transports/vesselVoyages")
                    .addObject()
                    .put("vesselName", "FEEDER II")
                    .put("carrierExportVoyageNumber", "12N"));

            assertThat(facts.vesselName()).isEqualTo("SETOUCHI HARMONY");
            assertThat(facts.voyage()).isEqualTo("264W");
            assertThat(facts.portOfLoading().unlocode()).isEqualTo("JPUKB");
            assertThat(facts.portOfDischarge().unlocode()).isEqualTo("DEHAM");
        }
    }
}
