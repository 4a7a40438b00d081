package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.acted;
import static org.tegata.bl.domain.BillFixture.after;
import static org.tegata.bl.domain.BillFixture.chain;
import static org.tegata.bl.domain.BillFixture.decided;
import static org.tegata.bl.domain.BillFixture.draft;
import static org.tegata.bl.domain.BillFixture.envelope;
import static org.tegata.bl.domain.BillFixture.gateway;
import static org.tegata.bl.domain.BillFixture.here;
import static org.tegata.bl.domain.BillFixture.issued;
import static org.tegata.bl.domain.BillFixture.originals;
import static org.tegata.bl.domain.BillFixture.received;
import static org.tegata.bl.domain.BillFixture.statement;
import static org.tegata.bl.domain.BillFixture.straightTo;
import static org.tegata.bl.domain.BillFixture.surrendered;
import static org.tegata.bl.domain.BillFixture.surrenderedForPaper;
import static org.tegata.bl.domain.BillFixture.surrenderedFromElsewhere;
import static org.tegata.bl.domain.BillFixture.there;
import static org.tegata.bl.domain.BillFixture.toOrderOf;
import static org.tegata.bl.domain.BillFixture.transaction;
import static org.tegata.bl.domain.EndorsementTest.refused;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tegata.bl.domain.ChangeOfMedium.Direction;
import org.tegata.bl.domain.EnvelopeVerdict.Accepted;

/** From paper and to paper, and from one bill to the next: never two originals at a time (MLETR art. 16 to 18). */
class ChangingMediumTest {

    private static final String HEAD = "77".repeat(32);
    private static final Instant DAY = Instant.parse("2026-11-21T23:59:59.999Z");
    private static final NamedParty GAVE_UP = new NamedParty("Hanshin Seiki", SHIPPER);

    private final Bill asked = surrenderedForPaper(issued(), SHIPPER);
    private final Bill switched = acted(asked, CARRIER, TitleAct.SWITCH_TO_PAPER);
    private final Bill amended =
            acted(acted(issued(), SHIPPER, TitleAct.SURRENDER_FOR_AMENDMENT), CARRIER, TitleAct.ACCEPT_SURRENDER);

    private static Bill draftOf(Predecessor predecessor) {
        return draft(toOrderOf(SHIPPER).replacing(predecessor));
    }

    private static Bill issue(Bill draft, Integer originals, String place) {
        return after(draft, originals(originals, place, statement(draft, TitleAct.ISSUE, CARRIER)));
    }

    @Nested
    class ToPaper {

        @Test
        void shouldStateTheChangeInTheRecord() {
            var decision = decided(asked, statement(asked, TitleAct.SWITCH_TO_PAPER, CARRIER));

            assertThat(decision.entries()).hasSize(1);
            assertThat(decision.entries().get(0).changeOfMedium())
                    .isEqualTo(new ChangeOfMedium(Direction.TO_PAPER, 3, "Kobe"));
            assertThat(decision.bill().isOnPaper()).isTrue();
            assertThat(decision.bill().switchToPaper().at())
                    .isEqualTo(decision.entries().get(0).recordedAt());
        }

        @ParameterizedTest
        @EnumSource(TitleAct.class)
        void shouldLeaveARecordThatTakesNoAct(TitleAct act) {
            for (var party : List.of(SHIPPER, CARRIER, BANK)) {
                refused(BillProblem.WRONG_STATE, () -> acted(switched, party, act));
            }
        }

        @Test
        void shouldNeedTheNumberOfOriginalsAndThePlace() {
            var bare = statement(asked, TitleAct.SWITCH_TO_PAPER, CARRIER);

            refused(BillProblem.ATTESTATION_MISSING, () -> after(asked, originals(null, null, bare)));
            refused(BillProblem.ATTESTATION_MISSING, () -> after(asked, originals(3, null, bare)));
            refused(BillProblem.ATTESTATION_MISSING, () -> after(asked, originals(null, "Kobe", bare)));
        }

        @Test
        void shouldBeDoneOnlyWhenTheHolderHasAskedForPaper() {
            var forAmendment = acted(issued(), SHIPPER, TitleAct.SURRENDER_FOR_AMENDMENT);

            refused(BillProblem.PAPER_NOT_ASKED, () -> acted(forAmendment, CARRIER, TitleAct.SWITCH_TO_PAPER));
            refused(BillProblem.PAPER_ASKED, () -> acted(asked, CARRIER, TitleAct.ACCEPT_SURRENDER));
            refused(
                    BillProblem.WRONG_STATE,
                    () -> acted(surrendered(issued(), SHIPPER), CARRIER, TitleAct.SWITCH_TO_PAPER));
            assertThat(acted(asked, CARRIER, TitleAct.REFUSE_SURRENDER).holder().is(SHIPPER))
                    .isTrue();
        }

