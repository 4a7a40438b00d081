package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.ISSUING_BANK;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.THERE;
import static org.tegata.bl.domain.BillFixture.acted;
import static org.tegata.bl.domain.BillFixture.after;
import static org.tegata.bl.domain.BillFixture.because;
import static org.tegata.bl.domain.BillFixture.chain;
import static org.tegata.bl.domain.BillFixture.endorsed;
import static org.tegata.bl.domain.BillFixture.envelope;
import static org.tegata.bl.domain.BillFixture.gateway;
import static org.tegata.bl.domain.BillFixture.here;
import static org.tegata.bl.domain.BillFixture.inTransit;
import static org.tegata.bl.domain.BillFixture.issued;
import static org.tegata.bl.domain.BillFixture.named;
import static org.tegata.bl.domain.BillFixture.pledged;
import static org.tegata.bl.domain.BillFixture.statement;
import static org.tegata.bl.domain.BillFixture.surrendered;
import static org.tegata.bl.domain.BillFixture.there;
import static org.tegata.bl.domain.BillFixture.to;
import static org.tegata.bl.domain.BillFixture.toOrderOf;
import static org.tegata.bl.domain.BillFixture.transaction;
import static org.tegata.bl.domain.BillFixture.transferred;
import static org.tegata.bl.domain.EndorsementTest.refused;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A bank that holds a bill as security has it, and can realise it; it cannot give it to anybody but the pledgor. */
class PledgingTest {

    /** To the order of the bank, and pledged to it. */
    private final Bill bill = pledged(endorsed(issued(), SHIPPER, ActionCode.ENDORSE_TO_ORDER, BANK), SHIPPER, BANK);

    @Test
    void shouldMovePossessionAndKeepWhoIsOwedIt() {
        assertThat(bill.status()).isEqualTo(BillStatus.PLEDGED);
        assertThat(bill.holder()).isEqualTo(here(BANK));
        assertThat(bill.title().pledgor().is(SHIPPER)).isTrue();
        assertThat(bill.transactions().get(2).actionCode()).isEqualTo(ActionCode.TRANSFER);
        assertThat(bill.transactions().get(2).comments()).isEqualTo("Pledge");
        assertThat(bill.isParty(SHIPPER)).isTrue();
    }

    @Test
    void shouldDepriveThePledgor() {
        for (var act : List.of(TitleAct.SIGN, TitleAct.RELEASE, TitleAct.SURRENDER_FOR_DELIVERY)) {
            refused(BillProblem.NOT_YOUR_ACT, () -> acted(bill, SHIPPER, act));
        }
    }

    @Test
    void shouldNotBeGivenToAThirdPartyInAnyWay() {
        refused(BillProblem.WRONG_STATE, () -> transferred(bill, BANK, ISSUING_BANK));
        refused(BillProblem.WRONG_STATE, () -> transferred(bill, BANK, SHIPPER));
        refused(BillProblem.WRONG_STATE, () -> inTransit(bill, BANK, IMPORTER));
        refused(BillProblem.WRONG_STATE, () -> pledged(bill, BANK, ISSUING_BANK));
        refused(BillProblem.HELD_AS_SECURITY, () -> endorsed(bill, BANK, ActionCode.ENDORSE, ISSUING_BANK));
        refused(BillProblem.HELD_AS_SECURITY, () -> endorsed(bill, BANK, ActionCode.ENDORSE_TO_ORDER, BANK));
        refused(BillProblem.HELD_AS_SECURITY, () -> endorsed(bill, BANK, ActionCode.BLANK_ENDORSE, null));
    }

    @Test
    void shouldNotBeChangedIntoAnotherBillOrIntoPaper() {
        var amendment = statement(bill, TitleAct.SURRENDER_FOR_AMENDMENT, BANK);

        refused(BillProblem.WRONG_STATE, () -> after(bill, amendment));
        refused(BillProblem.WRONG_STATE, () -> after(bill, because(SurrenderReason.SWTP, amendment)));
        refused(BillProblem.WRONG_STATE, () -> acted(bill, CARRIER, TitleAct.VOID));
    }

