package org.tegata.gateway.pint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.access.PartyId;
import org.tegata.gateway.peer.PeerEnvelope;
import org.tegata.gateway.peer.PeerJson;
import org.tegata.gateway.peer.PeerKey;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.TrustedKeys;

/** Every check that stands between a message and the registry; each test fails when its check is taken away. */
class VerifyingEnvelopesTest {

    private static final byte[] XML = "<bill/>".getBytes(StandardCharsets.UTF_8);

    private final PeerKey peerKey = new PeerKey();
    private final PeerKey otherKey = new PeerKey();
    private final PeerKey carrierKey = new PeerKey();
    private final PeerKey otherCarrierKey = new PeerKey();
    private final PeerEnvelope peer = new PeerEnvelope("SOLU26110001", peerKey, carrierKey);
    private final EnvelopeVerifier verifier = new EnvelopeVerifier(new Keys(Map.of(
            "PEER",
            peerKey,
            "OTHR",
            otherKey,
            "TGTA",
            peerKey,
            "GLEIF:" + PeerEnvelope.CARRIER,
            carrierKey,
            "SMDG:MAL",
            otherCarrierKey)));

    private record Keys(Map<String, PeerKey> keys) implements KeyDirectory {

        @Override
        public Optional<SealVerifier> platform(String eblPlatform) {
            return Optional.ofNullable(keys.get(eblPlatform)).map(Keys::verifier);
        }

        @Override
        public Optional<SealVerifier> carrier(PartyId carrier) {
            return Optional.ofNullable(keys.get(carrier.toString())).map(Keys::verifier);
        }

        static SealVerifier verifier(PeerKey key) {
            return new SealVerifier(TrustedKeys.fromJwks(key.jwks()));
        }
    }

    @Test
    void shouldAcceptASoundEnvelope() {
        peer.visualisation = XML;
        peer.supporting.add("certificate".getBytes(StandardCharsets.UTF_8));
        var signed = checked(peer.build());
        assertThat(signed.sendingPlatform()).isEqualTo("PEER");
        assertThat(signed.transactions())
                .extracting(Transaction::actionCode)
                .containsExactly(ActionCode.ISSUE, ActionCode.TRANSFER);
        assertThat(signed.manifest().additionalDocuments())
                .extracting(DocumentMetadata::mediaType)
                .containsExactly("application/xml", "application/pdf");
        assertThat(signed.recipient().partyName()).isEqualTo("Elbe Werkzeughandel GmbH");
    }

    @Test
    void shouldFindTheIssuanceManifestAtTheTopLevelToo() {
        peer.issuanceInFirstEntry = false;
        peer.issuanceAtTopLevel = true;
        assertThat(checked(peer.build()).issuance().documentChecksum())
                .isEqualTo(PeerJson.documentChecksum(peer.document));
        peer.issuanceAtTopLevel = false;
        refused(peer.build(), ResponseCode.BENV, "no issuance manifest");
    }

    @Test
    void shouldAcceptAChainOfSeveralPlatforms() {
        var first = new PeerEnvelope("SOLU26110001", otherKey, carrierKey);
        first.sender = "OTHR";
        first.transactions = first.transactions.stream()
                .map(t -> PeerJson.tree(
                        t.toString().replace("\"PEER\"", "\"OTHR\"").replace("\"TGTA\"", "\"PEER\"")))
                .map(ObjectNode.class::cast)
                .toList();
        peer.earlier.add(first.build().lastEntry());
        peer.transactions.remove(0);
        var signed = checked(peer.build());
        assertThat(signed.chain()).extracting(ChainEntry::eblPlatform).containsExactly("OTHR", "PEER");
    }

    @Nested
    class Signatures {

        @Test
        void shouldRefuseAManifestSignedByAnotherPlatform() {
            peer.manifestKey = otherKey;
            refused(peer.build(), ResponseCode.BSIG, "manifest");
        }

