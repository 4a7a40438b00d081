package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.HERE;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.STRANGER;
import static org.tegata.bl.domain.BillFixture.acted;
import static org.tegata.bl.domain.BillFixture.after;
import static org.tegata.bl.domain.BillFixture.by;
import static org.tegata.bl.domain.BillFixture.chain;
import static org.tegata.bl.domain.BillFixture.draft;
import static org.tegata.bl.domain.BillFixture.envelope;
import static org.tegata.bl.domain.BillFixture.gateway;
import static org.tegata.bl.domain.BillFixture.here;
import static org.tegata.bl.domain.BillFixture.inTransit;
import static org.tegata.bl.domain.BillFixture.issued;
import static org.tegata.bl.domain.BillFixture.originals;
import static org.tegata.bl.domain.BillFixture.received;
import static org.tegata.bl.domain.BillFixture.seaWaybillTo;
import static org.tegata.bl.domain.BillFixture.statement;
import static org.tegata.bl.domain.BillFixture.straightTo;
import static org.tegata.bl.domain.BillFixture.surrenderedForPaper;
import static org.tegata.bl.domain.BillFixture.there;
import static org.tegata.bl.domain.BillFixture.toOrderOf;
import static org.tegata.bl.domain.BillFixture.transaction;
import static org.tegata.bl.domain.EndorsementTest.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.ChangeOfMedium.Direction;
import org.tegata.bl.domain.EnvelopeVerdict.Accepted;
import org.tegata.bl.domain.EnvelopeVerdict.Disputed;
import org.tegata.bl.domain.EnvelopeVerdict.Unacceptable;

/** A sea waybill is no document of title: nothing of it passes on, whoever says so and from wherever. */
class SeaWaybillTest {

    private static final String HEAD = "77".repeat(32);
    private static final Instant DAY = Instant.parse("2026-11-21T10:00:00Z");

    private final Bill waybill = issued(seaWaybillTo(IMPORTER));

    private static BillTerms terms(NamedParty consignee, boolean toOrder) {
        var good = seaWaybillTo(IMPORTER);
        return new BillTerms(
                "W1",
                "00".repeat(32),
                null,
                null,
                good.carrier(),
                good.shipper(),
                consignee,
                toOrder,
                null,
                DocumentKind.SEA_WAYBILL);
    }

    private static EnvelopeVerdict arrives(BillTerms terms, Transaction... transactions) {
        return EnvelopeActs.receivedNew(
                UUID.randomUUID(), HERE, terms, envelope(chain(1), List.of(transactions)), gateway(), any -> true);
    }

    private static void heldBy(PartyId party, Bill bill) {
        assertThat(bill.holder().is(party)).as("%s", bill.holder()).isTrue();
    }

    private static Bill bill(EnvelopeVerdict verdict) {
        return ((Accepted) verdict).decision().bill();
    }

    @Nested
    class Here {

        @ParameterizedTest
        @EnumSource(
                value = TitleAct.class,
                names = {"TRANSFER", "ENDORSE", "ENDORSE_TO_ORDER", "BLANK_ENDORSE", "PLEDGE", "SURRENDER_FOR_DELIVERY"
                })
        void shouldTellWhoeverHoldsItThatItIsNotNegotiable(TitleAct act) {
            refused(BillProblem.NOT_NEGOTIABLE, () -> acted(waybill, SHIPPER, act));
            assertThat(Permission.refusal(waybill, act, SHIPPER).orElseThrow().detail())
                    .contains("sea waybill", "document of title");
            refused(BillProblem.NOT_YOUR_ACT, () -> acted(waybill, IMPORTER, act));
            refused(BillProblem.WRONG_STATE, () -> acted(draft(seaWaybillTo(IMPORTER)), SHIPPER, act));
        }

        @Test
        void shouldNotLeaveForAnotherPlatform() {
            refused(BillProblem.NOT_NEGOTIABLE, () -> inTransit(waybill, SHIPPER, IMPORTER));
        }

        /** Also when the question who may is not asked: no record can say that title has passed. */
        @Test
        void shouldHaveNoRecordThatSaysOtherwise() {
            for (var code : ActionCode.values()) {
                boolean surrender = code.isSurrender();
                var to = code == ActionCode.BLANK_ENDORSE ? null : here(surrender ? CARRIER : IMPORTER);
                var next = transaction(code, here(SHIPPER), to);
                if (code == ActionCode.SIGN || code == ActionCode.SURRENDER_FOR_AMENDMENT) {
                    assertThat(waybill.title().after(next).terms()).isEqualTo(waybill.terms());
                } else {
                    refused(BillProblem.CHAIN_RULE_BROKEN, () -> waybill.title().after(next));
                }
            }
        }

