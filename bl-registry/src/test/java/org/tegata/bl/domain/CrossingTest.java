package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.acted;
import static org.tegata.bl.domain.BillFixture.answered;
import static org.tegata.bl.domain.BillFixture.chain;
import static org.tegata.bl.domain.BillFixture.decided;
import static org.tegata.bl.domain.BillFixture.endorsed;
import static org.tegata.bl.domain.BillFixture.envelope;
import static org.tegata.bl.domain.BillFixture.gateway;
import static org.tegata.bl.domain.BillFixture.heldElsewhere;
import static org.tegata.bl.domain.BillFixture.here;
import static org.tegata.bl.domain.BillFixture.inTransit;
import static org.tegata.bl.domain.BillFixture.issued;
import static org.tegata.bl.domain.BillFixture.received;
import static org.tegata.bl.domain.BillFixture.statement;
import static org.tegata.bl.domain.BillFixture.surrendered;
import static org.tegata.bl.domain.BillFixture.surrenderedFromElsewhere;
import static org.tegata.bl.domain.BillFixture.there;
import static org.tegata.bl.domain.BillFixture.toOrderOf;
import static org.tegata.bl.domain.BillFixture.transaction;
import static org.tegata.bl.domain.EndorsementTest.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tegata.bl.domain.EnvelopeVerdict.Accepted;
import org.tegata.bl.domain.EnvelopeVerdict.Disputed;
import org.tegata.bl.domain.EnvelopeVerdict.Duplicate;
import org.tegata.bl.domain.EnvelopeVerdict.Unacceptable;

/** A bill that crosses between platforms: at no instant two of them let somebody act (DCSA PINT 3.0.0). */
class CrossingTest {

    @Nested
    class Leaving {

        private final Bill bill = inTransit(issued(), SHIPPER, IMPORTER);

        @Test
        void shouldLockTheBillUntilTheOtherPlatformHasAnswered() {
            assertThat(bill.status()).isEqualTo(BillStatus.IN_TRANSIT);
            assertThat(bill.holder().is(SHIPPER)).isTrue();
            refused(BillProblem.WRONG_STATE, () -> BillFixture.transferred(bill, SHIPPER, BANK));
            refused(BillProblem.WRONG_STATE, () -> inTransit(bill, SHIPPER, IMPORTER));
            refused(BillProblem.WRONG_STATE, () -> surrendered(bill, SHIPPER));
        }

        @Test
        void shouldSendEverythingThatNoChainEntryHasYet() {
            assertThat(bill.uncovered())
                    .extracting(Transaction::actionCode)
                    .containsExactly(ActionCode.ISSUE, ActionCode.TRANSFER);
        }

        @Test
        void shouldGiveControlAwayWhenAccepted() {
            var gone = answered(bill, true);

            assertThat(gone.status()).isEqualTo(BillStatus.HELD_ELSEWHERE);
            assertThat(gone.holder()).isEqualTo(there(IMPORTER));
            assertThat(gone.uncovered()).isEmpty();
            refused(BillProblem.WRONG_STATE, () -> BillFixture.transferred(gone, SHIPPER, BANK));
        }

        @Test
        void shouldComeBackToTheHolderWhenRefused() {
            var back = answered(bill, false);

            assertThat(back.status()).isEqualTo(BillStatus.ISSUED);
            assertThat(back.holder().is(SHIPPER)).isTrue();
            assertThat(back.transactions()).extracting(Transaction::actionCode).containsExactly(ActionCode.ISSUE);
            assertThat(inTransit(back, SHIPPER, IMPORTER).uncovered())
                    .extracting(Transaction::actionCode)
                    .containsExactly(ActionCode.ISSUE, ActionCode.TRANSFER);
        }

        @Test
        void shouldAnswerOnlyTheEnvelopeThatIsDue() {
            refused(
                    BillProblem.NO_ENVELOPE_DUE,
                    () -> EnvelopeActs.answered(
                            bill, gateway(), UUID.randomUUID(), true, "RECE", "00".repeat(32), 1, null));
        }
    }

    @Nested
    class Arriving {