        @Test
        void shouldRefuseABillThatOneCarrierIssuesInTheNameOfAnother() {
            // Carrier MAL is registered here too, puts its own code before the other's LEI and signs with its own key.
            var document = (ObjectNode) PeerJson.tree(peer.document);
            ((ArrayNode) document.path("documentParties").path("issuingParty").path("identifyingCodes"))
                    .insertObject(0)
                    .put("codeListProvider", "SMDG")
                    .put("partyCode", "MAL");
            peer.document = document.toString();
            peer.carrierKey = otherCarrierKey;

            refused(peer.build(), ResponseCode.BSIG, "no trusted key");
        }

        @Test
        void shouldNotTakeAnotherCodeForAWrongLeiOfTheCarrier() {
            var document = (ObjectNode) PeerJson.tree(peer.document);
            var codes = (ArrayNode)
                    document.path("documentParties").path("issuingParty").path("identifyingCodes");
            codes.addObject().put("codeListProvider", "GLEIF").put("partyCode", "TGTACARRIER000000164");
            peer.document = document.toString();

            refused(peer.build(), ResponseCode.BSIG, "Legal Entity Identifier");

            codes.remove(0);
            codes.addObject().put("codeListProvider", "SMDG").put("partyCode", "MAL");
            peer.document = document.toString();
            peer.carrierKey = otherCarrierKey;

            refused(peer.build(), ResponseCode.BSIG, "Legal Entity Identifier");
        }

        @Test
        void shouldRefuseAnEntrySignedByAnotherPlatform() {
            peer.senderKey = otherKey;
            refused(peer.build(), ResponseCode.BSIG, "Entry 1");
        }

        @Test
        void shouldRefuseAnUnknownPlatform() {
            peer.sender = "NONE";
            refused(peer.build(), ResponseCode.BSIG, "No key is known");
        }

        @Test
        void shouldRefuseAnIssuanceManifestThatTheCarrierDidNotSign() {
            peer.carrierKey = peerKey;
            refused(peer.build(), ResponseCode.BSIG, "issuance manifest");
        }

        @Test
        void shouldRefuseAnUnknownCarrier() {
            peer.document = peer.document.replace(PeerEnvelope.CARRIER, PeerEnvelope.SHIPPER);
            refused(peer.build(), ResponseCode.BSIG, "No key is known for the issuing carrier");
        }

        @Test
        void shouldRefuseTheTricksOfJose() {
            var message = peer.build();
            String manifest = read(message).envelopeManifestSignedContent();
            String payload = PeerJson.payload(manifest).toString();
            String[] parts = manifest.split("\\.");
            String none = PeerKey.base64("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
            String embedded = "{\"alg\":\"ES256\",\"jwk\":"
                    + PeerJson.tree(otherKey.jwks()).path("keys").get(0) + "}";
            for (String trick : List.of(
                    none + "." + parts[1] + "." + parts[2],
                    none + "." + parts[1] + ".AA",
                    peerKey.signHs256(payload),
                    otherKey.sign(embedded, payload),
                    otherKey.sign("{\"alg\":\"ES256\",\"kid\":\"../../PEER\"}", payload),
                    peerKey.sign("{\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"]}", payload),
                    peerKey.sign("{\"alg\":\"ES384\"}", payload),
                    peerKey.sign("{\"alg\":\"ES256\",\"alg\":\"none\"}", payload),
                    strayBits(manifest))) {
                var tricked = new PeerEnvelope.Message(
                        message.json().replace(manifest, trick),
                        message.entries(),
                        message.lastEntryChecksum(),
                        message.documentChecksum());
                refused(tricked, ResponseCode.BSIG, "manifest");
            }
        }

        @Test
        void shouldRefusePaddingAsUnreadable() {
            var message = peer.build();
            String manifest = read(message).envelopeManifestSignedContent();
            assertThatThrownBy(() -> read(message.json().replace(manifest, manifest + "=="), message))
                    .isInstanceOf(UnreadableMessage.class);
        }

        /** The last character of a 64-byte signature in base64url carries four unused bits. */
        private String strayBits(String jws) {
            char last = jws.charAt(jws.length() - 1);
            return jws.substring(0, jws.length() - 1) + (char) (last + 1);
        }
    }

    @Nested
    class Linkage {

