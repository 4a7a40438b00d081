package org.tegata.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tegata.gateway.peer.Wire.document;
import static org.tegata.gateway.peer.Wire.finish;
import static org.tegata.gateway.peer.Wire.post;
import static org.tegata.gateway.peer.Wire.reference;
import static org.tegata.gateway.peer.Wire.signed;
import static org.tegata.gateway.peer.Wire.texts;
import static org.tegata.gateway.peer.Wire.unsigned;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;
import org.tegata.gateway.peer.Operator;
import org.tegata.gateway.peer.PeerEnvelope;
import org.tegata.gateway.peer.PeerJson;
import org.tegata.gateway.peer.PeerKey;
import org.tegata.gateway.peer.PeerResource;
import org.tegata.gateway.peer.RegistryStandIn;
import org.tegata.seal.Sealer;

/**
 * The receiving role, played against an independent sender that was written from the specification alone. PostgreSQL
 * and Kafka are real; the registry is a stand-in with memory behind real HTTP, because it runs in another process.
 */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
@WithTestResource(PeerResource.class)
class ReceivingIT {

    private static final byte[] XML = "<bill>瀬戸内</bill>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PDF = "certificate".getBytes(StandardCharsets.UTF_8);

    private final PeerKey peerKey = new PeerKey();
    private final PeerKey carrierKey = new PeerKey();
    private PeerEnvelope peer = new PeerEnvelope("x", peerKey, carrierKey);
    private RegistryStandIn registry;

    @BeforeEach
    void meet() {
        registry = PeerResource.registry();
        Operator.registerPartner("PEER", "http://localhost:1", peerKey.jwks());
        Operator.registerCarrier("GLEIF:" + PeerEnvelope.CARRIER, carrierKey.jwks());
        peer = new PeerEnvelope(Operator.newReference(), peerKey, carrierKey);
    }

    @AfterEach
    void part() {
        registry.close();
    }

    @Nested
    class Accepting {

        @Test
        void shouldAnswerReceAtOnceWhenThereAreNoDocuments() {
            var message = peer.build();
            var rece = signed(post(message), 200, "RECE", message);
            assertThat(rece.path("receivedAdditionalDocumentChecksums").isArray())
                    .as("an empty array, not an absent one")
                    .isTrue();
            assertThat(rece.path("receivedAdditionalDocumentChecksums")).isEmpty();
            assertThat(rece.has("reason")).isFalse();
            assertThat(registry.commits).hasValue(1);
            var body = registry.received.get(0);
            assertThat(body.path("transportDocument").asText()).isEqualTo(peer.document);
            assertThat(body.path("sendingPlatform").asText()).isEqualTo("PEER");
            assertThat(body.path("entries").get(0).asText()).isEqualTo(message.lastEntry());
            assertThat(body.path("transactions")).isEqualTo(PeerJson.tree(peer.transactions.toString()));
            assertThat(PeerJson.verified(
                            body.path("issuanceManifestSignedContent").asText(), carrierKey.jwks()))
                    .isNotNull();
        }

        @Test
        void shouldTakeDocumentsThenFinish() {
            peer.visualisation = XML;
            peer.supporting.add(PDF);
            var message = peer.build();
            var started = post(message);
            assertThat(started.statusCode()).isEqualTo(201);
            var json = PeerJson.tree(started.asString());
            assertThat(json.path("transportDocumentChecksum").asText()).isEqualTo(message.documentChecksum());
            assertThat(json.path("lastEnvelopeTransferChainEntrySignedContentChecksum")
                            .asText())
                    .isEqualTo(message.lastEntryChecksum());
            assertThat(texts(json.path("missingAdditionalDocumentChecksums")))
                    .containsExactly(PeerJson.sha256(XML), PeerJson.sha256(PDF));
            String reference = json.path("envelopeReference").asText();

            var mdoc = signed(finish(reference), 409, "MDOC", message);
            assertThat(texts(mdoc.path("missingAdditionalDocumentChecksums"))).hasSize(2);
            assertThat(document(reference, XML).statusCode()).isEqualTo(204);
            assertThat(document(reference, XML).statusCode()).as("again").isEqualTo(204);
            mdoc = signed(finish(reference), 409, "MDOC", message);
            assertThat(texts(mdoc.path("missingAdditionalDocumentChecksums"))).containsExactly(PeerJson.sha256(PDF));
            assertThat(document(reference, PDF).statusCode()).isEqualTo(204);
            assertThat(registry.commits)
                    .as("nothing is committed before finish")
                    .hasValue(0);

            var rece = signed(finish(reference), 200, "RECE", message);
            assertThat(texts(rece.path("receivedAdditionalDocumentChecksums")))
                    .containsExactly(PeerJson.sha256(XML), PeerJson.sha256(PDF));
            var visualisation = registry.received.get(0).path("visualisation");
            assertThat(visualisation.path("name").asText()).isEqualTo("bill.xml");
            assertThat(visualisation.path("mediaType").asText()).isEqualTo("application/xml");
            assertThat(Base64.getDecoder()
                            .decode(visualisation.path("contentBase64").asText()))
                    .isEqualTo(XML);

            recordedOnce(reference, message);
        }