        @Test
        void shouldBeToldToThePlatformThatAsked() {
            var held = BillFixture.heldElsewhere();
            var surrender = surrenderedFromElsewhere(held, ActionCode.SURRENDER_FOR_AMENDMENT);

            assertThat(acted(surrender, CARRIER, TitleAct.ACCEPT_SURRENDER)
                            .due()
                            .purpose())
                    .isEqualTo(EnvelopePurpose.NOTIFICATION);
        }
    }

    @Nested
    class FromPaper {

        private final Predecessor outside = Predecessor.paperFromOutside(GAVE_UP);

        @Test
        void shouldNotBeIssuedWithoutAttestingThatAllOriginalsAreCancelled() {
            refused(BillProblem.ATTESTATION_MISSING, () -> acted(draftOf(outside), CARRIER, TitleAct.ISSUE));
            refused(BillProblem.ATTESTATION_MISSING, () -> issue(draftOf(outside), 3, null));

            var issued = issue(draftOf(outside), 3, "Kobe");
            assertThat(issued.changesOfMedium())
                    .extracting(Bill.DatedChange::change)
                    .containsExactly(new ChangeOfMedium(Direction.FROM_PAPER, 3, "Kobe"));
            assertThat(issued.isOnPaper()).isFalse();
            assertThat(issued.holder().is(SHIPPER)).isTrue();
        }

        @Test
        void shouldCountTheOriginalsThatThisRegisterIssued() {
            var back = draftOf(Predecessor.of(new BillAtHead(switched, HEAD), CARRIER, GAVE_UP));

            refused(BillProblem.ATTESTATION_MISSING, () -> issue(back, 2, "Kobe"));
            refused(BillProblem.ATTESTATION_MISSING, () -> issue(back, 4, "Kobe"));
            assertThat(issue(back, 3, "Hamburg").status()).isEqualTo(BillStatus.ISSUED);
        }

        /** Before there was SWITCH_TO_PAPER, a surrender for paper was simply accepted. */
        @Test
        void shouldNotComeBackByAnAmendmentWhenAnOldRecordSaysNothingOfTheOriginals() {
            var accepted = transaction(ActionCode.SACC, here(CARRIER), here(SHIPPER));
            var entry = new RegisterEntry(
                    asked.id(),
                    asked.version() + 1,
                    BillAct.ACCEPT_SURRENDER,
                    DAY,
                    CARRIER,
                    "clerk",
                    List.of(accepted),
                    null,
                    null,
                    null,
                    null,
                    null);
            var old = new BillAtHead(asked.after(entry), HEAD);

            refused(BillProblem.BILL_WITHOUT_HOLDER, () -> Predecessor.of(old, CARRIER, null));
            var back = draftOf(Predecessor.of(old, CARRIER, GAVE_UP));
            refused(BillProblem.ATTESTATION_MISSING, () -> issue(back, null, null));
            assertThat(issue(back, 2, "Hamburg").status()).isEqualTo(BillStatus.ISSUED);
        }

        /** Who was handed paper does not come to the goods by that. */
        @Test
        void shouldNotEntitleWhoeverHandedInThePaper() {
            var forwarder = Predecessor.paperFromOutside(new NamedParty("Bank", BANK));
            for (var terms : List.of(toOrderOf(SHIPPER), straightTo(IMPORTER))) {
                var issued = issue(draft(terms.replacing(forwarder)), 3, "Kobe");

                refused(BillProblem.NOT_ENTITLED, () -> surrendered(issued, BANK));
                assertThat(acted(issued, BANK, TitleAct.SURRENDER_FOR_AMENDMENT).status())
                        .isEqualTo(BillStatus.PENDING_SURRENDER_FOR_AMENDMENT);
            }
            assertThat(surrendered(issue(draftOf(outside), 3, "Kobe"), SHIPPER).status())
                    .isEqualTo(BillStatus.PENDING_SURRENDER_FOR_DELIVERY);
        }

        @Test
        void shouldNotBeAttestedOfABillThatWasNeverOnPaper() {
            var amendment = draftOf(Predecessor.of(new BillAtHead(amended, HEAD), CARRIER, null));

            for (var draft : List.of(draft(toOrderOf(SHIPPER)), amendment)) {
                refused(BillProblem.ATTESTATION_MISSING, () -> issue(draft, 3, "Kobe"));
                refused(BillProblem.ATTESTATION_MISSING, () -> issue(draft, 3, null));
                assertThat(issue(draft, null, "Kobe").changesOfMedium()).isEmpty();
            }
        }

        @Test
        void shouldGoToPaperAgainWithBothChangesInTheRecord() {
            var issued = issue(draftOf(outside), 1, "Kobe");
            var again = acted(surrenderedForPaper(issued, SHIPPER), CARRIER, TitleAct.SWITCH_TO_PAPER);

            assertThat(again.changesOfMedium())
                    .extracting(changed -> changed.change().direction())
                    .containsExactly(Direction.FROM_PAPER, Direction.TO_PAPER);
            assertThat(again.isOnPaper()).isTrue();
        }
    }

