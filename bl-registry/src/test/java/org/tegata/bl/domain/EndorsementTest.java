package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.ISSUING_BANK;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.acted;
import static org.tegata.bl.domain.BillFixture.by;
import static org.tegata.bl.domain.BillFixture.endorsed;
import static org.tegata.bl.domain.BillFixture.here;
import static org.tegata.bl.domain.BillFixture.inTransit;
import static org.tegata.bl.domain.BillFixture.issued;
import static org.tegata.bl.domain.BillFixture.straightTo;
import static org.tegata.bl.domain.BillFixture.surrendered;
import static org.tegata.bl.domain.BillFixture.toOrderOf;
import static org.tegata.bl.domain.BillFixture.transferred;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;

/** Who may endorse, hand over and claim, for each way a bill can be made out (DCSA PINT 3.0.0; MLETR art. 15). */
class EndorsementTest {

    @Test
    void shouldMakeTheShipperTheFirstHolder() {
        var bill = issued();

        assertThat(bill.holder()).isEqualTo(ChainParty.of(SHIPPER, "Hanshin Seiki", "TGTA"));
        assertThat(bill.title().firstHolder()).isTrue();
        assertThat(bill.version()).isEqualTo(2);
    }

    @Nested
    class ToOrder {

        @Test
        void shouldKeepPossessionWhereItIsWhenEndorsed() {
            var bill = endorsed(issued(), SHIPPER, ActionCode.ENDORSE_TO_ORDER, BANK);

            assertThat(bill.holder().is(SHIPPER)).isTrue();
            assertThat(bill.title().endorsee().party()).isEqualTo(BANK.toString());
        }

        @Test
        void shouldLetTheEndorseeEndorseOnAfterEndorseToOrder() {
            var bill = transferred(endorsed(issued(), SHIPPER, ActionCode.ENDORSE_TO_ORDER, BANK), SHIPPER, BANK);

            assertThat(endorsed(bill, BANK, ActionCode.ENDORSE, ISSUING_BANK)
                            .title()
                            .endorsee()
                            .party())
                    .isEqualTo(ISSUING_BANK.toString());
        }

        @Test
        void shouldEndTheOrderAfterEndorse() {
            var bill = transferred(endorsed(issued(), SHIPPER, ActionCode.ENDORSE, BANK), SHIPPER, BANK);

            refused(BillProblem.ENDORSEMENT_ENDS_HERE, () -> endorsed(bill, BANK, ActionCode.ENDORSE, IMPORTER));
            refused(BillProblem.ENDORSEMENT_ENDS_HERE, () -> endorsed(bill, BANK, ActionCode.BLANK_ENDORSE, null));
            assertThat(surrendered(bill, BANK).status()).isEqualTo(BillStatus.PENDING_SURRENDER_FOR_DELIVERY);
        }

        @Test
        void shouldNotLetAPossessorEndorseWhoIsNotTheEndorsee() {
            var bill = transferred(endorsed(issued(), SHIPPER, ActionCode.ENDORSE, IMPORTER), SHIPPER, BANK);

            refused(BillProblem.NOT_ENTITLED, () -> endorsed(bill, BANK, ActionCode.ENDORSE, BANK));
            refused(BillProblem.NOT_ENTITLED, () -> surrendered(bill, BANK));
        }

        @Test
        void shouldLetAPossessorHandOverThoughItIsNotTheEndorsee() {
            var bill = transferred(endorsed(issued(), SHIPPER, ActionCode.ENDORSE, IMPORTER), SHIPPER, BANK);

            assertThat(transferred(bill, BANK, ISSUING_BANK).holder().is(ISSUING_BANK))
                    .isTrue();
        }

        @Test
        void shouldNotLetAnEndorseeActWithoutPossession() {
            var bill = endorsed(issued(), SHIPPER, ActionCode.ENDORSE_TO_ORDER, BANK);

            refused(BillProblem.NOT_YOUR_ACT, () -> endorsed(bill, BANK, ActionCode.ENDORSE, IMPORTER));
            refused(BillProblem.NOT_YOUR_ACT, () -> transferred(bill, BANK, IMPORTER));
            refused(BillProblem.NOT_YOUR_ACT, () -> surrendered(bill, BANK));
        }

