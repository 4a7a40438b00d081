package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Rejected;

/** Every state against every act, written out a second time so that a slip in the table is seen. */
class BillLifecycleTest {

    private static final Map<BillStatus, Map<BillAct, BillStatus>> ALLOWED = new EnumMap<>(BillStatus.class);

    static {
        allow(BillStatus.DRAFT, BillAct.ISSUE, BillStatus.ISSUED);
        allow(BillStatus.DRAFT, BillAct.VOID, BillStatus.VOIDED);
        allow(BillStatus.ISSUED, BillAct.ENDORSE, BillStatus.ISSUED);
        allow(BillStatus.ISSUED, BillAct.SIGN, BillStatus.ISSUED);
        allow(BillStatus.ISSUED, BillAct.TRANSFER, BillStatus.ISSUED);
        allow(BillStatus.ISSUED, BillAct.REJECT_TRANSFER, BillStatus.ISSUED);
        allow(BillStatus.ISSUED, BillAct.PLEDGE, BillStatus.PLEDGED);
        allow(BillStatus.PLEDGED, BillAct.ENDORSE, BillStatus.PLEDGED);
        allow(BillStatus.PLEDGED, BillAct.SIGN, BillStatus.PLEDGED);
        allow(BillStatus.PLEDGED, BillAct.RELEASE, BillStatus.ISSUED);
        allow(BillStatus.PLEDGED, BillAct.SURRENDER_FOR_DELIVERY, BillStatus.PENDING_SURRENDER_FOR_DELIVERY);
        allow(BillStatus.PENDING_SURRENDER_FOR_DELIVERY, BillAct.REFUSE_SURRENDER_BY_PLEDGEE, BillStatus.PLEDGED);
        allow(
                BillStatus.PENDING_SURRENDER_FOR_AMENDMENT,
                BillAct.SWITCH_TO_PAPER,
                BillStatus.SURRENDERED_FOR_AMENDMENT);
        allow(BillStatus.ISSUED, BillAct.START_TRANSFER, BillStatus.IN_TRANSIT);
        allow(BillStatus.ISSUED, BillAct.VOID, BillStatus.VOIDED);
        allow(BillStatus.IN_TRANSIT, BillAct.TRANSFER_ACCEPTED, BillStatus.HELD_ELSEWHERE);
        allow(BillStatus.IN_TRANSIT, BillAct.TRANSFER_REFUSED, BillStatus.ISSUED);
        for (var away : Set.of(BillStatus.IN_TRANSIT, BillStatus.HELD_ELSEWHERE)) {
            allow(away, BillAct.RECEIVE, BillStatus.ISSUED);
            allow(away, BillAct.RECEIVE_SURRENDER_FOR_DELIVERY, BillStatus.PENDING_SURRENDER_FOR_DELIVERY);
            allow(away, BillAct.RECEIVE_SURRENDER_FOR_AMENDMENT, BillStatus.PENDING_SURRENDER_FOR_AMENDMENT);
        }
        allow(BillStatus.HELD_ELSEWHERE, BillAct.START_NOTIFICATION, BillStatus.HELD_ELSEWHERE);
        allow(BillStatus.HELD_ELSEWHERE, BillAct.NOTIFICATION_ANSWERED, BillStatus.HELD_ELSEWHERE);
        surrender(
                BillAct.SURRENDER_FOR_DELIVERY,
                BillAct.SEND_SURRENDER_FOR_DELIVERY,
                BillStatus.PENDING_SURRENDER_FOR_DELIVERY,
                BillStatus.SURRENDERED_FOR_DELIVERY);
        surrender(
                BillAct.SURRENDER_FOR_AMENDMENT,
                BillAct.SEND_SURRENDER_FOR_AMENDMENT,
                BillStatus.PENDING_SURRENDER_FOR_AMENDMENT,
                BillStatus.SURRENDERED_FOR_AMENDMENT);
    }

