package org.tegata.invoice.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.invoice.InvoiceFixture.IMPORTER;
import static org.tegata.invoice.InvoiceFixture.SHIPPER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.invoice.Contracts;
import org.tegata.invoice.InvoiceFixture;
import org.tegata.invoice.domain.Invoice;
import org.tegata.invoice.domain.JudgedBy;
import org.tegata.invoice.domain.Outcome;
import org.tegata.invoice.domain.RulesAsked;
import org.tegata.outbox.Event;
import org.tegata.xml.Digest;

/** What this service publishes fits the contracts that the other services test against. */
class EventContractTest {

    private static final UUID ID = UUID.fromString("01981b4e-5f00-7a31-8c42-6d0f5e3a7b19");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CheckInvoice CHECK = new CheckInvoice(InvoiceFixture.codec());

    @ParameterizedTest
    @ValueSource(strings = {"invoice.issued.v1", "invoice.cancelled.v1"})
    void shouldHaveAnExampleThatFitsItsSchema(String type) throws IOException {
        assertThat(Contracts.faults(type, Contracts.example("events/examples/" + type + ".json")))
                .isEmpty();
    }

    @Test
    void shouldHaveAnExampleOfTheFactsThatFitsTheirSchema() throws IOException {
        var example = Contracts.example("facts/examples/invoice-facts.v1.json");

        assertThat(Contracts.factsFaults(example)).isEmpty();
    }

    @Test
    void shouldPublishTheFactsOfTheExportInvoice() throws IOException {
        var event = InvoiceEventV1.of(issued(InvoiceFixture.anExportInvoice()));
        var data = JSON.valueToTree(event.data());

        assertThat(Contracts.faults("invoice.issued.v1", enveloped(event))).isEmpty();
        var expected = (ObjectNode) Contracts.example("facts/examples/invoice-facts.v1.json");
        expected.put("digest", data.at("/facts/digest").asText());
        assertThat(data.get("facts")).isEqualTo(expected);
    }

    @Test
    void shouldPublishTheLeastThatAnInvoiceMayHave() throws IOException {
        var event = InvoiceEventV1.of(issued(InvoiceFixture.aSmallInvoice().getBytes(StandardCharsets.UTF_8)));

        assertThat(Contracts.faults("invoice.issued.v1", enveloped(event))).isEmpty();
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.topic()).isEqualTo("invoices");
    }

    @Test
    void shouldPublishACancellation() throws IOException {
        var cancelled = issued(InvoiceFixture.anExportInvoice()).invoice().cancel(SHIPPER, 1);
        var event = InvoiceEventV1.of(cancelled);

        assertThat(Contracts.faults("invoice.cancelled.v1", enveloped(event))).isEmpty();
        assertThat(event.sequence()).isEqualTo(2);
    }

    @Test
    void shouldNameTheSubmitterAsPartyBesideSellerAndBuyer() {
        var facts = issued(InvoiceFixture.anExportInvoice()).invoice().facts();

        assertThat(facts.parties()).containsExactly(SHIPPER, IMPORTER);
    }

    @Test
    void shouldNoticeAnEventThatDoesNotFit() throws IOException {
        var broken = (ObjectNode) Contracts.example("events/examples/invoice.issued.v1.json");
        ((ObjectNode) broken.at("/data/facts")).put("grandTotalAmount", 250000);

        assertThat(Contracts.faults("invoice.issued.v1", broken)).isNotEmpty();
        ((ObjectNode) broken.at("/data/facts")).remove("currency");
        assertThat(Contracts.faults("invoice.issued.v1", broken)).hasSizeGreaterThan(1);
    }

    private static Outcome issued(byte[] xml) {
        var read = CHECK.read(InvoiceFixture.xml(xml), RulesAsked.NOTHING).read();
        var document = read.document();
        assertThat(document).as("%s", read.verdict().findings()).isNotNull();
        var judgedBy = new JudgedBy("export-invoice", "1.0.0", "D22B");
        return Invoice.issue(SHIPPER, Instant.EPOCH, document.facts(ID, Digest.sha256Hex(xml), SHIPPER), judgedBy);
    }

    /** As foundation/outbox wraps it; InvoiceResourceIT checks the real thing. */
    private static JsonNode enveloped(Event event) {
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "01981b4e-5f10-7c55-9a01-3f2e1d0c9b8a")
                .put("source", "/tegata/invoice-service")
                .put("type", event.type())
                .put("subject", event.subject().toString())
                .put("time", "2026-11-02T09:15:30.123Z")
                .put("datacontenttype", "application/json")
                .put("sequence", Long.toString(event.sequence()))
                .set("data", JSON.valueToTree(event.data()));
    }
}