        @Test
        void shouldRefuseAnEntryThatDoesNotPointAtTheOneBefore() {
            String first = peer.build().lastEntry();
            peer.earlier.add(first);
            peer.transactions.remove(0);
            peer.entry = entry ->
                    entry.put("previousEnvelopeTransferChainEntrySignedContentChecksum", PeerJson.sha256("another"));
            refused(peer.build(), ResponseCode.BENV, "does not point");
            peer.entry = entry -> entry.remove("previousEnvelopeTransferChainEntrySignedContentChecksum");
            refused(peer.build(), ResponseCode.BENV, "does not point");
        }

        @Test
        void shouldRefuseAChainWithoutItsBeginning() {
            peer.entry = entry ->
                    entry.put("previousEnvelopeTransferChainEntrySignedContentChecksum", PeerJson.sha256("cut off"));
            refused(peer.build(), ResponseCode.BENV, "not complete");
        }
    }

    @Nested
    class Checksums {

        @Test
        void shouldRefuseAManifestForAnotherLastEntry() {
            peer.manifest = content ->
                    content.put("lastEnvelopeTransferChainEntrySignedContentChecksum", PeerJson.sha256("another"));
            refused(peer.build(), ResponseCode.BENV, "another last entry");
        }

        @Test
        void shouldRefuseAManifestForAnotherDocument() {
            peer.manifest = content -> content.put("transportDocumentChecksum", PeerJson.sha256("another bill"));
            refused(peer.build(), ResponseCode.BENV, "manifest was made for another transport document");
        }

        @Test
        void shouldRefuseADocumentThatWasChanged() {
            var message = peer.build();
            var changed = new PeerEnvelope.Message(
                    message.json().replace("12000.0", "12001.0"),
                    message.entries(),
                    message.lastEntryChecksum(),
                    message.documentChecksum());
            refused(changed, ResponseCode.BENV, "another transport document");
        }

        @Test
        void shouldRefuseAnEntryOfAnotherBill() {
            peer.entry = entry -> entry.put("transportDocumentChecksum", PeerJson.sha256("another bill"));
            refused(peer.build(), ResponseCode.BENV, "Entry 1 was made for another");
        }

        @Test
        void shouldRefuseADocumentThatTheCarrierDidNotIssue() {
            peer.issuance = content -> content.put("documentChecksum", PeerJson.sha256("another bill"));
            refused(peer.build(), ResponseCode.BENV, "carrier issued another");
        }

        @Test
        void shouldRefuseAVisualisationThatTheCarrierDidNotIssue() {
            peer.visualisation = XML;
            peer.issuance = content -> content.put("eBLVisualisationByCarrierChecksum", PeerJson.sha256("another"));
            refused(peer.build(), ResponseCode.BENV, "visualisation");
        }
    }

    static Stream<Arguments> faultyTransactions() {
        var shipper = PeerEnvelope.party("PEER", PeerEnvelope.SHIPPER, "Hanshin");
        var elsewhere = PeerEnvelope.party("OTHR", PeerEnvelope.IMPORTER, "Elbe");
        var here = PeerEnvelope.party("TGTA", PeerEnvelope.IMPORTER, "Elbe");
        var carrierHere = PeerEnvelope.party("TGTA", PeerEnvelope.CARRIER, "Setouchi");
        return Stream.of(
                fault("recipient is not on this platform", p -> last(p, "TRANSFER", shipper, elsewhere)),
                fault("has no recipient", p -> last(p, "BLANK_ENDORSE", shipper, null)),
                fault("is not known", p -> last(p, "TRNS", shipper, here)),
                fault("ISSUE stands once", p -> last(p, "ISSUE", shipper, here)),
                fault("ISSUE stands once", p -> p.transactions.remove(0)),
                fault("on another platform", p -> last(p, "TRANSFER", elsewhere, here)),
                fault("addressed to the carrier", p -> last(p, "SURRENDER_FOR_DELIVERY", shipper, here)),
                fault("reasonCode", p -> p.transactions.get(1).put("reasonCode", "SWTP")),
                fault(
                        "after an accepted surrender",
                        p -> p.transactions.add(1, PeerEnvelope.transaction("SACC", shipper, null))),
                fault("actionDateTime", p -> p.transactions.get(1).put("actionDateTime", "yesterday")),
                fault(
                        "identifyingCodes",
                        p -> ((ObjectNode) p.transactions.get(1).get("actor")).putArray("identifyingCodes")),
                fault(
                        "control tracking registry",
                        p -> p.entry = entry -> entry.put("controlTrackingRegistry", "https://ctr.example.org/v1")),
                fault("reasonCode", p -> {
                    last(p, "SURRENDER_FOR_AMENDMENT", shipper, carrierHere);
                    p.transactions.get(1).put("reasonCode", "ABCD");
                }));
    }

