package org.tegata.gateway.pint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tegata.gateway.peer.PeerEnvelope;
import org.tegata.gateway.peer.PeerJson;
import org.tegata.gateway.peer.PeerKey;
import org.tegata.seal.Keys;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.Sealer;
import org.tegata.seal.TrustedKeys;

/** What we build is read here by the peer's own code, not by ours. */
class BuildingEnvelopesTest {

    private static final byte[] XML = "<bill>瀬戸内</bill>".getBytes(StandardCharsets.UTF_8);

    private final PeerEnvelope peer = new PeerEnvelope("SOLU26110001", new PeerKey(), new PeerKey());
    private final Sealer sealer = Sealer.fromJwk(Keys.newEcKeyJwk());
    private final EnvelopeBuilder builder = new EnvelopeBuilder("TGTA", sealer);
    private final List<JsonNode> transactions = List.copyOf(peer.transactions);

    @Test
    void shouldBuildTheFirstEntryWithTheIssuanceManifest() {
        String issuance = peer.issuanceManifest();
        var built = builder.build(
                peer.document, issuance, List.of(), transactions, DocumentMetadata.of("b.xml", "application/xml", XML));

        String json = new String(built.toJson(), StandardCharsets.UTF_8);
        assertThat(json).as("the document's characters").startsWith("{\"transportDocument\":" + peer.document + ",");
        var message = PeerJson.tree(json);
        String last = message.path("envelopeTransferChain").get(0).asText();
        var entry = PeerJson.verified(last, sealer.publicJwks());
        assertThat(entry.path("eblPlatform").asText()).isEqualTo("TGTA");
        assertThat(entry.path("transportDocumentChecksum").asText())
                .isEqualTo(PeerJson.documentChecksum(peer.document));
        assertThat(entry.has("previousEnvelopeTransferChainEntrySignedContentChecksum"))
                .isFalse();
        assertThat(entry.path("issuanceManifestSignedContent").asText()).isEqualTo(issuance);
        assertThat(entry.path("transactions")).isEqualTo(PeerJson.tree(transactions.toString()));
        assertThat(message.path("issuanceManifestSignedContent").asText())
                .as("at the top level too, where some peers look")
                .isEqualTo(issuance);

        var manifest =
                PeerJson.verified(message.path("envelopeManifestSignedContent").asText(), sealer.publicJwks());
        assertThat(manifest.path("lastEnvelopeTransferChainEntrySignedContentChecksum")
                        .asText())
                .isEqualTo(PeerJson.sha256(last));
        assertThat(manifest.path("transportDocumentChecksum").asText())
                .isEqualTo(PeerJson.documentChecksum(peer.document));
        var visualisation = manifest.path("eBLVisualisationByCarrier");
        assertThat(visualisation.path("name").asText()).isEqualTo("b.xml");
        assertThat(visualisation.path("size").asInt()).isEqualTo(XML.length);
        assertThat(visualisation.path("mediaType").asText()).isEqualTo("application/xml");
        assertThat(visualisation.path("documentChecksum").asText()).isEqualTo(PeerJson.sha256(XML));
        assertThat(manifest.has("supportingDocuments")).isFalse();
    }

    @Test
    void shouldLinkALaterEntryAndLeaveTheIssuanceManifestToTheFirst() {
        String first = peer.build().lastEntry();
        var built = builder.build(peer.document, peer.issuanceManifest(), List.of(first), transactions, null);
        assertThat(built.envelopeTransferChain()).hasSize(2).startsWith(first);
        var entry = PeerJson.verified(built.lastEntry(), sealer.publicJwks());
        assertThat(entry.path("previousEnvelopeTransferChainEntrySignedContentChecksum")
                        .asText())
                .isEqualTo(PeerJson.sha256(first));
        assertThat(entry.has("issuanceManifestSignedContent")).isFalse();
        var manifest = PeerJson.payload(built.envelopeManifestSignedContent());
        assertThat(manifest.has("eBLVisualisationByCarrier")).isFalse();
    }

    @Test
    void shouldCountOnlyASignedAnswerAboutThisEnvelope() throws Exception {
        var partner = new PeerKey();
        var verifier = new SealVerifier(TrustedKeys.fromJwks(partner.jwks()));
        String ours = PeerJson.sha256("our last entry");
        String rece = "{\"lastEnvelopeTransferChainEntrySignedContentChecksum\":\"%s\",\"responseCode\":\"RECE\"}";

        var answer = SignedAnswer.read(json(partner.sign(rece.formatted(ours))), verifier, ours);
        assertThat(answer.response().responseCode()).isEqualTo(ResponseCode.RECE);

        notAnAnswer(rece.formatted(ours), verifier, ours, "not signed");
        notAnAnswer("", verifier, ours, "not signed");
        notAnAnswer(quoted(new PeerKey().sign(rece.formatted(ours))), verifier, ours, "does not count");
        notAnAnswer(quoted(partner.sign(rece.formatted(PeerJson.sha256("x")))), verifier, ours, "another envelope");
        notAnAnswer(quoted(partner.sign(rece.formatted(ours).replace("RECE", "OKAY"))), verifier, ours, "schema");
        notAnAnswer(quoted(partner.sign("[]")), verifier, ours, "schema");
    }

    @Test
    void shouldBelieveADuplicateOnlyForOurOwnEntry() throws Exception {
        var partner = new PeerKey();
        var ourKey = new PeerKey();
        String ourEntry = ourKey.sign("{\"eblPlatform\":\"TGTA\"}");
        String signedAnew = ourKey.sign("{\"eblPlatform\":\"TGTA\"}");
        String another = ourKey.sign("{\"eblPlatform\":\"TGTX\"}");
        assertThat(signedAnew).isNotEqualTo(ourEntry);
        assertThat(duplicate(partner, ourEntry, ourEntry)).isTrue();
        assertThat(duplicate(partner, ourEntry, signedAnew)).isTrue();
        assertThat(duplicate(partner, ourEntry, another)).isFalse();
        assertThat(duplicate(partner, ourEntry, null)).isFalse();
    }

    private static boolean duplicate(PeerKey partner, String ourEntry, String accepted) throws Exception {
        String last = PeerJson.sha256(ourEntry);
        var response = PeerJson.object()
                .put("lastEnvelopeTransferChainEntrySignedContentChecksum", last)
                .put("responseCode", "DUPE");
        if (accepted != null) {
            response.put("duplicateOfAcceptedEnvelopeTransferChainEntrySignedContent", accepted);
        }
        var verifier = new SealVerifier(TrustedKeys.fromJwks(partner.jwks()));
        return SignedAnswer.read(json(partner.sign(response.toString())), verifier, last)
                .confirms(ourEntry);
    }

    private static void notAnAnswer(String body, SealVerifier verifier, String ours, String why) {
        assertThatThrownBy(() -> SignedAnswer.read(body.getBytes(StandardCharsets.UTF_8), verifier, ours))
                .isInstanceOf(SignedAnswer.NotAnAnswer.class)
                .hasMessageContaining(why);
    }

    private static byte[] json(String jws) {
        return quoted(jws).getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String jws) {
        return "\"" + jws + "\"";
    }
}
