package org.tegata.bl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillFacts.Consignee;

/** Whose bill it is, in the words that platforms sign. */
class TitlePartiesTest {

    private static final String LEI = "TGTACARRIER000000165";
    private static final PartyId SHIPPER = PartyId.ofLei("TGTASHIPPER000000139");
    private static final PartyId BANK = PartyId.ofLei("TGTAISSUBANK00000116");

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    TitlePartiesTest() {
        document.put("isToOrder", true).put("carrierCode", "SOL").put("carrierCodeListProvider", "SMDG");
        party("issuingParty", "Setouchi Ocean Line", "GLEIF:" + LEI);
        party("shipper", "Hanshin Seiki", SHIPPER.toString());
    }

    private void party(String member, String name, String... codes) {
        var party = document.withObject("/documentParties").putObject(member).put("partyName", name);
        var array = party.putArray("identifyingCodes");
        for (var code : codes) {
            int colon = code.indexOf(':');
            array.addObject()
                    .put("codeListProvider", code.substring(0, colon))
                    .put("partyCode", code.substring(colon + 1));
        }
    }

    private TitleParties read() {
        return TitleParties.of(document);
    }

    /** Words of one language must not become words of the other: that would move the bill to another party. */
    @Nested
    class Attacks {

        @Test
        void shouldNotTakeAnEndorseeForTheShipperBecauseItIsCalledSo() {
            party("endorsee", "SHIPPER", BANK.toString());

            assertThat(read().consignee()).isEqualTo(new Consignee("TO ORDER OF SHIPPER", BANK));
            assertThat(read().consignee().party()).isNotEqualTo(SHIPPER);
        }

        @Test
        void shouldNotMakeAStraightBillNegotiableByTheNameOfItsConsignee() {
            document.put("isToOrder", false);
            for (var name : new String[] {"TO BEARER", "TO ORDER", "TO ORDER OF Elbe GmbH"}) {
                party("consignee", name, BANK.toString());

                assertThat(read().toOrder()).isFalse();
                assertThat(read().consignee()).isEqualTo(new Consignee(name, BANK));
            }
        }

        @Test
        void shouldNotTakeAConsigneeOfABillToOrderForItsEndorsee() {
            party("consignee", "Elbe GmbH", BANK.toString());

            assertThat(read().consignee()).isEqualTo(new Consignee(null, null));
        }

        /** The bill says to whose order it is; facts that say "the shipper's" would hide that from a bank. */
        @Test
        void shouldNotCallAnotherNameTheShipperBecauseItHasItsCode() {
            party("endorsee", "Alsterbank AG", SHIPPER.toString());

            assertThat(read().consignee()).isEqualTo(new Consignee("TO ORDER OF Alsterbank AG", SHIPPER));
        }

        @Test
        void shouldNotCallAnotherCodeTheShipperBecauseItHasItsName() {
            party("endorsee", "Hanshin Seiki", BANK.toString());

            assertThat(read().consignee()).isEqualTo(new Consignee("TO ORDER OF Hanshin Seiki", BANK));
        }

        /** Nor lose the one code that says whose order it is: without it the bill would be to bearer. */
        @Test
        void shouldKeepTheCodeOfAnEndorseeWhenTheShipperHasNone() {
            party("shipper", "Hanshin Seiki");
            party("endorsee", "HANSHIN SEIKI", SHIPPER.toString());

            assertThat(read().consignee()).isEqualTo(new Consignee("TO ORDER OF HANSHIN SEIKI", SHIPPER));
        }

        /** A carrier whose LEI is mistyped is nobody: another of its codes may be another carrier's. */
        @Test
        void shouldNotTakeAnotherCodeForAWrongLeiOfTheCarrier() {
            for (var wrong : new String[] {"NOTALEI", "TGTACARRIER000000164", LEI.toLowerCase(), LEI + "\u2003", ""}) {
                party("issuingParty", "Carrier", "GLEIF:" + wrong, "SMDG:MAL");
                assertThatThrownBy(TitlePartiesTest.this::read).isInstanceOf(IllegalArgumentException.class);
                party("issuingParty", "Carrier", "SMDG:MAL", "GLEIF:" + LEI, "GLEIF:" + wrong);
                assertThatThrownBy(TitlePartiesTest.this::read).isInstanceOf(IllegalArgumentException.class);
                party("issuingParty", "Carrier", "GLEIF:" + wrong);
                assertThat(TitleParties.issuingCarrier(document)).isNull();
            }
        }

        @Test
        void shouldKnowNoCarrierWithoutACodeThatNamesOne() {
            document.put("carrierCode", "s l").put("carrierCodeListProvider", "smdg");
            party("issuingParty", "Nobody", "a list:1");

            assertThatThrownBy(TitlePartiesTest.this::read).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class MadeOut {

        @Test
        void shouldBeToBearerWithoutAnEndorsee() {
            assertThat(read().consignee()).isEqualTo(new Consignee(null, null));
            assertThat(read().toOrder()).isTrue();
        }

        @Test
        void shouldBeToOrderOfTheShipperWhenItIsTheFirstEndorsee() {
            party("endorsee", "HANSHIN SEIKI", SHIPPER.toString());

            assertThat(read().consignee()).isEqualTo(new Consignee("TO ORDER OF SHIPPER", SHIPPER));
        }

        @Test
        void shouldGoByTheNameOfAnEndorseeWithoutACode() {
            party("endorsee", "HANSHIN SEIKI");

            assertThat(read().consignee()).isEqualTo(new Consignee("TO ORDER OF SHIPPER", SHIPPER));
        }

        @Test
        void shouldBeToTheOrderOfABank() {
            party("endorsee", "Alsterbank AG", BANK.toString());

            assertThat(read().consignee()).isEqualTo(new Consignee("TO ORDER OF Alsterbank AG", BANK));
        }
    }

    /** Whose key counts: the gateway picks the carrier by the same rule before it verifies the issuance manifest. */
    @Nested
    class IssuingCarrier {

        private PartyId carrier(String... codes) {
            party("issuingParty", "Carrier", codes);
            return read().carrier();
        }

        @Test
        void shouldBeTheLeiElseTheFirstCodeElseTheCarrierCode() {
            assertThat(carrier("SMDG:MAL", "GLEIF:" + LEI)).isEqualTo(PartyId.ofLei(LEI));
            assertThat(carrier("GLEIF:" + LEI, "SMDG:MAL")).isEqualTo(PartyId.ofLei(LEI));
            assertThat(carrier("GLEIF:" + LEI, "GLEIF:" + LEI)).isEqualTo(PartyId.ofLei(LEI));
            assertThat(carrier("a list:1", "SMDG:MAL", "WAVE:2")).isEqualTo(new PartyId("SMDG", "MAL"));
            assertThat(carrier("a list:1")).isEqualTo(new PartyId("SMDG", "SOL"));
            assertThat(carrier()).isEqualTo(new PartyId("SMDG", "SOL"));
        }

        @Test
        void shouldPreferARightLeiAmongTheCodesOfAnyParty() {
            party("shipper", "Shipper", "a list:1", "GLEIF:TGTASHIPPER000000138", "WAVE:4711", SHIPPER.toString());

            assertThat(read().shipper().party()).isEqualTo(SHIPPER);
        }
    }
}
