package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.STRANGER;
import static org.tegata.bl.domain.BillFixture.chain;
import static org.tegata.bl.domain.BillFixture.envelope;
import static org.tegata.bl.domain.BillFixture.gateway;
import static org.tegata.bl.domain.BillFixture.heldElsewhere;
import static org.tegata.bl.domain.BillFixture.here;
import static org.tegata.bl.domain.BillFixture.received;
import static org.tegata.bl.domain.BillFixture.there;
import static org.tegata.bl.domain.BillFixture.toOrderOf;
import static org.tegata.bl.domain.BillFixture.transaction;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.EnvelopeVerdict.Accepted;
import org.tegata.bl.domain.EnvelopeVerdict.Unacceptable;

/** A party of a received chain is one organisation: else two would hold the bill, or one act with the other's title. */
class TwoInOneTest {

    private static final PartyId CODE = new PartyId("WAVE", "4711");

    private final Transaction issue = transaction(ActionCode.ISSUE, here(CARRIER), here(SHIPPER));
    private final Bill held = heldElsewhere();

    private static ChainParty party(String platform, PartyId... ids) {
        return new ChainParty(
                "Both", platform, Stream.of(ids).map(IdentifyingCode::of).toList());
    }

    private static EnvelopeVerdict arrives(Predicate<IdentifyingCode> livesHere, Transaction... transactions) {
        return EnvelopeActs.receivedNew(
                UUID.randomUUID(),
                "TGTB",
                toOrderOf(null),
                envelope(chain(1), List.of(transactions)),
                gateway(),
                livesHere);
    }

    @Test
    void shouldNotHaveTwoLeisAnywhereInTheChain() {
        var transfer = transaction(ActionCode.TRANSFER, here(SHIPPER), there(IMPORTER));
        var endorsed = transaction(ActionCode.ENDORSE, here(SHIPPER), party("TGTB", IMPORTER, BANK));
        var received = transaction(ActionCode.TRANSFER, here(SHIPPER), party("TGTB", IMPORTER, STRANGER));
        var given = transaction(ActionCode.TRANSFER, party("TGTA", SHIPPER, BANK), there(IMPORTER));

        assertThat(arrives(any -> true, issue, transfer)).isInstanceOf(Accepted.class);
        assertThat(arrives(any -> true, issue, endorsed, transfer)).isInstanceOf(Unacceptable.class);
        assertThat(arrives(code -> code.is(IMPORTER), issue, received)).isInstanceOf(Unacceptable.class);
        assertThat(arrives(any -> true, issue, given)).isInstanceOf(Unacceptable.class);
    }

    @Test
    void shouldNotBeTwoPartiesOfThisPlatform() {
        var transfer = transaction(ActionCode.TRANSFER, here(SHIPPER), party("TGTB", IMPORTER, CODE));

        assertThat(arrives(any -> true, issue, transfer)).isInstanceOf(Unacceptable.class);
    }

    @Test
    void shouldHaveCodesThatAreNobodyHereAndOneCodeTwice() {
        var lei = IdentifyingCode.of(IMPORTER);
        var again = new IdentifyingCode(lei.codeListProvider(), lei.partyCode(), "once more");
        var foreign = new IdentifyingCode("a list of theirs", "1", null);
        var to = new ChainParty("The importer", "TGTB", List.of(foreign, lei, again));
        var transfer = transaction(ActionCode.TRANSFER, here(SHIPPER), to);

        assertThat(arrives(code -> code.is(IMPORTER), issue, transfer)).isInstanceOf(Accepted.class);
    }

    @Test
    void shouldNotBeTwoWhenTheBillComesBack() {
        for (var other : List.of(SHIPPER, CODE)) {
            var back = transaction(ActionCode.TRANSFER, there(IMPORTER), party("TGTA", BANK, other));

            assertThat(received(held, envelope(held, 2, back))).isInstanceOf(Unacceptable.class);
        }
    }

    @Test
    void shouldNotBeTheCarrierAndAnotherPartyHere() {
        for (var other : List.of(BANK, CODE)) {
            var asked = transaction(ActionCode.SURRENDER_FOR_DELIVERY, there(IMPORTER), party("TGTA", CARRIER, other));

            assertThat(received(held, envelope(held, 2, asked))).isInstanceOf(Unacceptable.class);
        }
    }
}