        private void recordedOnce(String reference, PeerEnvelope.Message message) {
            assertThat(Operator.envelope(reference))
                    .containsEntry("state", "ACCEPTED")
                    .containsEntry("direction", "INBOUND")
                    .containsEntry("version", 1)
                    .containsEntry("responseCode", "RECE");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(Operator.events(reference)).containsExactly("1 envelope.received.v1"));
            assertThat(Operator.request()
                            .get("/envelopes/" + reference + "/content")
                            .asByteArray())
                    .as("the bytes as they came")
                    .isEqualTo(message.json().getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void shouldAnswerDupeForEver() {
            peer.supporting.add(PDF);
            var message = peer.build();
            String reference = reference(post(message));
            document(reference, PDF);
            signed(finish(reference), 200, "RECE", message);
            registry.away = true;
            for (Response again : List.of(finish(reference), post(message))) {
                var dupe = signed(again, 200, "DUPE", message);
                assertThat(dupe.path("duplicateOfAcceptedEnvelopeTransferChainEntrySignedContent")
                                .asText())
                        .isEqualTo(message.lastEntry());
                assertThat(texts(dupe.path("receivedAdditionalDocumentChecksums")))
                        .containsExactly(PeerJson.sha256(PDF));
            }
            var signedAnew = peer.build();
            assertThat(signedAnew.lastEntry()).isNotEqualTo(message.lastEntry());
            var dupe = signed(post(signedAnew), 200, "DUPE", signedAnew);
            assertThat(dupe.path("duplicateOfAcceptedEnvelopeTransferChainEntrySignedContent")
                            .asText())
                    .as("the entry that was accepted, not the one sent now")
                    .isEqualTo(message.lastEntry());
            assertThat(registry.commits).hasValue(1);
        }

        @Test
        void shouldAnswerDupeToAnOldManifestWithAReSignedEntry() {
            var message = peer.build();
            signed(post(message), 200, "RECE", message);
            peer.manifest =
                    old -> old.put("lastEnvelopeTransferChainEntrySignedContentChecksum", message.lastEntryChecksum());
            var retry = peer.build();
            signed(post(retry), 200, "DUPE", retry);
        }

        @Test
        void shouldKeepDocumentsWhenTheTransferStartsAnew() {
            peer.visualisation = XML;
            peer.supporting.add(PDF);
            var first = peer.build();
            String reference = reference(post(first));
            document(reference, XML);
            var again = PeerJson.tree(post(first).asString());
            assertThat(again.path("envelopeReference").asText()).isEqualTo(reference);
            assertThat(texts(again.path("missingAdditionalDocumentChecksums"))).containsExactly(PeerJson.sha256(PDF));

            var other = peer.build();
            var restarted = PeerJson.tree(post(other).asString());
            String newReference = restarted.path("envelopeReference").asText();
            assertThat(newReference).isNotEqualTo(reference);
            assertThat(texts(restarted.path("missingAdditionalDocumentChecksums")))
                    .containsExactly(PeerJson.sha256(PDF));
            // Unsigned: a signed word names an entry, and the later transfer may go on with the same one.
            unsigned(finish(reference), 404);
            document(newReference, PDF);
            signed(finish(newReference), 200, "RECE", other);
        }

        @Test
        void shouldTakeABillThatComesBack() {
            var message = peer.build();
            signed(post(message), 200, "RECE", message);
            // Our own entry, signed by our own key, is the middle of the chain that returns.
            var ours = PeerJson.object()
                    .put("eblPlatform", "TGTA")
                    .put("transportDocumentChecksum", message.documentChecksum())
                    .put(
                            "previousEnvelopeTransferChainEntrySignedContentChecksum",
                            PeerJson.sha256(message.lastEntry()));
            ours.putArray("transactions")
                    .add(PeerEnvelope.transaction(
                            "TRANSFER",
                            PeerEnvelope.party("TGTA", PeerEnvelope.IMPORTER, "Elbe"),
                            PeerEnvelope.party("PEER", PeerEnvelope.SHIPPER, "Hanshin")));
            String sealKey = ConfigProvider.getConfig().getValue("tegata.gateway.seal-key", String.class);
            String ourEntry = Sealer.fromFile(Path.of(sealKey)).seal(ours.toString());
            registry.know(message.documentChecksum(), List.of(message.lastEntry(), ourEntry));

            var later = new PeerEnvelope("x", peerKey, carrierKey);
            later.document = peer.document;
            later.earlier.addAll(List.of(message.lastEntry(), ourEntry));
            later.transactions.remove(0);
            var back = later.build();
            signed(post(back), 200, "RECE", back);

            later.earlier.set(1, new PeerKey().sign(ours.toString()));
            var forged = later.build();
            signed(post(forged), 422, "BSIG", forged);
        }
    }

