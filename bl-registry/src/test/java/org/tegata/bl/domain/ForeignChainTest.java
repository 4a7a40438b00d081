package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.HERE;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.ISSUING_BANK;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.acted;
import static org.tegata.bl.domain.BillFixture.answered;
import static org.tegata.bl.domain.BillFixture.chain;
import static org.tegata.bl.domain.BillFixture.endorsed;
import static org.tegata.bl.domain.BillFixture.envelope;
import static org.tegata.bl.domain.BillFixture.gateway;
import static org.tegata.bl.domain.BillFixture.heldElsewhere;
import static org.tegata.bl.domain.BillFixture.here;
import static org.tegata.bl.domain.BillFixture.inTransit;
import static org.tegata.bl.domain.BillFixture.issued;
import static org.tegata.bl.domain.BillFixture.pledged;
import static org.tegata.bl.domain.BillFixture.received;
import static org.tegata.bl.domain.BillFixture.surrendered;
import static org.tegata.bl.domain.BillFixture.there;
import static org.tegata.bl.domain.BillFixture.toOrderOf;
import static org.tegata.bl.domain.BillFixture.transaction;
import static org.tegata.bl.domain.BillFixture.transferred;
import static org.tegata.bl.domain.EndorsementTest.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.EnvelopeVerdict.Accepted;
import org.tegata.bl.domain.EnvelopeVerdict.Disputed;
import org.tegata.bl.domain.EnvelopeVerdict.Unacceptable;

/** What another platform says of a bill, and how little of it another platform can make up. */
class ForeignChainTest {

    private static final PartyId CODE = new PartyId("WAVE", "4711");

    private static EnvelopeVerdict arrives(Predicate<IdentifyingCode> livesHere, Transaction... transactions) {
        return EnvelopeActs.receivedNew(
                UUID.randomUUID(),
                HERE,
                toOrderOf(null),
                envelope(chain(1), List.of(transactions)),
                gateway(),
                livesHere);
    }

    private static Bill bill(EnvelopeVerdict verdict) {
        return ((Accepted) verdict).decision().bill();
    }

    /** A party may have many codes; on this platform it acts under the one by which it lived here on arrival. */
    @Nested
    class OneCode {

        private final ChainParty both =
                new ChainParty("Both", HERE, List.of(IdentifyingCode.of(BANK), IdentifyingCode.of(CODE)));
        private final Transaction issue = transaction(ActionCode.ISSUE, there(CARRIER), both);
        private final Bill bill = bill(arrives(code -> code.is(BANK), issue));

        @Test
        void shouldGiveNobodyControlWhoRegistersAnotherCodeOfTheHolderLater() {
            for (var act : TitleAct.values()) {
                if (Permission.refusal(bill, act, BANK).isEmpty()) {
                    refused(BillProblem.NOT_YOUR_ACT, () -> acted(bill, CODE, act));
                }
            }
            assertThat(acted(bill, BANK, TitleAct.SIGN).holder().identifyingCodes())
                    .containsExactly(IdentifyingCode.of(BANK));
        }

        @Test
        void shouldBeKeptInTheRecordThatIsReadAgain() {
            var entries = ((Accepted) arrives(code -> code.is(BANK), issue))
                    .decision()
                    .entries();

            assertThat(entries.get(0).envelope().recipient()).isEqualTo(BANK);
            assertThat(Bill.of(HERE, entries).holder().identifyingCodes()).containsExactly(IdentifyingCode.of(BANK));
        }

        @Test
        void shouldHoldWhenTheBillComesBackFromAPledgeOrARefusedSurrender() {
            var sent = surrendered(bill, BANK);
            var refusal = transaction(ActionCode.SREJ, there(CARRIER), both);
            var returned = EnvelopeActs.received(
                    sent, envelope(sent, 3, refusal), chain(1), length -> false, gateway(), code -> code.is(BANK));
            var bills = List.of(
                    acted(pledged(bill, BANK, ISSUING_BANK), ISSUING_BANK, TitleAct.RELEASE),
                    acted(transferred(bill, BANK, ISSUING_BANK), ISSUING_BANK, TitleAct.REJECT_TRANSFER),
                    answered(inTransit(bill, BANK, IMPORTER), false),
                    bill(returned));

            for (var back : bills) {
                assertThat(back.holder().is(BANK)).isTrue();
                refused(BillProblem.NOT_YOUR_ACT, () -> acted(back, CODE, TitleAct.SIGN));
            }
        }