        @Test
        void shouldStayWithWhoeverItWasIssuedToUntilItsCarrierVoidsIt() {
            var signed = acted(waybill, SHIPPER, TitleAct.SIGN);

            heldBy(SHIPPER, signed);
            assertThat(acted(signed, CARRIER, TitleAct.VOID).holder()).isNull();
            assertThat(acted(draft(seaWaybillTo(IMPORTER)), CARRIER, TitleAct.VOID)
                            .status())
                    .isEqualTo(BillStatus.VOIDED);
        }

        @Test
        void shouldBeReadByItsPartiesTheConsigneeOnceItIsIssued() {
            var draft = draft(seaWaybillTo(IMPORTER));

            assertThat(draft.isParty(IMPORTER)).isFalse();
            for (var party : List.of(CARRIER, SHIPPER, IMPORTER)) {
                assertThat(waybill.isParty(party)).isTrue();
            }
            assertThat(waybill.isParty(STRANGER)).isFalse();
        }
    }

    @Nested
    class Drafting {

        @Test
        void shouldNeedAConsigneeWithANameButNoCode() {
            refused(BillProblem.BILL_WITHOUT_HOLDER, () -> draft(terms(null, false)));
            refused(BillProblem.BILL_WITHOUT_HOLDER, () -> draft(terms(new NamedParty(" ", IMPORTER), false)));
            heldBy(SHIPPER, issued(terms(new NamedParty("Nordimport", null), false)));
        }

        @Test
        void shouldNeverBeToOrder() {
            assertThatThrownBy(() -> terms(new NamedParty("Nordimport", IMPORTER), true))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void shouldBeTheCarriersAlone() {
            refused(
                    BillProblem.NOT_YOUR_ACT,
                    () -> CarrierActs.draft(UUID.randomUUID(), HERE, seaWaybillTo(IMPORTER), by(SHIPPER)));
        }
    }

    /** The right of control: the shipper has the carrier change it, as long as the carrier agrees. */
    @Nested
    class Amending {

        private Bill givenUp(Bill bill) {
            return acted(acted(bill, SHIPPER, TitleAct.SURRENDER_FOR_AMENDMENT), CARRIER, TitleAct.ACCEPT_SURRENDER);
        }

        @Test
        void shouldComeBackWhenTheCarrierRefuses() {
            var asked = acted(waybill, SHIPPER, TitleAct.SURRENDER_FOR_AMENDMENT);

            heldBy(CARRIER, asked);
            heldBy(SHIPPER, acted(asked, CARRIER, TitleAct.REFUSE_SURRENDER));
            refused(BillProblem.NOT_YOUR_ACT, () -> acted(waybill, IMPORTER, TitleAct.SURRENDER_FOR_AMENDMENT));
        }

        @Test
        void shouldBeReplacedByEitherKindAndReplaceEither() {
            for (var old : List.of(waybill, issued(toOrderOf(SHIPPER)))) {
                var because = Predecessor.of(new BillAtHead(givenUp(old), HEAD), CARRIER, null);
                for (var terms : List.of(seaWaybillTo(BANK), toOrderOf(SHIPPER))) {
                    var replaced = acted(draft(terms.replacing(because)), CARRIER, TitleAct.ISSUE);

                    assertThat(replaced.terms().kind()).isEqualTo(terms.kind());
                    heldBy(SHIPPER, replaced);
                }
            }
        }

        @Test
        void shouldGoToPaperAndComeBackAndSaySo() {
            var asked = surrenderedForPaper(waybill, SHIPPER);
            refused(BillProblem.PAPER_ASKED, () -> acted(asked, CARRIER, TitleAct.ACCEPT_SURRENDER));
            var paper = acted(asked, CARRIER, TitleAct.SWITCH_TO_PAPER);
            assertThat(paper.isOnPaper()).isTrue();

            var shipper = new NamedParty("Hanshin Seiki", SHIPPER);
            var because = Predecessor.of(new BillAtHead(paper, HEAD), CARRIER, shipper);
            var back = draft(seaWaybillTo(IMPORTER).replacing(because));
            refused(BillProblem.ATTESTATION_MISSING, () -> acted(back, CARRIER, TitleAct.ISSUE));
            var issue = originals(3, "Kobe", statement(back, TitleAct.ISSUE, CARRIER));
            heldBy(SHIPPER, after(back, issue));
        }

        @Test
        void shouldNotBeCalledABillOfLadingInWhatIsStated() {
            var change = new ChangeOfMedium(Direction.TO_PAPER, 1, "Kobe");
            var back = new ChangeOfMedium(Direction.FROM_PAPER, 1, "Kobe");

            assertThat(change.statement(DAY, DocumentKind.SEA_WAYBILL))
                    .isEqualTo("On 2026-11-21 at Kobe this electronic sea waybill was replaced by 1 paper original"
                            + " and ceased to have effect.");
            assertThat(change.statementInJapanese(DAY, DocumentKind.SEA_WAYBILL))
                    .contains("本電子海上運送状", "書面の海上運送状")
                    .doesNotContain("船荷証券");
            assertThat(back.statement(DAY, DocumentKind.SEA_WAYBILL)).contains("this electronic sea waybill replaced");
            assertThat(back.statementInJapanese(DAY, DocumentKind.SEA_WAYBILL))
                    .contains("本電子海上運送状", "書面の海上運送状")
                    .doesNotContain("船荷証券");
        }
    }

