package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.ISSUING_BANK;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.STRANGER;
import static org.tegata.bl.domain.BillFixture.acted;
import static org.tegata.bl.domain.BillFixture.answered;
import static org.tegata.bl.domain.BillFixture.endorsed;
import static org.tegata.bl.domain.BillFixture.here;
import static org.tegata.bl.domain.BillFixture.inTransit;
import static org.tegata.bl.domain.BillFixture.issued;
import static org.tegata.bl.domain.BillFixture.pledged;
import static org.tegata.bl.domain.BillFixture.straightTo;
import static org.tegata.bl.domain.BillFixture.surrendered;
import static org.tegata.bl.domain.BillFixture.transferred;
import static org.tegata.bl.domain.EndorsementTest.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;

/** Nobody has to hold a bill that it did not ask for; but whoever has acted on it has taken it. */
class RejectingTest {

    private static Bill rejected(Bill bill, PartyId party) {
        return acted(bill, party, TitleAct.REJECT_TRANSFER);
    }

    @Test
    void shouldLeaveTitleAsItWasBeforeTheTransfer() {
        var before = endorsed(issued(), SHIPPER, ActionCode.ENDORSE, IMPORTER);
        var after = rejected(transferred(before, SHIPPER, BANK), BANK);

        assertThat(after.title()).isEqualTo(before.title());
        assertThat(after.status()).isEqualTo(BillStatus.ISSUED);
        assertThat(acted(rejected(transferred(issued(), SHIPPER, BANK), BANK), CARRIER, TitleAct.VOID)
                        .holder())
                .isNull();
    }

    @Test
    void shouldShowInTheChain() {
        var last = rejected(transferred(issued(), SHIPPER, BANK), BANK)
                .transactions()
                .get(2);

        assertThat(last.actionCode()).isEqualTo(ActionCode.TRANSFER);
        assertThat(last.actor()).isEqualTo(here(BANK));
        assertThat(last.recipient().is(SHIPPER)).isTrue();
        assertThat(last.comments()).isEqualTo("Transfer rejected");
    }

    /** An endorsement is no transfer: the chain cannot unsay it, so who wants neither endorses back first. */
    @Test
    void shouldNotUndoAnEndorsementThatWasMadeBefore() {
        var sold = endorsed(issued(), SHIPPER, ActionCode.ENDORSE_TO_ORDER, BANK);
        var back = rejected(transferred(sold, SHIPPER, BANK), BANK);

        refused(BillProblem.NOT_ENTITLED, () -> endorsed(back, SHIPPER, ActionCode.ENDORSE_TO_ORDER, IMPORTER));
        var again = endorsed(transferred(back, SHIPPER, BANK), BANK, ActionCode.ENDORSE_TO_ORDER, SHIPPER);
        assertThat(endorsed(transferred(again, BANK, SHIPPER), SHIPPER, ActionCode.ENDORSE_TO_ORDER, IMPORTER)
                        .title()
                        .endorsee()
                        .party())
                .isEqualTo(IMPORTER.toString());
    }

    @Test
    void shouldBeTooLateAfterAnyActOfTheRecipient() {
        var received = transferred(issued(straightTo(BANK)), SHIPPER, BANK);
        var endorsable = transferred(endorsed(issued(), SHIPPER, ActionCode.ENDORSE_TO_ORDER, BANK), SHIPPER, BANK);
        var afterActs = List.of(
                acted(received, BANK, TitleAct.SIGN),
                endorsed(endorsable, BANK, ActionCode.BLANK_ENDORSE, null),
                acted(pledged(received, BANK, ISSUING_BANK), ISSUING_BANK, TitleAct.RELEASE),
                acted(surrendered(received, BANK), CARRIER, TitleAct.REFUSE_SURRENDER),
                answered(inTransit(received, BANK, IMPORTER), false));

        for (var bill : afterActs) {
            assertThat(bill.holder().is(BANK)).isTrue();
            refused(BillProblem.NOTHING_TO_REJECT, () -> rejected(bill, BANK));
        }
    }

    @Test
    void shouldNotReachBackBeyondOneTransfer() {
        var back = rejected(transferred(transferred(issued(), SHIPPER, BANK), BANK, ISSUING_BANK), ISSUING_BANK);

        assertThat(back.holder().is(BANK)).isTrue();
        refused(BillProblem.NOTHING_TO_REJECT, () -> rejected(back, BANK));
    }

    @Test
    void shouldBeTheRecipientsAlone() {
        var bill = transferred(issued(), SHIPPER, BANK);

        for (var wrong : List.of(SHIPPER, CARRIER, ISSUING_BANK, STRANGER)) {
            refused(BillProblem.NOT_YOUR_ACT, () -> rejected(bill, wrong));
        }
    }

    @Test
    void shouldNotTakeBackAnIssueOrAPledge() {
        var pledged = pledged(issued(), SHIPPER, BANK);

        refused(BillProblem.NOTHING_TO_REJECT, () -> rejected(issued(), SHIPPER));
        refused(BillProblem.WRONG_STATE, () -> rejected(pledged, BANK));
        assertThat(acted(pledged, BANK, TitleAct.RELEASE).holder().is(SHIPPER)).isTrue();
    }

    @Test
    void shouldNotEndWhatTheRecipientMayReadOfIt() {
        assertThat(rejected(transferred(issued(), SHIPPER, BANK), BANK).isParty(BANK))
                .isTrue();
    }
}
