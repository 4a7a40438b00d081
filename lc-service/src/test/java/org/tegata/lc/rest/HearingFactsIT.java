package org.tegata.lc.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.tegata.lc.CreditFixture.CONFIRMING_BANK;
import static org.tegata.lc.CreditFixture.ISSUING_BANK;
import static org.tegata.lc.CreditFixture.SHIPPER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.embedded.InfraTestResource;
import org.tegata.lc.domain.BillTitle;
import org.tegata.lc.domain.Facts;
import org.tegata.lc.domain.PartyCode;

/** Events come late, doubled and in disorder: what is known in the end is the same. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class HearingFactsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Facts facts;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldKnowTheSameInWhateverOrderEventsCome(long seed) {
        var bill = UUID.randomUUID();
        List<ObjectNode> events = new ArrayList<>(List.of(
                Published.billIssuedEvent(Published.billFacts(bill)),
                Published.billTransferredEvent(bill, CONFIRMING_BANK),
                later(bill)));
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(seed));

        events.forEach(event -> Published.send(event, "bills"));
        untilHeard();

        assertThat(facts.title(bill))
                .contains(new BillTitle(
                        6,
                        "ISSUED",
                        PartyCode.of(ISSUING_BANK),
                        null,
                        java.util.Set.of(SHIPPER, CONFIRMING_BANK, ISSUING_BANK)));
        assertThat(facts.bill(bill)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DNB:12 345", "LOCAL-1:x", "GLEIF:5493001KJTIIGC8Y1R00", "no colon", ":", "", "a\0b"})
    void shouldExamineABillWhosePartiesHaveCodesOfAnotherPlatform(String foreign) throws SQLException {
        var invoice = UUID.randomUUID();
        var bill = UUID.randomUUID();
        long before = rejected();
        Published.invoiceIssued(Published.invoiceFacts(invoice));
        var facts = Published.billFacts(bill);
        for (String role : List.of("shipper", "consignee", "carrier")) {
            ((ObjectNode) facts.get(role)).put("party", foreign);
        }
        Published.billIssued(facts);
        var passedOn = Published.billTransferredEvent(bill, CONFIRMING_BANK);
        ((ObjectNode) passedOn.at("/data/title")).put("holder", foreign).put("endorsee", foreign);
        Published.send(passedOn, "bills");
        untilHeard();
        await().atMost(PATIENCE).until(() -> this.facts.invoice(invoice).isPresent());

        assertThat(rejected()).isEqualTo(before);
        var title = this.facts.title(bill).orElseThrow();
        assertThat(title.holder()).isEqualTo(PartyCode.read(foreign.replace('\0', '\uFFFD')));
        assertThat(title.holders()).containsExactly(SHIPPER);
        String credit = CreditApi.aConfirmedCredit();
        String presentation = CreditApi.present(credit, 3, invoice, bill, 4, "1.00")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        // Not null, which would read as endorsed in blank; and still the shipper's, so not endorsed at all.
        CreditApi.examine(credit, presentation, 4)
                .then()
                .statusCode(200)
                .body("discrepancies.ruleId", hasItems("B14", "P26", "B22"));
    }

    @Test
    void shouldKeepAnInvoiceCancelledThoughItsIssueIsHeardLater() {
        var invoice = UUID.randomUUID();
        Published.send(
                Published.event(
                        "invoice.cancelled.v1",
                        invoice.toString(),
                        2,
                        data -> data.put("invoiceId", invoice.toString())),
                "invoices");
        Published.invoiceIssued(Published.invoiceFacts(invoice));

        await().atMost(PATIENCE).until(() -> facts.invoice(invoice).isPresent());

        assertThat(facts.invoice(invoice)).get().matches(known -> known.cancelled());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{}",
                "{\"specversion\":\"1.0\"}",
                "[[[[[[[[[[[[[[[[",
                "{\"specversion\":\"1.0\",\"id\":\"x\",\"type\":\"bill.issued.v1\","
                        + "\"subject\":\"no-uuid\",\"sequence\":\"1\","
                        + "\"time\":\"2026-11-20T00:00:00Z\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"id\":\"y\",\"type\":\"bill.issued.v1\","
                        + "\"subject\":\"01981b4f-0000-7000-8000-0000000000ff\",\"sequence\":\"1\","
                        + "\"time\":\"2026-11-20T00:00:00Z\",\"data\":{\"facts\":{\"digest\":7}}}"
            })
    void shouldPutAsideWhatItCannotReadAndGoOn(String nonsense) throws SQLException {
        long before = rejected();
        Published.send(nonsense, "key", "bills");

        untilHeard();

        assertThat(rejected()).isEqualTo(before + 1);
    }

    /** A later event that nobody has told this service the type of still tells who holds the bill. */
    private static ObjectNode later(UUID bill) {
        var event = Published.event(
                "bill.transferred.v1",
                bill.toString(),
                6,
                data -> data.set("title", Published.title("ISSUED", ISSUING_BANK, null)));
        return event.put("type", "bill.added-later.v1");
    }

    /** One partition keeps the order: when this marker is known, all before it was handled. */
    private void untilHeard() {
        var marker = UUID.randomUUID();
        Published.billIssued(Published.billFacts(marker));
        await().atMost(PATIENCE).until(() -> facts.title(marker).isPresent());
    }

    private long rejected() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM inbox_rejected")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