    @Test
    void shouldComeBackWithItsOrderWhenTheDebtIsPaid() {
        var back = acted(endorsed(bill, BANK, ActionCode.ENDORSE_TO_ORDER, SHIPPER), BANK, TitleAct.RELEASE);

        assertThat(back.status()).isEqualTo(BillStatus.ISSUED);
        assertThat(back.holder().is(SHIPPER)).isTrue();
        assertThat(back.title().pledgor()).isNull();
        assertThat(back.title().order().entitles(back.holder())).isTrue();
        refused(BillProblem.NOT_YOUR_ACT, () -> acted(back, BANK, TitleAct.SIGN));
    }

    @Test
    void shouldBeRealisedByWhoeverIsEntitledAndStayPledgedWhenTheCarrierRefuses() {
        var claimed = surrendered(bill, BANK);
        var refused = acted(claimed, CARRIER, TitleAct.REFUSE_SURRENDER);

        assertThat(refused.status()).isEqualTo(BillStatus.PLEDGED);
        assertThat(refused.holder()).isEqualTo(here(BANK));
        assertThat(refused.title().pledgor().is(SHIPPER)).isTrue();
        assertThat(acted(claimed, CARRIER, TitleAct.ACCEPT_SURRENDER).status())
                .isEqualTo(BillStatus.SURRENDERED_FOR_DELIVERY);
    }

    @Test
    void shouldNotBeRealisedByABankToWhoseOrderItIsNot() {
        var toImporter = pledged(endorsed(issued(), SHIPPER, ActionCode.ENDORSE, IMPORTER), SHIPPER, BANK);

        refused(BillProblem.NOT_ENTITLED, () -> surrendered(toImporter, BANK));
    }

    @Test
    void shouldBeForAPartyOfThisPlatformWhoDoesNotHoldItYet() {
        var elsewhere = to(named(IMPORTER, THERE), statement(issued(), TitleAct.PLEDGE, SHIPPER));
        var issued = issued();

        refused(
                BillProblem.UNKNOWN_RECIPIENT,
                () -> after(issued, to(elsewhere.recipient(), statement(issued, TitleAct.PLEDGE, SHIPPER))));
        refused(BillProblem.RECIPIENT_IS_HOLDER, () -> pledged(issued, SHIPPER, SHIPPER));
    }

    @Test
    void shouldNotBeReadOutOfTheWordsOfAnotherPlatform() {
        var issue = transaction(ActionCode.ISSUE, there(CARRIER), there(SHIPPER));
        var pledge = new Transaction(
                ActionCode.TRANSFER, there(SHIPPER), here(BANK), issue.actionDateTime(), null, HolderActs.PLEDGE);
        var verdict = EnvelopeActs.receivedNew(
                UUID.randomUUID(),
                BillFixture.HERE,
                toOrderOf(null),
                envelope(chain(1), List.of(issue, pledge)),
                gateway(),
                code -> true);
        var received = ((EnvelopeVerdict.Accepted) verdict).decision().bill();

        assertThat(received.status()).isEqualTo(BillStatus.ISSUED);
        assertThat(received.title().pledgor()).isNull();
        assertThat(transferred(received, BANK, ISSUING_BANK).holder().is(ISSUING_BANK))
                .isTrue();
    }

    @Test
    void shouldNotBeRealisedAtACarrierOfAnotherPlatform() {
        var issue = transaction(ActionCode.ISSUE, there(CARRIER), here(SHIPPER));
        var verdict = EnvelopeActs.receivedNew(
                UUID.randomUUID(),
                BillFixture.HERE,
                toOrderOf(null),
                envelope(chain(1), List.of(issue)),
                gateway(),
                code -> true);
        var pledged = pledged(((EnvelopeVerdict.Accepted) verdict).decision().bill(), SHIPPER, BANK);

        refused(BillProblem.HELD_AS_SECURITY, () -> surrendered(pledged, BANK));
    }
}