    @ParameterizedTest(name = "{0} #{index}")
    @MethodSource("faultyTransactions")
    void shouldRefuseFaultyTransactions(String reason, Consumer<PeerEnvelope> fault) {
        fault.accept(peer);
        refused(peer.build(), ResponseCode.BENV, reason);
    }

    @Test
    void shouldAcceptASurrenderToTheIssuingCarrier() {
        last(
                peer,
                "SURRENDER_FOR_AMENDMENT",
                PeerEnvelope.party("PEER", PeerEnvelope.SHIPPER, "Hanshin"),
                PeerEnvelope.party("TGTA", PeerEnvelope.CARRIER, "Setouchi"));
        peer.transactions.get(1).put("reasonCode", "COD");
        assertThat(checked(peer.build()).recipient().partyName()).isEqualTo("Setouchi");
    }

    @Test
    void shouldTakeTheAnswerToASurrenderForTheOneWhoSurrendered() {
        // Issued on OTHR to a holder on TGTA, surrendered from there, accepted by the carrier on OTHR.
        var carrier = PeerEnvelope.party("OTHR", PeerEnvelope.CARRIER, "Setouchi");
        var holder = PeerEnvelope.party("TGTA", PeerEnvelope.IMPORTER, "Elbe");
        var first = new PeerEnvelope("SOLU26110001", otherKey, carrierKey);
        first.sender = "OTHR";
        first.transactions = List.of(PeerEnvelope.transaction("ISSUE", carrier, holder));
        var second = new PeerEnvelope("SOLU26110001", peerKey, carrierKey);
        second.sender = "TGTA";
        second.earlier.add(first.build().lastEntry());
        second.transactions = List.of(PeerEnvelope.transaction("SURRENDER_FOR_DELIVERY", holder, carrier));
        var third = new PeerEnvelope("SOLU26110001", otherKey, carrierKey);
        third.sender = "OTHR";
        third.earlier.addAll(second.build().entries());
        third.transactions = List.of(PeerEnvelope.transaction("SACC", carrier, null));
        assertThat(checked(third.build()).recipient().partyName()).isEqualTo("Elbe");
    }

    @Test
    void shouldRefuseAnEntryByAPlatformThatTheBillWasNotSentTo() {
        // The first entry sends the bill to TGTA; the second was made on PEER all the same.
        peer.earlier.add(peer.build().lastEntry());
        peer.transactions.remove(0);
        refused(peer.build(), ResponseCode.BENV, "was not sent to");
    }

    private static Arguments fault(String reason, Consumer<PeerEnvelope> change) {
        return Arguments.of(reason, change);
    }

    private static void last(PeerEnvelope peer, String action, ObjectNode actor, ObjectNode recipient) {
        peer.transactions.set(1, PeerEnvelope.transaction(action, actor.deepCopy(), recipient));
    }

    private SignedEnvelope checked(PeerEnvelope.Message message) {
        var signed = verifier.verify(read(message));
        signed.requireLinkage();
        signed.requireChecksums();
        signed.requireTransactionRules("TGTA");
        return signed;
    }

    private void refused(PeerEnvelope.Message message, ResponseCode code, String reason) {
        assertThatThrownBy(() -> checked(message)).isInstanceOfSatisfying(EnvelopeRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.reason()).containsIgnoringCase(reason);
        });
    }

    private static Envelope read(PeerEnvelope.Message message) {
        return read(message.json(), message);
    }

    private static Envelope read(String json, PeerEnvelope.Message message) {
        assertThat(message.entries()).isNotEmpty();
        return Envelope.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
