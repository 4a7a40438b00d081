package org.tegata.gateway.pint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.tegata.seal.SealRejected;
import org.tegata.seal.SealVerifier;

/** First judgement on a readable envelope: every signature, each by a key of whom it names. */
public final class EnvelopeVerifier {

    private final KeyDirectory keys;

    public EnvelopeVerifier(KeyDirectory keys) {
        this.keys = keys;
    }

    /**
     * Verifies manifest, chain entries and issuance manifest; throws {@link EnvelopeRefused} with BSIG, or with
     * BENV when a sound signature covers something that is not what the standard asks for.
     */
    public SignedEnvelope verify(Envelope envelope) {
        var chain = envelope.envelopeTransferChain();
        var platforms = new ArrayList<String>();
        for (int i = 0; i < chain.size(); i++) {
            platforms.add(claimedPlatform(chain.get(i), name(i)));
        }
        // The envelope's sender is the platform that made the last entry; nobody else may sign its manifest.
        String sender = platforms.get(platforms.size() - 1);
        byte[] manifest = open(envelope.envelopeManifestSignedContent(), platformKeys(sender), "The envelope manifest");
        var payloads = new ArrayList<byte[]>();
        for (int i = 0; i < chain.size(); i++) {
            payloads.add(open(chain.get(i), platformKeys(platforms.get(i)), name(i)));
        }
        return assemble(envelope, manifest, payloads, jws -> open(jws, carrierKeys(envelope), "The issuance manifest"));
    }

    /** An envelope that was verified before it was stored; its signatures are not looked at again. */
    public static SignedEnvelope reopen(Envelope stored) {
        var payloads = stored.envelopeTransferChain().stream()
                .map(EnvelopeVerifier::payload)
                .toList();
        return assemble(stored, payload(stored.envelopeManifestSignedContent()), payloads, EnvelopeVerifier::payload);
    }

    private static SignedEnvelope assemble(
            Envelope envelope, byte[] manifest, List<byte[]> payloads, Opener issuanceOpener) {
        var entries = new ArrayList<ChainEntry>();
        for (int i = 0; i < payloads.size(); i++) {
            var payload = Payload.read(payloads.get(i), "envelopeTransferChain[" + i + "]");
            entries.add(ChainEntry.read(envelope.envelopeTransferChain().get(i), payload));
        }
        String issuanceJws = issuanceManifest(envelope, entries.get(0));
        byte[] issuance = issuanceOpener.open(issuanceJws);
        return new SignedEnvelope(
                envelope,
                EnvelopeManifest.read(Payload.read(manifest, "envelopeManifest")),
                entries,
                IssuanceManifest.read(Payload.read(issuance, "issuanceManifest")),
                issuanceJws);
    }

    private interface Opener {
        byte[] open(String jws);
    }

    private static byte[] payload(String jws) {
        try {
            return SealVerifier.unverifiedPayload(jws);
        } catch (SealRejected impossible) {
            throw new IllegalStateException("verified before it was stored", impossible);
        }
    }

    private static String name(int index) {
        return "Entry %d of the transfer chain".formatted(index + 1);
    }

    /** The platform named in the payload, which says only whose keys to try. */
    private static String claimedPlatform(String jws, String what) {
        try {
            byte[] payload = SealVerifier.unverifiedPayload(jws);
            return PintJson.object(PintJson.text(payload)).path("eblPlatform").asText("");
        } catch (SealRejected | UnreadableMessage undecodable) {
            throw EnvelopeRefused.badSignature(what + " cannot be decoded");
        }
    }

    private SealVerifier platformKeys(String eblPlatform) {
        return keys.platform(eblPlatform)
                .orElseThrow(() -> EnvelopeRefused.badSignature("No key is known for a platform named in the chain"));
    }

    private SealVerifier carrierKeys(Envelope envelope) {
        return keys.carrier(issuingCarrier(PintJson.object(envelope.transportDocument())))
                .orElseThrow(() -> EnvelopeRefused.badSignature("No key is known for the issuing carrier"));
    }

    /** The issuing party's codes; the carrier's own code only for a document whose issuing party has none. */
    static List<String> issuingCarrier(JsonNode transportDocument) {
        var ids = new LinkedHashSet<String>();
        for (JsonNode code :
                transportDocument.path("documentParties").path("issuingParty").path("identifyingCodes")) {
            ids.add(code.path("codeListProvider").asText() + ":"
                    + code.path("partyCode").asText());
        }
        if (ids.isEmpty()) {
            ids.add(transportDocument.path("carrierCodeListProvider").asText() + ":"
                    + transportDocument.path("carrierCode").asText());
        }
        return List.copyOf(ids);
    }

    private static String issuanceManifest(Envelope envelope, ChainEntry first) {
        if (first.issuanceManifestSignedContent() != null) {
            return first.issuanceManifestSignedContent();
        }
        if (envelope.issuanceManifestSignedContent() != null) {
            return envelope.issuanceManifestSignedContent();
        }
        throw EnvelopeRefused.badEnvelope("The first entry carries no issuance manifest");
    }

    private static byte[] open(String jws, SealVerifier verifier, String what) {
        try {
            return verifier.verify(jws);
        } catch (SealRejected rejected) {
            throw EnvelopeRefused.badSignature("%s: %s".formatted(what, rejected.getMessage()));
        }
    }
}