    private static void surrender(BillAct local, BillAct sent, BillStatus pending, BillStatus surrendered) {
        allow(BillStatus.ISSUED, local, pending);
        allow(BillStatus.ISSUED, sent, pending);
        allow(pending, BillAct.ACCEPT_SURRENDER, surrendered);
        allow(pending, BillAct.REFUSE_SURRENDER, BillStatus.ISSUED);
        allow(pending, BillAct.REFUSE_SURRENDER_FROM_ELSEWHERE, BillStatus.HELD_ELSEWHERE);
        allow(pending, BillAct.SURRENDER_ARRIVED, pending);
        allow(pending, BillAct.SURRENDER_RETURNED, BillStatus.ISSUED);
        allow(pending, BillAct.RECEIVE_ACCEPTANCE, surrendered);
        allow(pending, BillAct.RECEIVE_REFUSAL, BillStatus.ISSUED);
        allow(surrendered, BillAct.START_NOTIFICATION, surrendered);
        allow(surrendered, BillAct.NOTIFICATION_ANSWERED, surrendered);
    }

    private static void allow(BillStatus from, BillAct act, BillStatus to) {
        ALLOWED.computeIfAbsent(from, first -> new EnumMap<>(BillAct.class)).put(act, to);
    }

    static Stream<Arguments> everyStatusAndAct() {
        return Stream.of(BillStatus.values())
                .flatMap(status -> Stream.of(BillAct.values()).map(act -> Arguments.of(status, act)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndAct")
    void shouldAllowWhatTheTableSaysAndNothingElse(BillStatus status, BillAct act) {
        var expected = ALLOWED.getOrDefault(status, Map.of()).get(act);

        if (expected != null) {
            assertThat(status.after(act)).isEqualTo(expected);
        } else {
            assertThatThrownBy(() -> status.after(act))
                    .isInstanceOfSatisfying(
                            Rejected.class, no -> assertThat(no.type()).isEqualTo(BillProblem.WRONG_STATE));
        }
    }

    @ParameterizedTest
    @EnumSource(BillStatus.class)
    void shouldNeverMoveTitleOnceClosed(BillStatus status) {
        var titleActs = EnumSet.complementOf(EnumSet.of(BillAct.START_NOTIFICATION, BillAct.NOTIFICATION_ANSWERED));

        if (status.isClosed()) {
            assertThat(titleActs).allMatch(act -> status.next(act).isEmpty());
        } else {
            assertThat(titleActs).anyMatch(act -> status.next(act).isPresent());
        }
    }

    /** What a party asks for is asked of the same table. */
    @ParameterizedTest
    @EnumSource(BillStatus.class)
    void shouldLeaveNoActToAnybodyOnceClosed(BillStatus status) {
        if (status.isClosed()) {
            assertThat(TitleAct.values())
                    .allMatch(act -> status.next(act.entry()).isEmpty());
        }
    }

    @Test
    void shouldRefuseEveryPartysActWhileAnotherPlatformHasIt() {
        var partysActs = EnumSet.of(
                BillAct.ISSUE,
                BillAct.ENDORSE,
                BillAct.SIGN,
                BillAct.TRANSFER,
                BillAct.REJECT_TRANSFER,
                BillAct.PLEDGE,
                BillAct.RELEASE,
                BillAct.START_TRANSFER,
                BillAct.SURRENDER_FOR_DELIVERY,
                BillAct.SURRENDER_FOR_AMENDMENT,
                BillAct.SEND_SURRENDER_FOR_DELIVERY,
                BillAct.SEND_SURRENDER_FOR_AMENDMENT,
                BillAct.ACCEPT_SURRENDER,
                BillAct.REFUSE_SURRENDER,
                BillAct.REFUSE_SURRENDER_BY_PLEDGEE,
                BillAct.REFUSE_SURRENDER_FROM_ELSEWHERE,
                BillAct.SWITCH_TO_PAPER,
                BillAct.VOID);

        assertThat(partysActs)
                .allMatch(act -> BillStatus.IN_TRANSIT.next(act).isEmpty())
                .allMatch(act -> BillStatus.HELD_ELSEWHERE.next(act).isEmpty());
    }
}
