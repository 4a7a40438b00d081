package org.tegata.bl.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillFacts.Consignee;
import org.tegata.bl.domain.BillFacts.FreightPaymentTerm;
import org.tegata.bl.domain.BillFacts.Measure;
import org.tegata.bl.domain.BillFacts.Place;
import org.tegata.problem.Rejected;
import org.tegata.xml.Digest;
import org.tegata.xml.XmlProblem;

/** From bytes to facts, and what is not even looked at. */
class ReadingABillTest {

    private static final UUID ID = UUID.fromString("01981b4e-5f00-7a31-8c42-6d0f5e3a7b20");
    private static final PartyId SHIPPER = PartyId.ofLei("TGTASHIPPER000000139");

    private final BillXml bills = new BillXml();

    @Test
    void shouldFindNothingInTheSampleBill() {
        assertThat(bills.check(GoldenBills.sample()).findings()).isEmpty();
    }

    @Test
    void shouldTellTheFactsOfTheSampleBill() {
        byte[] xml = GoldenBills.sample();

        var facts = bills.facts(ID, xml);

        assertThat(facts.billId()).isEqualTo(ID);
        assertThat(facts.digest()).isEqualTo(Digest.sha256Hex(xml));
        assertThat(facts.transportDocumentReference()).isEqualTo("SOLU2026KOB00817");
        assertThat(facts.typeCode()).isEqualTo("705");
        assertThat(facts.issueDate()).isEqualTo(LocalDate.of(2026, 11, 10));
        assertThat(facts.shippedOnBoardDate()).isEqualTo(LocalDate.of(2026, 11, 10));
        assertThat(facts.shipper().party()).isEqualTo(SHIPPER);
        assertThat(facts.consignee()).isEqualTo(new Consignee("TO ORDER OF SHIPPER", SHIPPER));
        assertThat(facts.toOrder()).isTrue();
        assertThat(facts.notifyParties()).singleElement().hasToString("NotifyParty[name=Elbe Werkzeughandel GmbH]");
        assertThat(facts.carrier().party()).isEqualTo(PartyId.ofLei("TGTACARRIER000000165"));
        assertThat(facts.portOfLoading()).isEqualTo(new Place("JPUKB", "Kobe, Japan"));
        assertThat(facts.portOfDischarge()).isEqualTo(new Place("DEHAM", "Hamburg, Germany"));
        assertThat(facts.vesselName()).isEqualTo("SETOUCHI HARMONY");
        assertThat(facts.voyage()).isEqualTo("264W");
        assertThat(facts.grossWeight()).isEqualTo(new Measure(new BigDecimal("24800"), "KGM"));
        assertThat(facts.packageQuantity()).isEqualTo(18);
        assertThat(facts.goodsDescriptions()).hasSize(2);
        assertThat(facts.freightPaymentTerm()).isEqualTo(FreightPaymentTerm.PRE);
        assertThat(facts.originalsIssued()).isEqualTo(3);
        assertThat(facts.clauses()).containsExactly("SHIPPER'S LOAD, STOW, COUNT AND SEAL", "CLEAN ON BOARD");
    }

    @ParameterizedTest
    @CsvSource({
        "TO ORDER, ORDER_OF_SHIPPER, TO ORDER",
        "to the order of shipper, ORDER_OF_SHIPPER, to the order of shipper",
        "To Order of The Shipper, ORDER_OF_SHIPPER, To Order of The Shipper",
        "TO ORDER OF Shipper Bank Ltd, ORDER_OF, Shipper Bank Ltd",
        "To the order of Alsterbank AG, ORDER_OF, Alsterbank AG",
        "TO BEARER, BEARER, TO BEARER",
        "Bearer Shipping GmbH, NAMED, Bearer Shipping GmbH",
        "Order & Co. KG, NAMED, Order & Co. KG"
    })
    void shouldReadWhomTheBillIsMadeOutTo(String words, MadeOut.Kind kind, String name) {
        assertThat(MadeOut.read(words)).isEqualTo(new MadeOut(kind, name));
    }

    @ParameterizedTest
    @CsvSource({
        "CSQU3054383, true",
        "CSQU3054384, false",
        "SOLU4172502, true",
        "MSKU907032, false",
        "CSQX3054383, false",
        "csqu3054383, false"
    })
    void shouldKnowContainerNumbers(String number, boolean right) {
        assertThat(CheckDigits.isContainerNumber(number)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"9074729, true", "9074728, false", "907472, false", "IMO9074729, false"})
    void shouldKnowShipNumbers(String number, boolean right) {
        assertThat(CheckDigits.isShipNumber(number)).isEqualTo(right);
    }

    @Nested
    class Hostile {

        @Test
        void shouldRefuseADocumentTypeDeclaration() {
            refuses(
                    XmlProblem.XML_FORBIDDEN_CONSTRUCT,
                    withProlog("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"));
        }

        @Test
        void shouldRefuseAnEntityBomb() {
            refuses(
                    XmlProblem.XML_FORBIDDEN_CONSTRUCT,
                    withProlog("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"));
        }

        @Test
        void shouldRefuseDeepNesting() {
            refuses(XmlProblem.XML_TOO_DEEP, ("<a>".repeat(2_000) + "</a>".repeat(2_000)));
        }

        @Test
        void shouldRefuseWhatIsNotXml() {
            refuses(XmlProblem.XML_MALFORMED, "");
            refuses(XmlProblem.XML_MALFORMED, "{\"a\":1}");
            refuses(XmlProblem.XML_MALFORMED, sample().substring(0, 3_000));
            refuses(XmlProblem.XML_MALFORMED, sample().replace("Hanshin", "Han\u0000shin"));
        }

        @Test
        void shouldRefuseAnotherEncodingThanTheOneDeclared() {
            byte[] bytes = sample().replace("Hanshin", "H\u00e4nshin").getBytes(StandardCharsets.ISO_8859_1);

            assertThatThrownBy(() -> bills.check(bytes)).isInstanceOf(Rejected.class);
        }

        @Test
        void shouldNotSpendTimeOnAMillionDigits() {
            String weight = "1".repeat(1_000_000);

            var report = bills.check(bytes(sample().replace(">24800<", ">" + weight + "<")));

            assertThat(report.valid()).isFalse();
        }

        private void refuses(XmlProblem problem, String xml) {
            assertThatThrownBy(() -> bills.check(bytes(xml)))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refused -> assertThat(refused.type()).isEqualTo(problem));
        }

        private String withProlog(String declaration) {
            return sample().replace("?>", "?>" + declaration);
        }

        private String sample() {
            return new String(GoldenBills.sample(), StandardCharsets.UTF_8);
        }

        private byte[] bytes(String xml) {
            return xml.getBytes(StandardCharsets.UTF_8);
        }
    }
}