        private final List<Transaction> history = List.of(
                transaction(ActionCode.ISSUE, here(CARRIER), here(SHIPPER)),
                transaction(ActionCode.TRANSFER, here(SHIPPER), there(IMPORTER)));

        private EnvelopeVerdict arrives(List<Transaction> transactions, boolean known) {
            return EnvelopeActs.receivedNew(
                    UUID.randomUUID(),
                    "TGTB",
                    toOrderOf(null),
                    envelope(chain(1), transactions),
                    gateway(),
                    party -> known);
        }

        @Test
        void shouldMakeTheRecipientTheHolder() {
            var bill = ((Accepted) arrives(history, true)).decision().bill();

            assertThat(bill.status()).isEqualTo(BillStatus.ISSUED);
            assertThat(bill.holder()).isEqualTo(there(IMPORTER));
            assertThat(bill.version()).isEqualTo(1);
            assertThat(bill.uncovered()).isEmpty();
            assertThat(bill.chainLength()).isEqualTo(1);
        }

        @Test
        void shouldNotBeAcceptedForAStranger() {
            assertThat(arrives(history, false)).isInstanceOf(Unacceptable.class);
        }

        @Test
        void shouldNotBeAcceptedForAPartyOfAnotherPlatform() {
            var elsewhere = List.of(history.get(0), transaction(ActionCode.TRANSFER, here(SHIPPER), here(BANK)));

            assertThat(arrives(elsewhere, true)).isInstanceOf(Unacceptable.class);
        }

        @Test
        void shouldNotBeAcceptedWhenTheActorWasNotInPossession() {
            var stolen = List.of(history.get(0), transaction(ActionCode.TRANSFER, here(BANK), there(IMPORTER)));

            assertThat(arrives(stolen, true)).isInstanceOf(Unacceptable.class);
        }

        @Test
        void shouldNotBeAcceptedWithoutAnIssueOrWithTwo() {
            assertThat(arrives(history.subList(1, 2), true)).isInstanceOf(Unacceptable.class);
            var twice = new ArrayList<>(history);
            twice.add(1, history.get(0));
            assertThat(arrives(twice, true)).isInstanceOf(Unacceptable.class);
        }

        @Test
        void shouldNotBeAcceptedAfterTheCarrierTookItBack() {
            var surrender = transaction(ActionCode.SURRENDER_FOR_DELIVERY, here(SHIPPER), here(CARRIER));
            var accepted = transaction(ActionCode.SACC, here(CARRIER), here(SHIPPER));
            var closed = List.of(history.get(0), surrender, accepted, history.get(1));

            assertThat(arrives(closed, true)).isInstanceOf(Unacceptable.class);
        }

        @Test
        void shouldNotBeBelievedThatThisPlatformIssuedAnUnknownBill() {
            var verdict = EnvelopeActs.receivedNew(
                    UUID.randomUUID(), "TGTA", toOrderOf(null), envelope(chain(1), history), gateway(), any -> true);

            assertThat(verdict).isInstanceOf(Unacceptable.class);
        }
    }

    @Nested
    class Returning {

        private final Bill held = heldElsewhere();
        private final Transaction back = transaction(ActionCode.TRANSFER, there(IMPORTER), here(BANK));

        @Test
        void shouldLetItsNewHolderActHereAgain() {
            var bill = accepted(received(held, envelope(held, 2, back)));

            assertThat(bill.status()).isEqualTo(BillStatus.ISSUED);
            assertThat(bill.holder()).isEqualTo(here(BANK));
            assertThat(BillFixture.transferred(bill, BANK, SHIPPER).holder().is(SHIPPER))
                    .isTrue();
        }

        @Test
        void shouldSendOnlyWhatIsNewWhenItLeavesAgain() {
            var bill = accepted(received(held, envelope(held, 2, back)));

            assertThat(inTransit(bill, BANK, IMPORTER).uncovered())
                    .extracting(Transaction::actionCode)
                    .containsExactly(ActionCode.TRANSFER);
        }