        @Test
        void shouldNameTheFirstEndorseeByItsOwnName() {
            assertThat(issued().title().endorsee().partyName()).isEqualTo("Hanshin Seiki");
        }

        @Test
        void shouldFollowTheDocumentWhenItNamesABankAsItsOrder() {
            var bill = issued(toOrderOf(BANK));

            refused(BillProblem.NOT_ENTITLED, () -> endorsed(bill, SHIPPER, ActionCode.ENDORSE, IMPORTER));
            var atBank = transferred(bill, SHIPPER, BANK);
            assertThat(endorsed(atBank, BANK, ActionCode.ENDORSE, IMPORTER)
                            .title()
                            .endorsee()
                            .mayEndorse())
                    .isFalse();
        }
    }

    @Nested
    class Blank {

        @Test
        void shouldEntitleWhoeverPossessesIt() {
            var bill = endorsed(issued(), SHIPPER, ActionCode.BLANK_ENDORSE, null);
            bill = transferred(transferred(bill, SHIPPER, BANK), BANK, ISSUING_BANK);

            assertThat(bill.title().endorsee()).isNull();
            assertThat(surrendered(bill, ISSUING_BANK).status()).isEqualTo(BillStatus.PENDING_SURRENDER_FOR_DELIVERY);
        }

        @Test
        void shouldTurnIntoABillToOrderByANamedEndorsement() {
            var bill = transferred(issued(toOrderOf(null)), SHIPPER, BANK);
            var named = endorsed(bill, BANK, ActionCode.ENDORSE_TO_ORDER, ISSUING_BANK);

            assertThat(named.title().endorsee().party()).isEqualTo(ISSUING_BANK.toString());
            refused(BillProblem.NOT_ENTITLED, () -> surrendered(named, BANK));
        }

        @Test
        void shouldNameNobody() {
            refused(BillProblem.PARTY_MISSING, () -> endorsed(issued(), SHIPPER, ActionCode.BLANK_ENDORSE, BANK));
            refused(BillProblem.PARTY_MISSING, () -> endorsed(issued(), SHIPPER, ActionCode.ENDORSE, null));
        }
    }

    @Nested
    class Straight {

        private final Bill bill = issued(straightTo(IMPORTER));

        @Test
        void shouldNeverBeEndorsed() {
            refused(BillProblem.NOT_NEGOTIABLE, () -> endorsed(bill, SHIPPER, ActionCode.ENDORSE, BANK));
            refused(BillProblem.NOT_NEGOTIABLE, () -> endorsed(bill, SHIPPER, ActionCode.BLANK_ENDORSE, null));
        }

        @Test
        void shouldBeClaimedByTheNamedConsigneeOnly() {
            var atBank = transferred(bill, SHIPPER, BANK);

            refused(BillProblem.NOT_ENTITLED, () -> surrendered(atBank, BANK));
            assertThat(surrendered(transferred(atBank, BANK, IMPORTER), IMPORTER)
                            .title()
                            .surrender())
                    .isNotNull();
        }

        @Test
        void shouldBeGivenBackByTheFirstHolder() {
            assertThat(surrendered(bill, SHIPPER).status()).isEqualTo(BillStatus.PENDING_SURRENDER_FOR_DELIVERY);
        }
    }

    @Nested
    class Voiding {

        @Test
        void shouldEndABillThatHasNotLeftItsFirstHolder() {
            var voided = acted(issued(), CARRIER, TitleAct.VOID);

            assertThat(voided.status()).isEqualTo(BillStatus.VOIDED);
            assertThat(voided.holder()).isNull();
        }

        @Test
        void shouldComeTooLateAfterATransferOrAnEndorsement() {
            var moved = transferred(issued(), SHIPPER, BANK);
            var endorsed = endorsed(issued(), SHIPPER, ActionCode.ENDORSE, BANK);

            refused(BillProblem.ALREADY_TRANSFERRED, () -> acted(moved, CARRIER, TitleAct.VOID));
            refused(BillProblem.ALREADY_TRANSFERRED, () -> acted(endorsed, CARRIER, TitleAct.VOID));
        }
    }

    @Nested
    class Drafting {

