package org.tegata.bl.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tegata.bl.xml.BillLanguage;
import org.tegata.bl.xml.BillSamples;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Judging keeps nothing and costs its caller nothing; so it never takes all of the memory from the acts. */
class CheckBillTest {

    private final DraftBill.Lodged sample = new DraftBill.Lodged(BillLanguage.XML, BillSamples.sample());
    private final CountDownLatch judging = new CountDownLatch(1);
    private final CountDownLatch slow = new CountDownLatch(1);

    /** The rules look at the day: here the first bill stays. */
    private final class SlowClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            judging.countDown();
            try {
                slow.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Instant.parse("2026-11-21T09:00:00Z");
        }
    }

    @Test
    void shouldTurnAwayWhoeverComesWhenAllPlacesAreTaken() throws Exception {
        var check = new CheckBill(BillSamples.codec(new SlowClock()), 1);
        var first = CompletableFuture.supplyAsync(() -> check.check(sample));
        assertThat(judging.await(30, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> check.check(sample))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.type()).isEqualTo(RequestProblem.UNAVAILABLE));

        slow.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS).report().valid()).isTrue();
        assertThat(check.check(sample).report().valid())
                .as("the place is free again")
                .isTrue();
    }

    @Test
    void shouldFreeThePlaceOfWhatCannotBeRead() {
        var check = new CheckBill(BillSamples.codec(Clock.systemUTC()), 1);
        var unreadable = new DraftBill.Lodged(BillLanguage.XML, new byte[] {'<'});

        assertThatThrownBy(() -> check.check(unreadable)).isInstanceOf(Rejected.class);
        assertThat(check.check(sample).report().valid()).isTrue();
    }
}