    /** PINT moves bills; of a sea waybill nothing moves but its issue to a shipper who lives on another platform. */
    @Nested
    class FromElsewhere {

        private final Transaction issueHere = transaction(ActionCode.ISSUE, there(CARRIER), here(SHIPPER));
        private final Transaction issueThere = transaction(ActionCode.ISSUE, there(CARRIER), there(SHIPPER));
        private final Transaction blank = transaction(ActionCode.BLANK_ENDORSE, there(SHIPPER), null);
        private final Transaction transfer = transaction(ActionCode.TRANSFER, there(SHIPPER), here(IMPORTER));

        @Test
        void shouldBeTakenWhenItIsIssuedToAPartyOfThisPlatform() {
            var arrived = bill(arrives(seaWaybillTo(IMPORTER), issueHere));

            heldBy(SHIPPER, arrived);
            assertThat(arrived.status()).isEqualTo(BillStatus.ISSUED);
            refused(BillProblem.NOT_NEGOTIABLE, () -> acted(arrived, SHIPPER, TitleAct.TRANSFER));
            refused(BillProblem.NOT_NEGOTIABLE, () -> acted(arrived, SHIPPER, TitleAct.SURRENDER_FOR_DELIVERY));
        }

        @Test
        void shouldNotBeTakenWhenItIsSaidToHaveBeenPassedOn() {
            for (var passedOn : List.of(List.of(issueThere, transfer), List.of(issueThere, blank, transfer))) {
                var verdict = arrives(seaWaybillTo(IMPORTER), passedOn.toArray(Transaction[]::new));

                assertThat(verdict)
                        .isInstanceOfSatisfying(
                                Unacceptable.class,
                                no -> assertThat(no.reason()).contains("no document of title"));
            }
            // the same of a straight bill is an ordinary transfer
            assertThat(arrives(straightTo(IMPORTER), issueThere, transfer)).isInstanceOf(Accepted.class);
        }

        @Test
        void shouldNotMoveBecauseAnotherPlatformSaysThatItHasIt() {
            var said = transaction(ActionCode.TRANSFER, there(IMPORTER), here(BANK));
            var claimed = transaction(ActionCode.SURRENDER_FOR_DELIVERY, there(SHIPPER), here(CARRIER));

            for (var news : List.of(said, claimed)) {
                assertThat(received(waybill, envelope(waybill, 1, news))).isInstanceOf(Disputed.class);
            }
        }

        @Test
        void shouldBeGivenBackToACarrierElsewhereForAmendment() {
            var arrived = bill(arrives(seaWaybillTo(IMPORTER), issueHere));
            var sent = acted(arrived, SHIPPER, TitleAct.SURRENDER_FOR_AMENDMENT);
            var no = transaction(ActionCode.SREJ, there(CARRIER), here(SHIPPER));
            var yes = transaction(ActionCode.SACC, there(CARRIER), here(SHIPPER));

            assertThat(sent.due().recipientPlatform()).isEqualTo(BillFixture.THERE);
            heldBy(SHIPPER, bill(received(sent, envelope(sent, 3, no))));
            assertThat(bill(received(sent, envelope(sent, 3, yes))).status())
                    .isEqualTo(BillStatus.SURRENDERED_FOR_AMENDMENT);
        }

        /** Any chain at all: what is taken has never left the party that it was issued to. */
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 20261121})
        void shouldTakeNoChainInWhichItHasPassedOn(long seed) {
            var random = new Random(seed);
            var parties = List.of(SHIPPER, CARRIER, BANK, IMPORTER);
            int taken = 0;
            for (int i = 0; i < 4000; i++) {
                var transactions = new ArrayList<Transaction>();
                transactions.add(random.nextInt(3) == 0 ? issueHere : issueThere);
                for (int more = random.nextInt(4); more > 0; more--) {
                    var code = ActionCode.values()[random.nextInt(ActionCode.values().length)];
                    var actor = there(parties.get(random.nextInt(4)));
                    var to = parties.get(random.nextInt(4));
                    transactions.add(transaction(code, actor, random.nextBoolean() ? here(to) : there(to)));
                }
                var verdict = arrives(seaWaybillTo(IMPORTER), transactions.toArray(Transaction[]::new));
                if (verdict instanceof Accepted accepted) {
                    taken++;
                    assertThat(accepted.decision().bill().transactions())
                            .as("seed %d, chain %d", seed, i)
                            .extracting(Transaction::actionCode)
                            .allMatch(Set.of(ActionCode.ISSUE)::contains);
                }
            }
            assertThat(taken)
                    .as("seed %d: a test that takes none proves nothing", seed)
                    .isPositive();
        }
    }
}
