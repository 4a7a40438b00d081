package org.tegata.invoice.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Rejected;

/** Every status and every act: what is not in this table is refused. */
class InvoiceLifecycleTest {

    private static final Map<String, InvoiceStatus> ALLOWED = Map.of("ISSUED CANCEL", InvoiceStatus.CANCELLED);

    static Stream<Arguments> cells() {
        return Stream.of(InvoiceStatus.values())
                .flatMap(status -> Stream.of(InvoiceAction.values()).map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void shouldAllowWhatTheTableAllows(InvoiceStatus status, InvoiceAction action) {
        var next = ALLOWED.get(status + " " + action);
        if (next != null) {
            assertThat(status.after(action)).isEqualTo(next);
        } else {
            var refused = catchThrowableOfType(Rejected.class, () -> status.after(action));
            assertThat(refused.type()).isEqualTo(InvoiceProblem.WRONG_STATE);
        }
    }
}