        @Test
        void shouldBeTheCarriersAlone() {
            refused(
                    BillProblem.NOT_YOUR_ACT,
                    () -> CarrierActs.draft(UUID.randomUUID(), "TGTA", toOrderOf(SHIPPER), by(SHIPPER)));
        }

        @Test
        void shouldNeedAHolderWhoCanBeIdentified() {
            var good = toOrderOf(SHIPPER);
            var nobody = new BillTerms(
                    "X1",
                    "00".repeat(32),
                    null,
                    null,
                    good.carrier(),
                    new NamedParty("Somebody", null),
                    null,
                    true,
                    null,
                    DocumentKind.BILL_OF_LADING);
            var straight = new BillTerms(
                    "X2",
                    "00".repeat(32),
                    null,
                    null,
                    good.carrier(),
                    good.shipper(),
                    null,
                    false,
                    null,
                    DocumentKind.BILL_OF_LADING);

            refused(BillProblem.BILL_WITHOUT_HOLDER, () -> draft(nobody));
            refused(BillProblem.BILL_WITHOUT_HOLDER, () -> draft(straight));
        }

        private void draft(BillTerms terms) {
            CarrierActs.draft(UUID.randomUUID(), "TGTA", terms, by(CARRIER));
        }
    }

    @Test
    void shouldNotBeHandedToWhoeverHoldsIt() {
        refused(BillProblem.RECIPIENT_IS_HOLDER, () -> transferred(issued(), SHIPPER, SHIPPER));
    }

    @Test
    void shouldMoveToTheHoldersOwnAccountOnAnotherPlatform() {
        assertThat(inTransit(issued(), SHIPPER, SHIPPER).status()).isEqualTo(BillStatus.IN_TRANSIT);
    }

    @Test
    void shouldRefuseEveryActOfEveryWrongParty() {
        var bill = transferred(issued(), SHIPPER, BANK);

        for (PartyId wrong : new PartyId[] {SHIPPER, CARRIER, ISSUING_BANK, BillFixture.STRANGER}) {
            refused(BillProblem.NOT_YOUR_ACT, () -> transferred(bill, wrong, IMPORTER));
            refused(BillProblem.NOT_YOUR_ACT, () -> endorsed(bill, wrong, ActionCode.ENDORSE, IMPORTER));
            refused(BillProblem.NOT_YOUR_ACT, () -> surrendered(bill, wrong));
        }
        var pending = surrendered(issued(), SHIPPER);
        for (PartyId wrong : new PartyId[] {SHIPPER, BANK, BillFixture.STRANGER}) {
            refused(BillProblem.NOT_YOUR_ACT, () -> acted(pending, wrong, TitleAct.ACCEPT_SURRENDER));
            refused(BillProblem.NOT_YOUR_ACT, () -> acted(pending, wrong, TitleAct.REFUSE_SURRENDER));
            refused(BillProblem.NOT_YOUR_ACT, () -> acted(issued(), wrong, TitleAct.VOID));
        }
        assertThat(here(BANK).isAt("TGTA")).isTrue();
    }

    @Test
    void shouldNotDecideOnAStatementOfAnotherBillOrParty() {
        var bill = issued();
        var ofAnotherBill = BillFixture.statement(issued(), TitleAct.SIGN, SHIPPER);
        var ofAnotherParty = BillFixture.statement(bill, TitleAct.SIGN, SHIPPER);

        assertThatIllegalArgumentException().isThrownBy(() -> BillFixture.decided(bill, ofAnotherBill));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Acts.decide(bill, ofAnotherParty, by(BANK), BillFixture.EVERYBODY_KNOWN, UUID.randomUUID()));
    }

    @Test
    void shouldLetTheConsigneeReadFromIssueOn() {
        var draft = BillFixture.draft(straightTo(IMPORTER));
        var issue = BillFixture.decided(draft, BillFixture.statement(draft, TitleAct.ISSUE, CARRIER));

        assertThat(draft.isParty(IMPORTER)).isFalse();
        assertThat(issue.readers()).contains(IMPORTER.toString());
        assertThat(issue.bill().isParty(IMPORTER)).isTrue();
    }

    static void refused(BillProblem why, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.type()).isEqualTo(why));
    }
}
