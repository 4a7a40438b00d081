package org.tegata.lc.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tegata.lc.CreditFixture.CONFIRMING_BANK;
import static org.tegata.lc.CreditFixture.SHIPPER;
import static org.tegata.lc.rest.CreditApi.acting;
import static org.tegata.lc.rest.CreditApi.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;
import org.tegata.lc.Changed;
import org.tegata.lc.CreditFixture;
import org.tegata.lc.application.RecordFacts;
import org.tegata.lc.domain.PartyCode;

/** Many at once on one credit: what is available is never overdrawn, and no version is given twice. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ConcurrentActsIT {

    private static final int PRESENTATIONS = 16;
    private static final int THREADS = 8;

    /** Of EUR 250 000, five times 50 000 can be drawn. */
    private static final int FIT = 5;

    @Inject
    RecordFacts recordFacts;

    @Test
    void shouldHonourExactlyWhatFits() throws InterruptedException {
        String credit = CreditApi.confirmed(CreditApi.anIssuedCredit(
                CreditApi.mt700().replace("MUST STATE THE DOCUMENTARY CREDIT NUMBER", "IN ENGLISH")));
        var presentations = new ArrayList<String>();
        for (int i = 0; i < PRESENTATIONS; i++) {
            presentations.add(lodge(credit, 3 + i));
        }

        together(
                presentations, id -> untilTheVersionIsRight(credit, version -> CreditApi.examine(credit, id, version)));
        together(
                presentations,
                id -> untilTheVersionIsRight(
                        credit,
                        version -> acting(CONFIRMING_BANK, version)
                                .post("/credits/" + credit + "/presentations/" + id + "/honour")));

        var view = as(SHIPPER).get("/credits/" + credit).then().statusCode(200).extract();
        Map<String, Long> statuses = view.<List<String>>path("presentations.status").stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(statuses)
                .containsEntry("HONOURED", (long) FIT)
                .containsEntry("DISCREPANT", (long) PRESENTATIONS - FIT);
        assertThat(view.<String>path("honoured.amount")).isEqualTo("250000.00");
        assertThat(view.<String>path("available.amount")).isEqualTo("0.00");
        assertThat(view.<String>path("status")).isEqualTo("EXHAUSTED");
        long version = view.<Integer>path("version");
        assertThat(version).isEqualTo(3L + PRESENTATIONS + PRESENTATIONS + FIT);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Published.creditEvents(credit))
                        .extracting(event -> event.path("sequence").asLong())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, version).boxed().toList()));
    }

    @Test
    void shouldHonourOnePresentationOnceWhenAllAskAtOnce() throws InterruptedException {
        String credit = CreditApi.confirmed(CreditApi.anIssuedCredit(
                CreditApi.mt700().replace("MUST STATE THE DOCUMENTARY CREDIT NUMBER", "IN ENGLISH")));
        String presentation = lodge(credit, 3);
        CreditApi.examine(credit, presentation, 4).then().statusCode(200);
        var attempts = new ArrayList<String>();
        for (int i = 0; i < THREADS; i++) {
            attempts.add(presentation);
        }

        var answers = together(
                attempts,
                id -> acting(CONFIRMING_BANK, 5)
                        .post("/credits/" + credit + "/presentations/" + id + "/honour")
                        .statusCode());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status != 200).containsOnly(412);
        assertThat(as(SHIPPER).get("/credits/" + credit).<String>path("honoured.amount"))
                .isEqualTo("50000.00");
    }

    @Test
    void shouldAnswerAllTwinsOfOneCallAlike() throws InterruptedException {
        String credit = CreditApi.anIssuedCredit();
        String key = UUID.randomUUID().toString();
        var twins = new ArrayList<String>();
        for (int i = 0; i < THREADS; i++) {
            twins.add(key);
        }

        var versions = together(
                twins,
                same -> as(CreditFixture.ADVISING_BANK)
                        .header("Idempotency-Key", same)
                        .header("If-Match", "\"1\"")
                        .post("/credits/" + credit + "/advise")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("version"));

        assertThat(versions).hasSize(THREADS).containsOnly(2);
    }

    private String lodge(String credit, long version) {
        var invoice = UUID.randomUUID();
        var bill = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            var today = java.time.LocalDate.now(java.time.ZoneOffset.UTC);
            recordFacts.invoice(Changed.with(CreditFixture.invoice(), "id", invoice), 1);
            var shipped = Changed.with(CreditFixture.bill(), "shippedOnBoardDate", today);
            recordFacts.bill(Changed.with(Changed.with(shipped, "issueDate", today), "id", bill), 2);
            recordFacts.title(bill, 2, "ISSUED", PartyCode.of(SHIPPER), PartyCode.of(SHIPPER));
            recordFacts.title(bill, 4, "ISSUED", PartyCode.of(CONFIRMING_BANK), PartyCode.of(CONFIRMING_BANK));
        });
        return CreditApi.present(credit, version, invoice, bill, 4, "50000.00")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** As a client does: read the version, act, read again when somebody was quicker. */
    private static int untilTheVersionIsRight(String credit, LongFunction<Response> act) {
        while (true) {
            long version = as(CONFIRMING_BANK).get("/credits/" + credit).<Integer>path("version");
            int status = act.apply(version).statusCode();
            if (status != 412) {
                return status;
            }
        }
    }

    private static List<Integer> together(List<String> ids, Function<String, Integer> act) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> calls = ids.stream()
                    .<Callable<Integer>>map(id -> () -> act.apply(id))
                    .toList();
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
