package org.tegata.lc.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tegata.lc.CreditFixture.CLOCK;
import static org.tegata.lc.CreditFixture.CONFIRMING_BANK;
import static org.tegata.lc.CreditFixture.DIGEST;
import static org.tegata.lc.CreditFixture.ISSUING_BANK;
import static org.tegata.lc.CreditFixture.SHIPPER;
import static org.tegata.lc.CreditFixture.euro;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.lc.CreditFixture;
import org.tegata.lc.domain.Presentation.Disposal;
import org.tegata.lc.domain.Presentation.DocumentReference;
import org.tegata.problem.ProblemType;
import org.tegata.problem.Rejected;

/** What may be drawn never exceeds what there is (UCP 600 art. 18(b)), whatever is tried in whatever order. */
class DrawingUnderACreditTest {

    private static final Examination COMPLIES = new Examination("test", CLOCK.instant(), List.of());

    @Test
    void shouldSetAsideWhatCompliesBeforeItIsHonoured() {
        var credit = presented(CreditFixture.aConfirmedCredit(), 1, "100000.00");

        var examined = credit.examine(CONFIRMING_BANK, credit.version(), id(1), COMPLIES)
                .credit();

        assertThat(examined.available()).isEqualTo(euro("150000.00"));
        assertThat(examined.honouredSoFar()).isEqualTo(euro("0"));
        var honoured = examined.honour(CONFIRMING_BANK, examined.version(), id(1), CLOCK.instant())
                .credit();
        assertThat(honoured.available()).isEqualTo(euro("150000.00"));
        assertThat(honoured.honouredSoFar()).isEqualTo(euro("100000.00"));
        assertThat(honoured.status()).isEqualTo(CreditStatus.ADVISED);
    }

    @Test
    void shouldRefuseToFindComplyingWhatIsMoreThanIsLeft() {
        var credit = presented(presented(CreditFixture.aConfirmedCredit(), 1, "200000.00"), 2, "50000.01");
        var first = credit.examine(CONFIRMING_BANK, credit.version(), id(1), COMPLIES)
                .credit();

        assertRejected(
                () -> first.examine(CONFIRMING_BANK, first.version(), id(2), COMPLIES),
                CreditProblem.EXCEEDS_AVAILABLE);
    }

    @Test
    void shouldCountTheToleranceAboveTheAmount() {
        var credit =
                CreditFixture.anIssuedCredit(CreditFixture.terms(":41A:MNTOJPJTXXX", ":39A:05/00\r\n:41A:MNTOJPJTXXX"));

        assertThat(credit.maximum()).isEqualTo(euro("262500.00"));
    }

    @Test
    void shouldRefuseADrawingInAnotherCurrency() {
        assertRejected(
                () -> CreditFixture.withPresentation(
                        CreditFixture.aConfirmedCredit(),
                        id(1),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        new Money("USD", BigDecimal.ONE)),
                CreditProblem.CURRENCY_DIFFERS);
    }

    @Test
    void shouldHoldADocumentInOneOpenPresentationOnly() {
        var credit = presented(CreditFixture.aConfirmedCredit(), 1, "100.00");

        assertRejected(
                () -> CreditFixture.withPresentation(credit, id(9), invoice(1), UUID.randomUUID(), euro("1")),
                CreditProblem.ALREADY_PRESENTED);
        assertRejected(
                () -> CreditFixture.withPresentation(credit, id(9), UUID.randomUUID(), bill(1), euro("1")),
                CreditProblem.ALREADY_PRESENTED);
    }

    @Test
    void shouldLetSoManyPresentationsWaitAndNoMore() {
        var credit = CreditFixture.aConfirmedCredit();
        for (int n = 1; n <= 20; n++) {
            credit = presented(credit, n, "1.00");
        }
        var full = credit;

        assertRejected(() -> presented(full, 21, "1.00"), CreditProblem.WRONG_STATE);

        var examined =
                full.examine(CONFIRMING_BANK, full.version(), id(1), COMPLIES).credit();
        assertThat(presented(examined, 21, "1.00").presentations()).hasSize(21);
    }

