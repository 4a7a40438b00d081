package org.tegata.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tegata.cli.platform.Platform;
import org.tegata.cli.platform.Service;
import org.tegata.cli.trade.Story;
import org.tegata.cli.trade.Trade;

/** A service is killed (SIGKILL) in mid-trade and started again: the trade finishes, nothing is lost or doubled. */
class KilledServicesJourneyIT {

    private static final long BEFORE_THE_KILL_MS = 150;

    /** The acts of a trade in order; a service is killed while the acts run in which it matters most. */
    private static final List<Act> ACTS = List.of(
            new Act(Trade::submitInvoices, List.of(Service.INVOICES)),
            new Act(Trade::openCredit, List.of()),
            new Act(Trade::issueBill, List.of()),
            new Act(Trade::presentDocuments, List.of(Service.CREDITS, Service.INVOICES)),
            new Act(Trade::honourAndSend, List.of(Service.REGISTRY)),
            new Act(Trade::arriveAtImporter, List.of(Service.GATEWAY, Service.GATEWAY_B, Service.REGISTRY_B)),
            new Act(Trade::surrender, List.of(Service.GATEWAY_B)),
            new Act(Trade::acceptSurrender, List.of(Service.REGISTRY)));

    private interface Step {
        void play(Trade trade);
    }

    private record Act(Step step, List<Service> victims) {}

    @ParameterizedTest
    @EnumSource(Service.class)
    void shouldFinishTheTradeWhenTheServiceIsKilledInTheMiddle(Service victim) throws Exception {
        var platform = SharedPlatform.get();
        var told = new StringWriter();
        var story = new Story(new PrintWriter(told));
        var trade = new Trade(platform, story);
        var kills = new AtomicInteger();

        for (Act act : ACTS) {
            var kill = act.victims().contains(victim) ? killAndRestart(platform, victim, kills) : null;
            act.step().play(trade);
            if (kill != null) {
                kill.get(60, TimeUnit.SECONDS);
            }
        }

        assertThat(kills).as("the service was killed at least once").hasPositiveValue();
        assertThat(story.failures()).as(told.toString()).isEmpty();
        assertThat(trade.state().transfer().responseCode()).isEqualTo("RECE");
        assertThat(trade.state().delivery().importerStatus()).isEqualTo("SURRENDERED_FOR_DELIVERY");
    }

    @AfterAll
    static void shouldHavePublishedExactlyWhatTheDatabasesHold() {
        var told = new StringWriter();
        var audit = new Trade(SharedPlatform.get(), new Story(new PrintWriter(told))).audit();

        assertThat(audit.topics()).allSatisfy((name, topic) -> {
            assertThat(topic.differences()).as(name).isEmpty();
            assertThat(topic.stored()).as(name).isEqualTo(topic.published());
        });
    }

    private static CompletableFuture<Void> killAndRestart(Platform platform, Service victim, AtomicInteger kills) {
        return CompletableFuture.runAsync(() -> {
            try {
                Thread.sleep(BEFORE_THE_KILL_MS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
            long before = platform.pid(victim);
            platform.kill(victim);
            platform.start(victim);
            assertThat(platform.pid(victim)).isNotEqualTo(before);
            kills.incrementAndGet();
        });
    }
}
