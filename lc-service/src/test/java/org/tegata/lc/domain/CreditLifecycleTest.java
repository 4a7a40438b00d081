package org.tegata.lc.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tegata.lc.CreditFixture.ADVISING_BANK;
import static org.tegata.lc.CreditFixture.BILL;
import static org.tegata.lc.CreditFixture.CARRIER;
import static org.tegata.lc.CreditFixture.CLOCK;
import static org.tegata.lc.CreditFixture.CONFIRMING_BANK;
import static org.tegata.lc.CreditFixture.DIGEST;
import static org.tegata.lc.CreditFixture.IMPORTER;
import static org.tegata.lc.CreditFixture.INVOICE;
import static org.tegata.lc.CreditFixture.ISSUING_BANK;
import static org.tegata.lc.CreditFixture.PRESENTATION;
import static org.tegata.lc.CreditFixture.SHIPPER;
import static org.tegata.lc.CreditFixture.STRANGER;
import static org.tegata.lc.CreditFixture.euro;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.access.PartyId;
import org.tegata.lc.CreditFixture;
import org.tegata.lc.domain.Presentation.Disposal;
import org.tegata.lc.domain.Presentation.DocumentReference;
import org.tegata.problem.Rejected;

/** Every status by every act by every party: what is not in this table is refused and changes nothing. */
class CreditLifecycleTest {

    private static final Map<CreditStatus, Set<CreditAct>> CREDIT = new EnumMap<>(Map.of(
            CreditStatus.ISSUED, EnumSet.allOf(CreditAct.class),
            CreditStatus.ADVISED, EnumSet.complementOf(EnumSet.of(CreditAct.ADVISE)),
            CreditStatus.EXHAUSTED, EnumSet.of(CreditAct.EXAMINE, CreditAct.REFUSE)));

    private static final Map<PresentationStatus, Set<CreditAct>> PRESENTATIONS = new EnumMap<>(Map.of(
            PresentationStatus.PRESENTED, EnumSet.of(CreditAct.EXAMINE),
            PresentationStatus.REFERRED, EnumSet.of(CreditAct.EXAMINE),
            PresentationStatus.COMPLYING, EnumSet.of(CreditAct.HONOUR),
            PresentationStatus.DISCREPANT, EnumSet.of(CreditAct.EXAMINE, CreditAct.REFUSE),
            PresentationStatus.REFUSED, EnumSet.noneOf(CreditAct.class),
            PresentationStatus.HONOURED, EnumSet.noneOf(CreditAct.class)));

    private static final Map<CreditAct, PartyId> ENTITLED = Map.of(
            CreditAct.ADVISE, ADVISING_BANK,
            CreditAct.CONFIRM, CONFIRMING_BANK,
            CreditAct.DECLINE_CONFIRMATION, CONFIRMING_BANK,
            CreditAct.PRESENT, SHIPPER,
            CreditAct.EXAMINE, CONFIRMING_BANK,
            CreditAct.REFUSE, CONFIRMING_BANK,
            CreditAct.HONOUR, CONFIRMING_BANK);

    static Stream<Arguments> creditTable() {
        return Stream.of(CreditStatus.values())
                .flatMap(status -> Stream.of(CreditAct.values()).map(act -> Arguments.of(status, act)));
    }

    static Stream<Arguments> presentationTable() {
        return Stream.of(PresentationStatus.values())
                .flatMap(status -> Stream.of(CreditAct.values()).map(act -> Arguments.of(status, act)));
    }

    static Stream<Arguments> everyoneAndEveryAct() {
        var parties = List.of(ISSUING_BANK, IMPORTER, SHIPPER, ADVISING_BANK, CONFIRMING_BANK, CARRIER, STRANGER);
        return Stream.of(CreditAct.values()).flatMap(act -> parties.stream().map(party -> Arguments.of(act, party)));
    }

    @ParameterizedTest
    @MethodSource("creditTable")
    void shouldAllowOnACreditWhatTheTableSays(CreditStatus status, CreditAct act) {
        if (CREDIT.getOrDefault(status, Set.of()).contains(act)) {
            assertThat(status.after(act)).isEqualTo(act == CreditAct.ADVISE ? CreditStatus.ADVISED : status);
        } else {
            assertWrongState(() -> status.after(act));
        }
    }

    @ParameterizedTest
    @MethodSource("presentationTable")
    void shouldAllowOnAPresentationWhatTheTableSays(PresentationStatus status, CreditAct act) {
        if (PRESENTATIONS.getOrDefault(status, Set.of()).contains(act)) {
            status.require(act);
        } else {
            assertWrongState(() -> status.require(act));
        }
    }

