package org.tegata.invoice.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.tegata.invoice.InvoiceFixture.IMPORTER;
import static org.tegata.invoice.InvoiceFixture.SHIPPER;
import static org.tegata.invoice.InvoiceFixture.STRANGER;
import static org.tegata.invoice.rest.InvoiceApi.as;
import static org.tegata.invoice.rest.InvoiceApi.cancel;
import static org.tegata.invoice.rest.InvoiceApi.eventsAbout;
import static org.tegata.invoice.rest.InvoiceApi.issued;
import static org.tegata.invoice.rest.InvoiceApi.newKey;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;
import org.tegata.invoice.Contracts;

/** Withdrawing invoices: who may, when, and only once. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class CancellingInvoicesIT {

    @Test
    void shouldCancelAndTellTheOthers() throws Exception {
        var id = issued();
        cancel(SHIPPER, id, newKey(), "\"1\"")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", is("CANCELLED"))
                .body("version", is(2));

        var events = eventsAbout(id, 2);
        assertThat(events).hasSize(2);
        assertThat(Contracts.faults("invoice.cancelled.v1", events.get(1))).isEmpty();
        assertThat(events.get(1).get("sequence").asText()).isEqualTo("2");
        as(IMPORTER, "invoices:read").get("/invoices/" + id).then().body("status", is("CANCELLED"));
    }

    @Test
    void shouldAnswerARepeatBeforeTheVersionIsJudged() throws Exception {
        var id = issued();
        var key = newKey();
        String first =
                cancel(SHIPPER, id, key, "\"1\"").statusCode(200).extract().asString();
        String again =
                cancel(SHIPPER, id, key, "\"1\"").statusCode(200).extract().asString();

        assertThat(again).isEqualTo(first);
        assertThat(eventsAbout(id, 2)).hasSize(2);
    }

    @Test
    void shouldRefuseASecondCancellation() {
        var id = issued();
        cancel(SHIPPER, id, newKey(), "\"1\"").statusCode(200);
        cancel(SHIPPER, id, newKey(), "\"2\"").statusCode(409).body("type", is("/problems/wrong-state"));
    }

    @Test
    void shouldRefuseAStaleVersion() {
        var id = issued();
        cancel(SHIPPER, id, newKey(), "\"7\"").statusCode(412).body("type", is("/problems/version-mismatch"));
    }

    @Test
    void shouldNeedAVersion() {
        var id = issued();
        as(SHIPPER, "invoices:write")
                .header("Idempotency-Key", newKey())
                .post("/invoices/" + id + "/cancel")
                .then()
                .statusCode(428)
                .body("type", is("/problems/if-match-missing"));
        cancel(SHIPPER, id, newKey(), "W/\"1\"").statusCode(400);
    }

    @Test
    void shouldRefuseTheBuyer() {
        cancel(IMPORTER, issued(), newKey(), "\"1\"").statusCode(403).body("type", is("/problems/not-your-act"));
    }

    @Test
    void shouldTellAStrangerThatThereIsNothing() {
        cancel(STRANGER, issued(), newKey(), "\"1\"").statusCode(404).body("type", is("/problems/not-found"));
    }

    @Test
    void shouldRefuseTheKeyOfAnotherAct() {
        var key = newKey();
        cancel(SHIPPER, issued(), key, "\"1\"").statusCode(200);
        cancel(SHIPPER, issued(), key, "\"1\"").statusCode(422).body("type", is("/problems/idempotency-key-reused"));
    }

    @Test
    void shouldLetOneOfTwoCancellationsWin() throws Exception {
        var id = issued();
        List<Callable<Integer>> calls = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i ->
                        () -> cancel(SHIPPER, id, newKey(), "\"1\"").extract().statusCode())
                .toList();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
            assertThat(eventsAbout(id, 2)).hasSize(2);
        } finally {
            threads.shutdownNow();
        }
    }
}
