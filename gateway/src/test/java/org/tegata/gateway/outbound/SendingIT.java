package org.tegata.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;
import org.tegata.gateway.peer.Operator;
import org.tegata.gateway.peer.PeerEnvelope;
import org.tegata.gateway.peer.PeerJson;
import org.tegata.gateway.peer.PeerKey;
import org.tegata.gateway.peer.PeerResource;
import org.tegata.gateway.peer.ReceivingPeer;
import org.tegata.gateway.peer.ReceivingPeer.Answer;
import org.tegata.gateway.peer.RegistryStandIn;

/**
 * The sending role, from the registry's event on a real Kafka to the outcome at the registry, against an independent
 * receiver that plays the faults of real ones. The registry is a stand-in behind real HTTP (it is another process).
 */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
@WithTestResource(PeerResource.class)
class SendingIT {

    private static final byte[] XML = "<bill>瀬戸内</bill>".getBytes(StandardCharsets.UTF_8);

    private final String envelopeId = UUID.randomUUID().toString();
    private final String billId = UUID.randomUUID().toString();
    private final PeerKey carrierKey = new PeerKey();
    private final PeerEnvelope bill = new PeerEnvelope(Operator.newReference(), new PeerKey(), carrierKey);
    private RegistryStandIn registry;
    private ReceivingPeer partner;

    @Inject
    OutboundTransfers transfers;

    @Inject
    Dispatcher dispatcher;

    @BeforeEach
    void meet() {
        registry = PeerResource.registry();
        partner = new ReceivingPeer();
        partner.senderJwks = RestAssured.get("/.well-known/jwks.json").asString();
        partner.carrierJwks = carrierKey.jwks();
        Operator.registerPartner("RECV", partner.baseUrl(), partner.key.jwks());
        bill.visualisation = XML;
        bill.transactions = bill.transactions.stream()
                .map(t -> t.toString().replace("\"TGTA\"", "\"RECV\"").replace("\"PEER\"", "\"TGTA\""))
                .map(t -> (com.fasterxml.jackson.databind.node.ObjectNode) PeerJson.tree(t))
                .toList();
    }

    @AfterEach
    void part() {
        registry.close();
        partner.close();
    }

    @Test
    void shouldSendUntilASignedReceIsHeldAndReportIt() {
        partner.faults.add(call -> new Answer(500, "{\"statusCode\":500}"));
        partner.faults.add(call -> new Answer(200, null));
        due();
        eventually(() -> assertThat(registry.outcomes).hasSize(1));

        assertThat(partner.envelopes()).as("500, cut connection, 201").hasSize(3);
        byte[] first = partner.envelopes().get(0).body();
        assertThat(partner.envelopes())
                .allSatisfy(call -> assertThat(call.body()).isEqualTo(first));
        var message = partner.verified(first);
        assertThat(new String(first, StandardCharsets.UTF_8)).contains(bill.document);
        assertThat(partner.document(PeerJson.sha256(XML))).isEqualTo(XML);
        assertThat(partner.calls)
                .extracting(ReceivingPeer.Call::path)
                .containsSubsequence(
                        "/v3/envelopes",
                        "/v3/envelopes/ref 1/é/additional-documents/" + PeerJson.sha256(XML),
                        "/v3/envelopes/ref 1/é/finish-transfer");
        assertThat(partner.calls.get(0).headers()).containsEntry("Api-version", List.of("3"));
        assertThat(partner.calls.get(0).headers()).doesNotContainKey("Upgrade");

        var outcome = registry.outcomes.get(0);
        assertThat(outcome.path("envelopeId").asText()).isEqualTo(envelopeId);
        assertThat(outcome.path("idempotencyKey").asText()).isEqualTo(envelopeId);
        assertThat(outcome.path("accepted").asBoolean()).isTrue();
        assertThat(outcome.path("responseCode").asText()).isEqualTo("RECE");
        assertThat(outcome.path("entries")).isEqualTo(message.path("envelopeTransferChain"));
        var evidence = PeerJson.verified(outcome.path("signedResponse").asText(), partner.key.jwks());
        assertThat(evidence.path("responseCode").asText()).isEqualTo("RECE");

        eventually(() -> assertThat(view())
                .containsEntry("state", "ACCEPTED")
                .containsEntry("direction", "OUTBOUND")
                .containsEntry("version", 2)
                .containsEntry("partner", "RECV")
                .containsEntry("billId", billId)
                .doesNotContainKey("nextAttemptAt"));
        events("1 envelope.sent.v1", "2 envelope.accepted.v1");
        assertThat(Operator.request()
                        .get("/envelopes/" + envelopeId + "/content")
                        .asByteArray())
                .isEqualTo(first);
    }

