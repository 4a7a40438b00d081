package org.tegata.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.gateway.peer.Wire.document;
import static org.tegata.gateway.peer.Wire.finish;
import static org.tegata.gateway.peer.Wire.post;
import static org.tegata.gateway.peer.Wire.put;
import static org.tegata.gateway.peer.Wire.reference;
import static org.tegata.gateway.peer.Wire.signed;
import static org.tegata.gateway.peer.Wire.unsigned;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;
import org.tegata.gateway.peer.Operator;
import org.tegata.gateway.peer.PeerEnvelope;
import org.tegata.gateway.peer.PeerJson;
import org.tegata.gateway.peer.PeerKey;
import org.tegata.gateway.peer.PeerResource;
import org.tegata.gateway.peer.RegistryStandIn;

/** What earns a signed refusal, and that nothing is accepted because of it; the cast is that of {@link ReceivingIT}. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
@WithTestResource(PeerResource.class)
class RefusingIT {

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

    @Test
    void shouldSignBsigAndKeepNothing() {
        int before = envelopes();
        peer.manifestKey = new PeerKey();
        refused("BSIG", 422);
        peer.manifestKey = peerKey;
        peer.senderKey = carrierKey;
        refused("BSIG", 422);
        peer.senderKey = peerKey;
        peer.carrierKey = new PeerKey();
        refused("BSIG", 422);
        assertThat(envelopes()).isEqualTo(before);
        assertThat(registry.received).isEmpty();
    }

    @Test
    void shouldNotBelieveAKeyThatWasWithdrawn() {
        Operator.registerPartner("PEER", "http://localhost:1", new PeerKey().jwks());
        refused("BSIG", 422);
    }

    @Test
    void shouldSignBenv() {
        var all = List.<Consumer<PeerEnvelope>>of(
                p -> p.manifest = m -> m.put("transportDocumentChecksum", PeerJson.sha256("x")),
                p -> p.manifest =
                        m -> m.put("lastEnvelopeTransferChainEntrySignedContentChecksum", PeerJson.sha256("x")),
                p -> p.entry = e -> e.put("transportDocumentChecksum", PeerJson.sha256("x")),
                p -> p.entry =
                        e -> e.put("previousEnvelopeTransferChainEntrySignedContentChecksum", PeerJson.sha256("x")),
                p -> p.issuance = i -> i.put("documentChecksum", PeerJson.sha256("x")),
                p -> p.transactions.set(1, transfer("TGTB", PeerEnvelope.IMPORTER)),
                p -> p.transactions.set(1, transfer("TGTA", "TGTASTRANGER00000157")));
        for (var fault : all) {
            peer = new PeerEnvelope(Operator.newReference(), peerKey, carrierKey);
            fault.accept(peer);
            refused("BENV", 422);
        }
        assertThat(registry.received).isEmpty();
    }

    @Test
    void shouldSignBenvWhenTheOwnerOfBillsRefuses() {
        registry.unacceptable = "the actor is not the possessor";
        var message = peer.build();
        var benv = signed(post(message), 422, "BENV", message);
        assertThat(benv.path("reason").asText()).isEqualTo("the actor is not the possessor");
    }

    @Test
    void shouldSignDiseForAnotherChainOfAKnownBill() {
        var message = peer.build();
        signed(post(message), 200, "RECE", message);
        peer.transactions.set(1, transfer("TGTA", PeerEnvelope.CARRIER));
        var other = peer.build();
        signed(post(other), 409, "DISE", other);
        assertThat(registry.commits).hasValue(1);
        assertThat(Operator.request()
                        .get("/envelopes?state=DISPUTED")
                        .jsonPath()
                        .getList("items.transportDocumentChecksum", String.class))
                .as("kept for a person")
                .contains(message.documentChecksum());
    }

    @Test
    void shouldNotCompleteATransferAfterASignedRefusal() {
        peer.supporting.add(PDF);
        var begun = peer.build();
        String reference = reference(post(begun));
        document(reference, PDF);
        peer.transactions.set(1, transfer("TGTB", PeerEnvelope.IMPORTER));
        refused("BENV", 422);
        signed(finish(reference), 422, "BENV", begun);
        assertThat(registry.commits)
                .as("the sender may have taken the bill back")
                .hasValue(0);
    }

    @Test
    void shouldRefuseWhatNoDatabaseTakes() {
        peer.entry = e -> e.put("eblPlatform", "\u0000");
        refused("BSIG", 422);
        peer.entry = any -> {};
        peer.transactions.get(1).put("reasonCode", "\u0000\u0000");
        refused("BENV", 422);
        peer = new PeerEnvelope("SOLU\\u00001", peerKey, carrierKey);
        unsigned(post(peer.build()), 400);
    }

    @Test
    void shouldSignNothingForWhatOnlyStandsBeforeTheRegistry() {
        var message = peer.build();
        for (int status : new int[] {400, 404, 409, 413, 422}) {
            registry.strangerAnswers = status;
            unsigned(post(message), 503);
        }
        registry.strangerAnswers = 0;
        // Whoever comes first, this request or the turn that takes up what is unfinished, gets the acceptance.
        var answer = post(message);
        signed(answer, 200, code(answer).equals("DUPE") ? "DUPE" : "RECE", message);
    }

    /** The code in the payload of a signed answer, whoever signed it. */
    private static String code(Response answer) {
        var payload = PeerJson.tree(answer.asString()).asText().split("\\.", -1)[1];
        return PeerJson.tree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .path("responseCode")
                .asText();
    }

    @Test
    void shouldStayWithASignedRefusalWhenItsReasonIsGone() {
        String stranger = "GLEIF:TGTASTRANGER00000157";
        peer.transactions.set(1, transfer("TGTA", "TGTASTRANGER00000157"));
        var message = peer.build();
        signed(post(message), 422, "BENV", message);
        registry.parties.put(stranger, "No stranger any more");

        signed(post(message), 422, "BENV", message);
        var signedAnew = peer.build();
        signed(post(signedAnew), 422, "BENV", signedAnew);
        assertThat(registry.commits)
                .as("the sender may have taken the bill back")
                .hasValue(0);
    }

    @Test
    void shouldStayWithARefusalOfAnEntryThatCameInBadCompany() {
        for (var fault : badCompany()) {
            peer = new PeerEnvelope(Operator.newReference(), peerKey, carrierKey);
            var good = peer.build();
            fault.accept(peer);
            var bad = reseal(good);
            signed(post(bad), 422, "BENV", good);
            peer.manifest = any -> {};
            signed(post(good), 422, "BENV", good);
        }
        assertThat(registry.commits).hasValue(0);
    }

    @Test
    void shouldSignNoRefusalOfAnEntryThatTheRegistryMayBeAccepting() {
        var message = peer.build();
        registry.dieAfterCommit = true;
        unsigned(post(message), 503);
        assertThat(registry.commits).hasValue(1);
        for (var fault : badCompany()) {
            fault.accept(peer);
            assertThat(codeOrStatus(post(reseal(message)))).isIn("503", "RECE", "DUPE");
        }
        peer.manifestKey = new PeerKey();
        assertThat(codeOrStatus(post(reseal(message)))).isIn("503", "RECE", "DUPE");
        peer.manifestKey = peerKey;
        assertThat(codeOrStatus(post(message))).isIn("RECE", "DUPE");
    }

    /** Manifests that the sender itself has signed: of another document, and such as are no manifest at all. */
    private static List<Consumer<PeerEnvelope>> badCompany() {
        return List.of(
                p -> p.manifest = m -> m.put("transportDocumentChecksum", PeerJson.sha256("x")),
                p -> p.manifest = m -> m.remove("transportDocumentChecksum"));
    }

    private PeerEnvelope.Message reseal(PeerEnvelope.Message message) {
        return peer.seal(message.entries(), message.documentChecksum(), peer.issuanceManifest());
    }

    private static String codeOrStatus(Response answer) {
        var json = PeerJson.tree(answer.asString());
        return json.isTextual()
                ? PeerJson.payload(json.asText()).path("responseCode").asText()
                : String.valueOf(answer.statusCode());
    }

    @Test
    void shouldAnswerIncdAndGoOn() {
        peer.visualisation = XML;
        var message = peer.build();
        String reference = reference(post(message));
        String path = "/v3/envelopes/" + reference + "/additional-documents/";
        byte[] sameSize = XML.clone();
        sameSize[1] ^= 1;
        for (byte[] wrong : List.of(PDF, new byte[0], sameSize)) {
            signed(put(path + PeerJson.sha256(XML), wrong), 409, "INCD", message);
        }
        signed(put(path + PeerJson.sha256(PDF), PDF), 409, "INCD", message);
        signed(finish(reference), 409, "MDOC", message);
        assertThat(document(reference, XML).statusCode()).isEqualTo(204);
        signed(finish(reference), 200, "RECE", message);
    }

    private int envelopes() {
        return Operator.request()
                .get("/envelopes?limit=200")
                .jsonPath()
                .getList("items")
                .size();
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode transfer(String platform, String lei) {
        return PeerEnvelope.transaction(
                "TRANSFER",
                PeerEnvelope.party("PEER", PeerEnvelope.SHIPPER, "Hanshin Seiki K.K."),
                PeerEnvelope.party(platform, lei, "Somebody"));
    }

    private void refused(String code, int status) {
        var message = peer.build();
        signed(post(message), status, code, message);
    }
}