    @ParameterizedTest
    @EnumSource(Confirmation.class)
    void shouldDecideAConfirmationOnceAndOnlyWhenAsked(Confirmation confirmation) {
        boolean open = confirmation == Confirmation.REQUESTED || confirmation == Confirmation.OPTIONAL;
        for (var act : List.of(CreditAct.CONFIRM, CreditAct.DECLINE_CONFIRMATION)) {
            if (open) {
                assertThat(confirmation.after(act)).isIn(Confirmation.CONFIRMED, Confirmation.DECLINED);
            } else {
                assertWrongState(() -> confirmation.after(act));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyoneAndEveryAct")
    void shouldLetOnlyTheEntitledPartyAct(CreditAct act, PartyId party) {
        var credit = ready(act);
        if (party.equals(ENTITLED.get(act))) {
            var outcome = perform(credit, act, party, credit.version());
            assertThat(outcome.credit().version()).isEqualTo(credit.version() + 1);
        } else {
            assertRejected(() -> perform(credit, act, party, credit.version()), CreditProblem.NOT_YOUR_ACT.slug());
        }
    }

    @ParameterizedTest
    @EnumSource(CreditAct.class)
    void shouldRefuseAnActOnAnotherVersionThanTheOneRead(CreditAct act) {
        var credit = ready(act);
        var entitled = ENTITLED.getOrDefault(act, STRANGER);

        assertRejected(() -> perform(credit, act, entitled, credit.version() - 1), "version-mismatch");
        assertRejected(() -> perform(credit, act, entitled, credit.version() + 1), "version-mismatch");
    }

    @Test
    void shouldHaveNoWayToCancelOrTakeBack() {
        // Irrevocable by construction: no act leads out of CONFIRMED, and none ends a credit but drawing it in full.
        assertThat(CreditAct.values()).extracting(Enum::name).noneMatch(name -> name.matches("CANCEL|REVOKE|AMEND"));
        for (var act : CreditAct.values()) {
            assertWrongState(() -> Confirmation.CONFIRMED.after(act));
        }
    }

    @Test
    void shouldBeExhaustedWhenDrawnInFull() {
        var credit = ready(CreditAct.HONOUR);

        var honoured = perform(credit, CreditAct.HONOUR, CONFIRMING_BANK, credit.version())
                .credit();

        assertThat(honoured.status()).isEqualTo(CreditStatus.EXHAUSTED);
        assertThat(honoured.available()).isEqualTo(euro("0"));
        assertWrongState(() -> perform(honoured, CreditAct.PRESENT, SHIPPER, honoured.version()));
    }

    /** The sample credit, brought by its own verbs to where the act is due. */
    private static Credit ready(CreditAct act) {
        return switch (act) {
            case ADVISE, CONFIRM, DECLINE_CONFIRMATION -> CreditFixture.anIssuedCredit();
            case PRESENT -> CreditFixture.aConfirmedCredit();
            case EXAMINE -> CreditFixture.aCreditWithPresentation();
            case HONOUR -> examined(Verdict.COMPLYING);
            case REFUSE -> examined(Verdict.DISCREPANT);
        };
    }

    private static Credit examined(Verdict verdict) {
        var credit = CreditFixture.aCreditWithPresentation();
        return credit.examine(CONFIRMING_BANK, credit.version(), PRESENTATION, result(verdict))
                .credit();
    }

    private static Examination result(Verdict verdict) {
        var results = new ArrayList<RuleResult>();
        if (verdict == Verdict.DISCREPANT) {
            results.add(new RuleResult(
                    "B09",
                    "UCP 600 art. 20(a)(ii)",
                    RuleResult.Ground.DISCREPANCY,
                    RuleResult.Result.FAIL,
                    ":44C:",
                    "2026-12-20",
                    "2026-12-21",
                    "Late shipment",
                    null));
        }
        return new Examination("test", CLOCK.instant(), results);
    }

    private static Outcome perform(Credit credit, CreditAct act, PartyId party, long version) {
        return switch (act) {
            case ADVISE -> credit.advise(party, version);
            case CONFIRM -> credit.confirm(party, version);
            case DECLINE_CONFIRMATION -> credit.declineConfirmation(party, version);
            case PRESENT ->
                credit.present(
                        party,
                        version,
                        UUID.randomUUID(),
                        new DocumentReference(INVOICE, DIGEST, 0),
                        new DocumentReference(BILL, DIGEST, 0),
                        euro("1.00"),
                        CLOCK);
            case EXAMINE -> credit.examine(party, version, PRESENTATION, result(Verdict.COMPLYING));
            case REFUSE -> credit.refuse(party, version, PRESENTATION, Disposal.HOLD, CLOCK.instant());
            case HONOUR -> credit.honour(party, version, PRESENTATION, CLOCK.instant());
        };
    }

    private static void assertWrongState(Runnable act) {
        assertRejected(act, CreditProblem.WRONG_STATE.slug());
    }

    private static void assertRejected(Runnable act, String slug) {
        assertThatThrownBy(act::run)
                .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
                .extracting(refused -> refused.type().slug())
                .isEqualTo(slug);
    }
}