    @Nested
    class Replacing {

        @Test
        void shouldSayWhy() {
            assertThat(Predecessor.of(new BillAtHead(amended, HEAD), CARRIER, null))
                    .isEqualTo(new Predecessor(Predecessor.Because.AMENDED, amended.id(), HEAD, null, GAVE_UP));
            assertThat(Predecessor.of(new BillAtHead(switched, HEAD), CARRIER, GAVE_UP))
                    .isEqualTo(new Predecessor(Predecessor.Because.FROM_PAPER, switched.id(), HEAD, 3, GAVE_UP));
        }

        @Test
        void shouldBeIssuedToWhoeverGaveUpTheOldBillAndToNobodyElse() {
            var bank = new NamedParty("Bank", BANK);

            refused(
                    BillProblem.BILL_WITHOUT_HOLDER,
                    () -> Predecessor.of(new BillAtHead(amended, HEAD), CARRIER, bank));
            refused(
                    BillProblem.BILL_WITHOUT_HOLDER,
                    () -> Predecessor.of(new BillAtHead(switched, HEAD), CARRIER, null));
            refused(BillProblem.BILL_WITHOUT_HOLDER, () -> Predecessor.paperFromOutside(null));
            assertThat(issue(draftOf(Predecessor.paperFromOutside(bank)), 1, "Kobe")
                            .holder()
                            .is(BANK))
                    .isTrue();
        }

        @Test
        void shouldBeTheCarriersOfTheOldBillAlone() {
            refused(BillProblem.NOT_YOUR_ACT, () -> Predecessor.of(new BillAtHead(amended, HEAD), SHIPPER, null));
        }

        @Test
        void shouldBeDoneWhereTheBillWasIssued() {
            var issue = transaction(ActionCode.ISSUE, there(CARRIER), here(SHIPPER));
            var arrived = EnvelopeActs.receivedNew(
                    UUID.randomUUID(),
                    "TGTA",
                    toOrderOf(SHIPPER),
                    envelope(chain(1), List.of(issue)),
                    gateway(),
                    any -> true);
            var sent = surrenderedForPaper(((Accepted) arrived).decision().bill(), SHIPPER);
            var accepted = transaction(ActionCode.SACC, there(CARRIER), here(SHIPPER));
            var answer = received(sent, envelope(sent, 3, accepted));
            var closed = ((Accepted) answer).decision().bill();

            assertThat(closed.status()).isEqualTo(BillStatus.SURRENDERED_FOR_AMENDMENT);
            assertThat(closed.isOnPaper()).isTrue();
            refused(BillProblem.NOT_REPLACEABLE, () -> Predecessor.of(new BillAtHead(closed, HEAD), CARRIER, null));
        }

        @Test
        void shouldBeRefusedUnlessTheBillWasGivenUpForIt() {
            for (var situation : Situation.all()) {
                if (situation.bill().status() != BillStatus.SURRENDERED_FOR_AMENDMENT) {
                    refused(
                            BillProblem.NOT_REPLACEABLE,
                            () -> Predecessor.of(new BillAtHead(situation.bill(), HEAD), CARRIER, null));
                }
            }
        }
    }

    @Test
    void shouldBeSaidInOneSentence() {
        assertThat(new ChangeOfMedium(Direction.TO_PAPER, 3, "Kobe").statement(DAY, DocumentKind.BILL_OF_LADING))
                .isEqualTo("On 2026-11-21 at Kobe this electronic bill of lading was replaced by 3 paper originals"
                        + " and ceased to have effect.");
        assertThat(new ChangeOfMedium(Direction.FROM_PAPER, 1, "Kobe").statement(DAY, DocumentKind.BILL_OF_LADING))
                .isEqualTo("On 2026-11-21 this electronic bill of lading replaced 1 paper original,"
                        + " cancelled at Kobe, which ceased to have effect.");
        assertThat(new ChangeOfMedium(Direction.FROM_PAPER, 3, "神戸")
                        .statementInJapanese(DAY, DocumentKind.BILL_OF_LADING))
                .isEqualTo("2026年11月21日（協定世界時）、書面の船荷証券（原本3通）は神戸においてすべて無効とされて効力を失い、" + "本電子船荷証券記録に転換された。");
        assertThat(new ChangeOfMedium(Direction.TO_PAPER, 3, "神戸")
                        .statementInJapanese(DAY, DocumentKind.BILL_OF_LADING))
                .isEqualTo("2026年11月21日（協定世界時）、神戸において、本電子船荷証券記録は書面の船荷証券（原本3通）に転換され、" + "その効力を失った。");
    }
}
