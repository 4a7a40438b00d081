package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.SHIPPER;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tegata.access.PartyId;

/** Whom the document names as first endorsee, by that party's own name. */
class OrderTest {

    private static Order of(String consignee, @Nullable PartyId party) {
        return Order.of(new BillTerms(
                "SOLU26110001",
                "4e".repeat(32),
                "9c".repeat(32),
                null,
                new NamedParty("Setouchi Ocean Line", CARRIER),
                new NamedParty("Hanshin Seiki", SHIPPER),
                new NamedParty(consignee, party),
                true,
                null,
                DocumentKind.BILL_OF_LADING));
    }

    private static Order endorsee(String name, PartyId party) {
        return new Order.ToOrderOf(new Order.Endorsee(name, party.toString(), true));
    }

    /** A document that names another beside the shipper's code is not told as if it named the shipper. */
    @Test
    void shouldNotPutTheShippersNameInPlaceOfAnother() {
        assertThat(of("TO ORDER OF Alsterbank AG", SHIPPER)).isEqualTo(endorsee("Alsterbank AG", SHIPPER));
    }

    @ParameterizedTest
    @CsvSource({"TO ORDER OF SHIPPER", "TO ORDER", "Hanshin Seiki K.K."})
    void shouldCallTheShipperByItsName(String words) {
        assertThat(of(words, SHIPPER)).isEqualTo(endorsee("Hanshin Seiki", SHIPPER));
    }

    @Test
    void shouldTakeThePartyCalledShipperForItself() {
        assertThat(of("TO ORDER OF SHIPPER", BANK)).isEqualTo(endorsee("SHIPPER", BANK));
        assertThat(of("TO ORDER OF Alsterbank AG", BANK)).isEqualTo(endorsee("Alsterbank AG", BANK));
    }

    /** Else whoever has possession could endorse a bill that is to the order of somebody else. */
    @Test
    void shouldNotTakeABillToTheOrderOfAPartyWithoutCodeForABlankOne() {
        var order = of("TO ORDER OF Somebody Abroad", null);

        assertThat(order).isInstanceOf(Order.ToOrderOf.class);
        assertThat(order.entitles(ChainParty.of(BANK, "Alsterbank AG", "TGTA"))).isFalse();
        assertThat(order.entitles(ChainParty.of(PartyId.parse(Order.NOBODY), "Nobody", "TGTA")))
                .isFalse();
    }
}