    @Nested
    class Failing {

        @Test
        void shouldNotAnswerReceBeforeTheRegistryHasCommitted() {
            peer.supporting.add(PDF);
            var message = peer.build();
            String reference = reference(post(message));
            document(reference, PDF);
            registry.away = true;
            var away = finish(reference);
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.header("Retry-After")).isNotBlank();
            unsigned(away, 503);
            registry.away = false;
            await().atMost(Duration.ofSeconds(20)).until(() -> registry.commits.get() == 1);
            var answer = finish(reference);
            // RECE to the repeat, or DUPE when our own recovery was quicker
            assertThat(code(answer)).isIn("RECE", "DUPE");
        }

        @Test
        void shouldFinishWhenItDiedBetweenTheRegistrysCommitAndTheAnswer() {
            var message = peer.build();
            registry.dieAfterCommit = true;
            unsigned(post(message), 503);
            assertThat(registry.commits).hasValue(1);
            var id = Operator.request().get("/envelopes").jsonPath().getString("items[0].id");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(Operator.envelope(id)).containsEntry("state", "ACCEPTED"));
            assertThat(registry.commits).as("once").hasValue(1);
            signed(post(message), 200, "DUPE", message);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(Operator.events(id)).containsExactly("1 envelope.received.v1"));
        }

        @Test
        void shouldAcceptOnceWhenTheSameEnvelopeArrivesSeveralTimesAtOnce() {
            for (int round = 0; round < 5; round++) {
                peer = new PeerEnvelope(Operator.newReference(), peerKey, carrierKey);
                registry.commits.set(0);
                var message = peer.build();
                var twins = IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(message)))
                        .toList();
                var codes = twins.stream()
                        .map(CompletableFuture::join)
                        .map(ReceivingIT::code)
                        .toList();
                assertThat(codes).containsOnlyOnce("RECE").containsOnly("RECE", "DUPE");
                assertThat(registry.commits).hasValue(1);
            }
        }

        @Test
        void shouldUnderstandASenderThatOffersToUpgradeToHttp2() throws Exception {
            // The JDK's client does so by default, on a POST with a body too.
            var message = peer.build();
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v3/envelopes"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(message.json()))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("API-Version")).hasValue("3.0.0");
            assertThat(PeerJson.payload(PeerJson.tree(answer.body()).asText())
                            .path("responseCode")
                            .asText())
                    .isEqualTo("RECE");
        }

        @Test
        void shouldAcceptOnceWhenTwoFinishAtTheSameTime() {
            peer.supporting.add(PDF);
            var message = peer.build();
            String reference = reference(post(message));
            document(reference, PDF);
            var twins = List.of(
                    CompletableFuture.supplyAsync(() -> finish(reference)),
                    CompletableFuture.supplyAsync(() -> finish(reference)),
                    CompletableFuture.supplyAsync(() -> finish(reference)));
            var codes = twins.stream()
                    .map(CompletableFuture::join)
                    .map(ReceivingIT::code)
                    .toList();
            assertThat(codes).containsOnlyOnce("RECE").containsOnly("RECE", "DUPE");
            assertThat(registry.commits).hasValue(1);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(Operator.events(reference)).containsExactly("1 envelope.received.v1"));
        }
    }

    private static String code(Response answer) {
        return PeerJson.payload(PeerJson.tree(answer.asString()).asText())
                .path("responseCode")
                .asText();
    }
}