    @Test
    void shouldNotBelieveAnAnswerThatThePartnerDidNotSignForThisEnvelope() {
        partner.faults.add(call -> new Answer(200, "{\"responseCode\":\"RECE\"}"));
        partner.faults.add(call -> {
            partner.look(call);
            return partner.signed(200, "RECE", new PeerKey(), partner.lastEntryChecksum(), any -> {});
        });
        partner.faults.add(call -> partner.signed(200, "RECE", partner.key, PeerJson.sha256("another"), any -> {}));
        partner.faults.add(call -> new Answer(201, "{\"envelopeReference\":\"x\"}"));
        partner.faults.add(call -> new Answer(201, "x".repeat(2_000_000)));
        partner.faults.add(call -> new Answer(204, ""));
        due();
        eventually(() -> assertThat(registry.outcomes).hasSize(1));
        assertThat(partner.faults).isEmpty();
        assertThat(partner.envelopes())
                .as("six that do not count, one that does")
                .hasSize(7);
        assertThat(registry.outcomes.get(0).path("responseCode").asText()).isEqualTo("RECE");
        events("1 envelope.sent.v1", "2 envelope.accepted.v1");
    }

    @Test
    void shouldFollowTheSignedCodeNotTheStatus() {
        partner.faults.add(call -> {
            partner.look(call);
            return partner.signed(500, "BENV", partner.key, partner.lastEntryChecksum(), r -> r.put("reason", "no"));
        });
        due();
        eventually(() -> assertThat(registry.outcomes).hasSize(1));
        var outcome = registry.outcomes.get(0);
        assertThat(outcome.path("accepted").asBoolean()).isFalse();
        assertThat(outcome.path("responseCode").asText()).isEqualTo("BENV");
        assertThat(view()).containsEntry("state", "REFUSED").containsEntry("reason", "no");
        assertThat(partner.envelopes()).hasSize(1);
        events("1 envelope.sent.v1", "2 envelope.refused.v1");
    }

    @Test
    void shouldTakeASignedAcceptanceForWhatItIsThoughTheStatusAsksForDocuments() {
        partner.faults.add(call -> {
            partner.look(call);
            return new Answer(201, partner.signed(201, "RECE").body());
        });
        due();
        eventually(() -> assertThat(registry.outcomes).hasSize(1));
        assertThat(registry.outcomes.get(0).path("responseCode").asText()).isEqualTo("RECE");
        assertThat(partner.calls).hasSize(1);
    }

    @Test
    void shouldLeaveADisputeToAPerson() {
        partner.faults.add(call -> {
            partner.look(call);
            String unfit = "no\0" + "x".repeat(300);
            return partner.signed(
                    409, "DISE", partner.key, partner.lastEntryChecksum(), answer -> answer.put("reason", unfit));
        });
        due();
        eventually(() -> assertThat(registry.outcomes).hasSize(1));
        var outcome = registry.outcomes.get(0);
        assertThat(outcome.path("accepted").asBoolean()).isFalse();
        assertThat(outcome.path("responseCode").asText()).isEqualTo("DISE");
        assertThat(view()).containsEntry("state", "DISPUTED").containsEntry("reason", "no " + "x".repeat(252));
        events("1 envelope.sent.v1", "2 envelope.disputed.v1");
    }