        @Test
        void shouldProveThatOurEnvelopeArrivedThoughItsAnswerHasNot() {
            var underway = inTransit(endorsed(issued(), SHIPPER, ActionCode.BLANK_ENDORSE, null), SHIPPER, IMPORTER);
            var bill = accepted(received(underway, envelope(underway, 2, back)));

            assertThat(bill.status()).isEqualTo(BillStatus.ISSUED);
            assertThat(bill.holder()).isEqualTo(here(BANK));
            assertThat(bill.due()).isNull();
            assertThat(bill.transactions())
                    .extracting(Transaction::actionCode)
                    .containsExactly(
                            ActionCode.ISSUE, ActionCode.BLANK_ENDORSE, ActionCode.TRANSFER, ActionCode.TRANSFER);
        }

        @Test
        void shouldBeDisputedWhenTheChainIsAnother() {
            var other = new ArrayList<>(chain(2));
            other.set(0, "h.forged.s");
            var transactions = new ArrayList<>(held.transactions());
            transactions.add(back);

            assertThat(received(held, envelope(other, transactions))).isInstanceOf(Disputed.class);
        }

        @Test
        void shouldBeDisputedWhenTransactionsOnRecordAreLeftOut() {
            assertThat(received(
                            held, envelope(chain(2), List.of(held.transactions().get(0), back))))
                    .isInstanceOf(Disputed.class);
        }

        @Test
        void shouldBeDisputedWhileSomebodyHoldsItHere() {
            var bill = issued();

            assertThat(received(bill, envelope(bill, 1, transaction(ActionCode.TRANSFER, here(SHIPPER), here(BANK)))))
                    .isInstanceOf(Disputed.class);
        }

        @Test
        void shouldBeADuplicateWhenItWasAcceptedBefore() {
            var bill = accepted(received(held, envelope(held, 2, back)));
            var again = EnvelopeActs.received(
                    bill, envelope(held, 2, back), chain(2), length -> length == 2, gateway(), party -> true);

            assertThat(again).isEqualTo(new Duplicate(2));
        }

        @Test
        void shouldBeADuplicateThoughTheLastEntryWasSignedAgain() {
            var bill = accepted(received(held, envelope(held, 2, back)));
            var resigned = List.of(chain(1).get(0), "h2.entry1.another");
            var all = new ArrayList<>(held.transactions());
            all.add(back);
            var again = EnvelopeActs.received(
                    bill, envelope(resigned, all), chain(2), length -> length == 2, gateway(), party -> true);

            assertThat(again).isEqualTo(new Duplicate(2));
        }

        @Test
        void shouldNotTakeOurOwnEntryForAnEnvelopeOfTheirs() {
            assertThat(received(held, envelope(held, 1))).isInstanceOf(Disputed.class);
        }

        private Bill accepted(EnvelopeVerdict verdict) {
            return ((Accepted) verdict).decision().bill();
        }
    }

    @Nested
    class SurrenderingFromElsewhere {

        private final Bill pending = surrenderedFromElsewhere(heldElsewhere(), ActionCode.SURRENDER_FOR_DELIVERY);

        @Test
        void shouldWaitForTheCarrierHere() {
            assertThat(pending.status()).isEqualTo(BillStatus.PENDING_SURRENDER_FOR_DELIVERY);
            assertThat(pending.holder()).isEqualTo(here(CARRIER));
        }

        @Test
        void shouldCloseAtOnceAndOweTheOtherPlatformANotification() {
            var decision = decided(pending, statement(pending, TitleAct.ACCEPT_SURRENDER, CARRIER));

            assertThat(decision.entries())
                    .extracting(RegisterEntry::act)
                    .containsExactly(BillAct.ACCEPT_SURRENDER, BillAct.START_NOTIFICATION);
            var closed = decision.bill();
            assertThat(closed.status()).isEqualTo(BillStatus.SURRENDERED_FOR_DELIVERY);
            assertThat(closed.uncovered()).extracting(Transaction::actionCode).containsExactly(ActionCode.SACC);
            assertThat(answered(closed, true).status()).isEqualTo(BillStatus.SURRENDERED_FOR_DELIVERY);
            assertThat(answered(closed, true).due()).isNull();
        }

