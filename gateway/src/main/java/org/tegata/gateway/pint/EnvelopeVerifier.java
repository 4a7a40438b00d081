package org.tegata.gateway.pint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
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

    /** The platform that the last entry names; believed only of an envelope whose entries were verified. */
    public static String sender(Envelope envelope) {
        return claimedPlatform(envelope.lastEntry(), "The last entry");
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
            String named =
                    PintJson.object(PintJson.text(payload)).path("eblPlatform").asText("");
            if (!PlatformCode.hasForm(named)) {
                throw EnvelopeRefused.badSignature(what + " names no platform");
            }
            return named;
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

    /**
     * The one carrier in whose name the document is issued, named as the registry names it: the issuing party's LEI,
     * else its first code, else the carrier code; nobody when it states an LEI that is none. Not any code that happens
     * to be registered here: else the key of one carrier would count for a bill of another.
     */
    static PartyId issuingCarrier(JsonNode transportDocument) {
        PartyId first = null;
        PartyId lei = null;
        for (JsonNode code :
                transportDocument.path("documentParties").path("issuingParty").path("identifyingCodes")) {
            var id = partyId(code.path("codeListProvider"), code.path("partyCode"));
            boolean isLei = code.path("codeListProvider").asText().equals(PartyId.GLEIF);
            if (isLei && id == null) {
                throw EnvelopeRefused.badSignature("The issuing party states a Legal Entity Identifier that is none");
            }
            lei = lei == null && isLei ? id : lei;
            first = first == null ? id : first;
        }
        if (lei != null) {
            return lei;
        }
        if (first == null) {
            first = partyId(transportDocument.path("carrierCodeListProvider"), transportDocument.path("carrierCode"));
        }
        if (first == null) {
            throw EnvelopeRefused.badSignature("The document names no issuing carrier whose key could be known");
        }
        return first;
    }

    private static @Nullable PartyId partyId(JsonNode codeListProvider, JsonNode partyCode) {
        try {
            return new PartyId(codeListProvider.asText(), partyCode.asText());
        } catch (IllegalArgumentException notOurForm) {
            return null;
        }
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