    @Test
    void shouldTakeADuplicateOfOurEntryForAnAcceptanceAndOfAnotherForADispute() {
        partner.faults.add(call -> {
            partner.look(call);
            String ours = last(partner.verified(call.body()));
            return partner.signed(
                    200,
                    "DUPE",
                    partner.key,
                    partner.lastEntryChecksum(),
                    r -> r.put("duplicateOfAcceptedEnvelopeTransferChainEntrySignedContent", ours));
        });
        due();
        eventually(() -> assertThat(registry.outcomes).hasSize(1));
        assertThat(registry.outcomes.get(0).path("responseCode").asText()).isEqualTo("DUPE");
        assertThat(registry.outcomes.get(0).path("accepted").asBoolean()).isTrue();

        String other = UUID.randomUUID().toString();
        partner.faults.add(call -> {
            partner.look(call);
            return partner.signed(
                    200,
                    "DUPE",
                    partner.key,
                    partner.lastEntryChecksum(),
                    r -> r.put("duplicateOfAcceptedEnvelopeTransferChainEntrySignedContent", new PeerKey().sign("{}")));
        });
        due(other);
        eventually(() -> assertThat(registry.outcomes).hasSize(2));
        assertThat(registry.outcomes.get(1).path("accepted").asBoolean()).isFalse();
        assertThat(registry.outcomes.get(1).path("responseCode").asText()).isEqualTo("DISE");
        assertThat(Operator.envelope(other)).containsEntry("state", "DISPUTED").containsEntry("responseCode", "DUPE");
    }

    @Test
    void shouldSendDocumentsAgainWhenTheyAreMissingOrSpoilt() {
        partner.faults.add(partner::proper);
        partner.faults.add(call -> partner.signed(409, "INCD"));
        partner.faults.add(partner::proper);
        partner.faults.add(call -> new Answer(204, ""));
        partner.faults.add(partner::proper);
        due();
        eventually(() -> assertThat(registry.outcomes).hasSize(1));
        assertThat(partner.calls)
                .extracting(call -> call.method() + " " + kind(call))
                .containsExactly(
                        "POST envelopes",
                        "PUT document", // INCD
                        "POST envelopes",
                        "PUT document",
                        "PUT finish", // MDOC: it was lost
                        "PUT document",
                        "PUT finish");
        assertThat(registry.outcomes.get(0).path("responseCode").asText()).isEqualTo("RECE");
    }

    @Test
    void shouldSendOnceWhateverTheEventsDo() throws Exception {
        registry.sendDue(envelopeId, billId, "RECV", bill, List.of());
        String event = event(envelopeId);
        publish(event);
        publish(event);
        publish(event.replace(
                PeerJson.tree(event).path("id").asText(), UUID.randomUUID().toString()));
        publish(event.replace("bill.transfer-started.v1", "bill.issued.v1")
                .replace(
                        PeerJson.tree(event).path("id").asText(),
                        UUID.randomUUID().toString()));
        eventually(() -> assertThat(registry.outcomes).hasSize(1));
        Thread.sleep(1_500);
        assertThat(registry.outcomes).hasSize(1);
        assertThat(partner.envelopes()).hasSize(1);
        events("1 envelope.sent.v1", "2 envelope.accepted.v1");
    }

    @Test
    void shouldWaitForRegistryPartnerAndOutcome() {
        String unknown = Operator.newReference().substring(4, 8);
        registry.away = true;
        registry.sendDue(envelopeId, billId, unknown, bill, List.of());
        publish(event(envelopeId));
        eventually(() -> assertThat(view()).containsEntry("state", "DUE"));
        eventually(() -> assertThat(view()).containsKey("reason").containsKey("nextAttemptAt"));
        registry.away = false;
        eventually(() -> assertThat(view()).containsEntry("state", "SENDING"));
        eventually(() -> assertThat(String.valueOf(view().get("reason"))).contains("PUT /partners/" + unknown));
        partner.faults.add(call -> {
            registry.away = true;
            return partner.proper(call);
        });
        Operator.registerPartner(unknown, partner.baseUrl() + "/", partner.key.jwks());
        eventually(() -> assertThat(view()).containsEntry("state", "ACCEPTED").containsKey("nextAttemptAt"));
        assertThat(registry.outcomes).isEmpty();
        registry.away = false;
        eventually(() -> assertThat(registry.outcomes).hasSize(1));
        eventually(() -> assertThat(view()).doesNotContainKey("nextAttemptAt"));
    }