        @Test
        void shouldGoBackToTheOtherPlatformWhenRefused() {
            var refused = acted(pending, CARRIER, TitleAct.REFUSE_SURRENDER);

            assertThat(refused.status()).isEqualTo(BillStatus.HELD_ELSEWHERE);
            assertThat(refused.holder()).isEqualTo(there(IMPORTER));
            assertThat(answered(refused, true).status()).isEqualTo(BillStatus.HELD_ELSEWHERE);
        }

        @Test
        void shouldTakeNothingAfterTheCarrierAccepted() {
            var closed = answered(
                    decided(pending, statement(pending, TitleAct.ACCEPT_SURRENDER, CARRIER))
                            .bill(),
                    true);
            var late = transaction(ActionCode.TRANSFER, there(IMPORTER), here(BANK));

            assertThat(received(closed, envelope(closed, closed.chainLength() + 1, late)))
                    .isInstanceOf(Unacceptable.class);
        }

        @Test
        void shouldNotBeAddressedToAnybodyButTheCarrier() {
            var held = heldElsewhere();
            var wrong = transaction(ActionCode.SURRENDER_FOR_DELIVERY, there(IMPORTER), here(BANK));

            assertThat(received(held, envelope(held, 2, wrong))).isInstanceOf(Unacceptable.class);
        }
    }

    @Nested
    class SurrenderingToElsewhere {

        /** The importer's platform: the carrier lives on the other one. */
        private final Bill importers = arrived();

        private Bill arrived() {
            var history = List.of(
                    transaction(ActionCode.ISSUE, here(CARRIER), here(SHIPPER)),
                    transaction(ActionCode.TRANSFER, here(SHIPPER), there(IMPORTER)));
            var verdict = EnvelopeActs.receivedNew(
                    UUID.randomUUID(), "TGTB", toOrderOf(null), envelope(chain(1), history), gateway(), party -> true);
            return ((Accepted) verdict).decision().bill();
        }

        @Test
        void shouldWaitForTheCarriersAnswerAfterTheEnvelopeArrived() {
            var sent = surrendered(importers, IMPORTER);
            assertThat(sent.status()).isEqualTo(BillStatus.PENDING_SURRENDER_FOR_DELIVERY);
            assertThat(sent.due().purpose()).isEqualTo(EnvelopePurpose.SURRENDER);

            var arrived = answered(sent, true);
            assertThat(arrived.status()).isEqualTo(BillStatus.PENDING_SURRENDER_FOR_DELIVERY);
            refused(BillProblem.NOT_YOUR_ACT, () -> acted(arrived, CARRIER, TitleAct.ACCEPT_SURRENDER));
            var notified = received(
                    arrived, envelope(arrived, 3, transaction(ActionCode.SACC, here(CARRIER), there(IMPORTER))));
            assertThat(((Accepted) notified).decision().bill().status()).isEqualTo(BillStatus.SURRENDERED_FOR_DELIVERY);
        }

        @Test
        void shouldReturnToTheHolderWhenTheCarrierRefuses() {
            var sent = surrendered(importers, IMPORTER);
            var notified =
                    received(sent, envelope(sent, 3, transaction(ActionCode.SREJ, here(CARRIER), there(IMPORTER))));
            var bill = ((Accepted) notified).decision().bill();

            assertThat(bill.status()).isEqualTo(BillStatus.ISSUED);
            assertThat(bill.holder()).isEqualTo(there(IMPORTER));
            assertThat(bill.due()).isNull();
        }

        @Test
        void shouldReturnToTheHolderWhenTheEnvelopeIsRefused() {
            var back = answered(surrendered(importers, IMPORTER), false);

            assertThat(back.status()).isEqualTo(BillStatus.ISSUED);
            assertThat(back.holder()).isEqualTo(there(IMPORTER));
        }

        @Test
        void shouldNotBelieveAnybodyButTheCarrierThatItAccepted() {
            var sent = answered(surrendered(importers, IMPORTER), true);
            var forged = transaction(ActionCode.SACC, here(BANK), there(IMPORTER));

            assertThat(received(sent, envelope(sent, 3, forged))).isInstanceOf(Unacceptable.class);
        }
    }
}