    @Test
    void shouldTakeRefusedDocumentsAgain() {
        var credit = presented(CreditFixture.aConfirmedCredit(), 1, "100.00");
        var fails = new RuleResult(
                "I05", "a", RuleResult.Ground.DISCREPANCY, RuleResult.Result.FAIL, "l", "c", "d", "m", null);
        var examined = credit.examine(
                        CONFIRMING_BANK,
                        credit.version(),
                        id(1),
                        new Examination("test", CLOCK.instant(), List.of(fails)))
                .credit();
        var refused = examined.refuse(CONFIRMING_BANK, examined.version(), id(1), Disposal.RETURN, CLOCK.instant())
                .credit();

        var again = CreditFixture.withPresentation(refused, id(2), invoice(1), bill(1), euro("100.00"));

        assertThat(again.presentations()).hasSize(2);
        assertThat(refused.available()).isEqualTo(refused.maximum());
    }

    @Test
    void shouldLeaveTheExaminationToTheIssuingBankWithoutConfirmation() {
        var credit =
                CreditFixture.anIssuedCredit(CreditFixture.terms(":49:CONFIRM\r\n:58A:MNTOJPJTXXX", ":49:WITHOUT"));

        var presented = presented(credit, 1, "1.00");

        assertThat(presented.requirePresentation(id(1)).examiningBank()).isEqualTo(ISSUING_BANK);
    }

    @Test
    void shouldKeepTheBankThatHadToExamineWhenTheDocumentsCame() {
        var presented = presented(CreditFixture.anIssuedCredit(), 1, "1.00");

        var confirmed = presented.confirm(CONFIRMING_BANK, presented.version()).credit();

        assertThat(confirmed.requirePresentation(id(1)).examiningBank()).isEqualTo(ISSUING_BANK);
        assertThat(confirmed.examiningBank()).isEqualTo(CONFIRMING_BANK);
    }

    /** Seeded: a failure comes again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldNeverOverdrawInAnyOrderOfActs(long seed) {
        var random = new Random(seed);
        var credit = CreditFixture.aConfirmedCredit();
        var open = new ArrayList<Integer>();
        for (int step = 0; step < 200; step++) {
            int n = open.isEmpty() || random.nextInt(3) == 0 ? step + 1000 : open.get(random.nextInt(open.size()));
            try {
                if (n >= 1000 && !open.contains(n)) {
                    credit = presented(credit, n, random.nextInt(60_000) + 1 + ".00");
                    open.add(n);
                } else if (random.nextBoolean()) {
                    credit = credit.examine(CONFIRMING_BANK, credit.version(), id(n), COMPLIES)
                            .credit();
                } else {
                    credit = credit.honour(CONFIRMING_BANK, credit.version(), id(n), CLOCK.instant())
                            .credit();
                }
            } catch (Rejected refused) {
                assertThat(refused.type()).isIn(CreditProblem.EXCEEDS_AVAILABLE, CreditProblem.WRONG_STATE);
            }
            assertThat(credit.available().amount()).isNotNegative();
            assertThat(credit.honouredSoFar()).isLessThanOrEqualTo(credit.maximum());
        }
    }

    private static Credit presented(Credit credit, int n, String amount) {
        return credit.present(
                        SHIPPER,
                        credit.version(),
                        id(n),
                        new DocumentReference(invoice(n), DIGEST, 0),
                        new DocumentReference(bill(n), DIGEST, 0),
                        euro(amount),
                        CLOCK)
                .credit();
    }

    private static UUID id(int n) {
        return new UUID(1, n);
    }

    private static UUID invoice(int n) {
        return new UUID(2, n);
    }

    private static UUID bill(int n) {
        return new UUID(3, n);
    }

    private static void assertRejected(Runnable act, ProblemType type) {
        assertThatThrownBy(act::run)
                .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
                .extracting(Rejected::type)
                .isEqualTo(type);
    }
}