    @Test
    void shouldSendNothingThatTheRegistryNoLongerWants() {
        publish(event(envelopeId));
        eventually(() -> assertThat(view()).containsEntry("state", "WITHDRAWN").containsEntry("version", 0));
        assertThat(partner.calls).isEmpty();
        assertThat(Operator.events(envelopeId)).isEmpty();
    }

    @Test
    void shouldTakeNothingFromWhatOnlyStandsBeforeTheRegistry() {
        registry.strangerAnswers = 404;
        due();
        eventually(() -> assertThat(view()).containsEntry("state", "DUE").containsKey("reason"));
        registry.strangerAnswers = 409;
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(4))
                .until(() -> "DUE".equals(view().get("state")));
        registry.strangerAnswers = 0;
        eventually(() -> assertThat(registry.outcomes).hasSize(1));
    }

    @Test
    void shouldGoOnAfterACrashWithTheSameBytes() {
        // As a SIGKILL leaves it: the bytes are stored, the lease of the dead process runs for minutes, nobody works.
        for (int tries = 0; tries < 100; tries++) {
            partner.faults.add(call -> new Answer(200, null));
        }
        due();
        eventually(() -> assertThat(view()).containsEntry("state", "SENDING"));
        eventually(() -> assertThat(partner.envelopes()).isNotEmpty());
        Operator.registerPartner("RECV", "http://localhost:1", partner.key.jwks());
        eventually(() -> assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> transfers.update(
                                "nextAttemptAt = ?1 where id = ?2 and state = ?3",
                                Instant.now().plusSeconds(3600),
                                UUID.fromString(envelopeId),
                                OutboundState.SENDING)))
                .isEqualTo(1));
        partner.faults.clear();
        Operator.registerPartner("RECV", partner.baseUrl(), partner.key.jwks());
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> registry.outcomes.isEmpty());

        dispatcher.resume(null);

        eventually(() -> assertThat(registry.outcomes).hasSize(1));
        byte[] first = partner.envelopes().get(0).body();
        assertThat(partner.envelopes())
                .hasSizeGreaterThan(1)
                .allSatisfy(call -> assertThat(call.body()).isEqualTo(first));
        events("1 envelope.sent.v1", "2 envelope.accepted.v1");
    }

    private static String kind(ReceivingPeer.Call call) {
        if (call.path().contains("/additional-documents/")) {
            return "document";
        }
        return call.path().endsWith("/finish-transfer") ? "finish" : "envelopes";
    }

    private static String last(JsonNode message) {
        var chain = message.path("envelopeTransferChain");
        return chain.get(chain.size() - 1).asText();
    }

    private void due() {
        due(envelopeId);
    }

    private void due(String id) {
        registry.sendDue(id, billId, "RECV", bill, List.of());
        publish(event(id));
    }

    private String event(String id) {
        String template = """
                {"specversion":"1.0","id":"%s","source":"/tegata/bl-registry","type":"bill.transfer-started.v1",
                "subject":"%s","time":"2026-11-20T16:00:00.000Z","datacontenttype":"application/json",
                "sequence":"7","data":{"billId":"%s","transportDocumentReference":"SOLU1","envelopeId":"%s",
                "purpose":"transfer","recipientPlatform":"RECV","title":{"status":"IN_TRANSIT"}}}
                """;
        return template.formatted(UUID.randomUUID(), billId, billId, id);
    }

    private void publish(String event) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("bills", billId, event));
        }
    }

    private Map<String, Object> view() {
        return Operator.envelope(envelopeId);
    }

    private void events(String... expected) {
        eventually(() -> assertThat(Operator.events(envelopeId)).containsExactly(expected));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(assertion);
    }
}