        @Test
        void shouldLetTheHolderClaimUnderThatCodeAlone() {
            var toTheOther = transaction(ActionCode.ENDORSE, there(SHIPPER), there(CODE));
            var first = transaction(ActionCode.ISSUE, there(CARRIER), there(SHIPPER));
            var lent = transaction(ActionCode.TRANSFER, there(SHIPPER), both);
            var held = bill(arrives(code -> code.is(BANK), first, toTheOther, lent));

            refused(BillProblem.NOT_ENTITLED, () -> surrendered(held, BANK));
        }
    }

    @Nested
    class ActsOfThisPlatform {

        private final Transaction in = transaction(ActionCode.TRANSFER, there(IMPORTER), here(BANK));
        private final Transaction out = transaction(ActionCode.TRANSFER, here(BANK), there(IMPORTER));
        private final Transaction again = transaction(ActionCode.TRANSFER, there(IMPORTER), here(ISSUING_BANK));

        @Test
        void shouldNotBeBelievedOfABillOnRecord() {
            var held = heldElsewhere();
            var forged = transaction(ActionCode.ENDORSE, here(BANK), there(IMPORTER));

            assertThat(received(held, envelope(held, 2, in))).isInstanceOf(Accepted.class);
            assertThat(received(held, envelope(held, 2, in, out, again))).isInstanceOf(Disputed.class);
            assertThat(received(held, envelope(held, 2, in, forged, out, again)))
                    .isInstanceOf(Disputed.class);
        }

        @Test
        void shouldNotBeBelievedOfABillThatNobodyKnowsHere() {
            var issue = transaction(ActionCode.ISSUE, there(CARRIER), there(IMPORTER));

            assertThat(arrives(any -> true, issue, in)).isInstanceOf(Accepted.class);
            assertThat(arrives(any -> true, issue, in, out, again)).isInstanceOf(Unacceptable.class);
        }

        @Test
        void shouldNotIncludeASurrenderToTheCarrierWhereItDidNotIssue() {
            var issue = transaction(ActionCode.ISSUE, there(CARRIER), here(BANK));
            var moving = inTransit(bill(arrives(any -> true, issue)), BANK, IMPORTER);
            var gone = answered(moving, true);
            var asked = transaction(ActionCode.SURRENDER_FOR_DELIVERY, there(IMPORTER), here(CARRIER));

            assertThat(received(gone, envelope(gone, 3, asked))).isInstanceOf(Unacceptable.class);
        }
    }

    @Nested
    class Signatures {

        @Test
        void shouldMoveNothingWhereverTheyStandInTheChain() {
            var issue = transaction(ActionCode.ISSUE, there(CARRIER), there(SHIPPER));
            var signed = transaction(ActionCode.SIGN, there(SHIPPER), null);
            var transfer = transaction(ActionCode.TRANSFER, there(SHIPPER), here(BANK));
            var received = bill(arrives(any -> true, issue, signed, transfer));

            assertThat(received.holder()).isEqualTo(here(BANK));
            assertThat(received.transactions()).hasSize(3);
            assertThat(inTransit(acted(received, BANK, TitleAct.SIGN), BANK, IMPORTER)
                            .uncovered())
                    .extracting(Transaction::actionCode)
                    .containsExactly(ActionCode.SIGN, ActionCode.TRANSFER);
        }

        @Test
        void shouldBeThePossessorsAlone() {
            var issue = transaction(ActionCode.ISSUE, there(CARRIER), there(SHIPPER));
            var forged = transaction(ActionCode.SIGN, there(IMPORTER), null);
            var transfer = transaction(ActionCode.TRANSFER, there(SHIPPER), here(BANK));

            assertThat(arrives(any -> true, issue, forged, transfer)).isInstanceOf(Unacceptable.class);
        }
    }

    /** Every act of a party here is in the chain that the next platform gets, in the words that DCSA has. */
    @Test
    void shouldTellTheNextPlatformOfPledgeReleaseAndRejection() {
        var moved = acted(transferred(issued(), SHIPPER, ISSUING_BANK), ISSUING_BANK, TitleAct.REJECT_TRANSFER);
        var released = acted(pledged(moved, SHIPPER, BANK), BANK, TitleAct.RELEASE);
        var sent = inTransit(endorsed(released, SHIPPER, ActionCode.BLANK_ENDORSE, null), SHIPPER, IMPORTER);
        var told = new ArrayList<>(sent.uncovered());

        assertThat(told)
                .extracting(Transaction::comments)
                .containsExactly(null, null, "Transfer rejected", "Pledge", "Release of pledge", null, null);
        var verdict = EnvelopeActs.receivedNew(
                UUID.randomUUID(),
                BillFixture.THERE,
                toOrderOf(SHIPPER),
                envelope(chain(1), told),
                gateway(),
                any -> true);
        assertThat(bill(verdict).holder()).isEqualTo(there(IMPORTER));
    }
}
