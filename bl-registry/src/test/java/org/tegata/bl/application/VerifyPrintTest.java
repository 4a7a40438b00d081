package org.tegata.bl.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Print;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Anybody may ask; so however many do, they never take all of the database from the parties of bills. */
class VerifyPrintTest {

    private final Print print = new Print(UUID.randomUUID(), "0".repeat(16), "0".repeat(16));
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch slow = new CountDownLatch(1);
    private final Bills database = (Bills)
            Proxy.newProxyInstance(Bills.class.getClassLoader(), new Class<?>[] {Bills.class}, (self, call, given) -> {
                asked.countDown();
                slow.await(10, TimeUnit.SECONDS);
                return Optional.empty();
            });

    @Test
    void shouldTurnAwayWhoeverComesWhenAllPlacesAreTaken() throws Exception {
        var verify = new VerifyPrint(database, 1);
        var first = CompletableFuture.supplyAsync(() -> verify.verify(print));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> verify.verify(print))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.type()).isEqualTo(RequestProblem.UNAVAILABLE));

        slow.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(verify.verify(print)).as("the place is free again").isEmpty();
    }
}
