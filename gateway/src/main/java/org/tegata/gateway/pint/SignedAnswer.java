package org.tegata.gateway.pint;

import org.tegata.seal.SealRejected;
import org.tegata.seal.SealVerifier;

/**
 * A partner's answer that counts: signed by the partner, about the envelope that we sent.
 *
 * @param signedContent the JWS as it came, kept as evidence
 */
public record SignedAnswer(String signedContent, FinishedResponse response) {

    /** Why a body is no answer: it decides nothing, and the sender goes on repeating. */
    public static final class NotAnAnswer extends Exception {

        private static final long serialVersionUID = 1L;

        NotAnAnswer(String reason) {
            super(reason);
        }
    }

    /**
     * Reads the answer to one of our requests.
     *
     * @param lastEntryChecksum of the envelope sent; an answer about another envelope is none
     */
    public static SignedAnswer read(byte[] body, SealVerifier partner, String lastEntryChecksum) throws NotAnAnswer {
        String jws;
        try {
            jws = PintJson.string(body);
        } catch (UnreadableMessage unsigned) {
            throw new NotAnAnswer("the answer is not signed");
        }
        FinishedResponse response;
        try {
            response = FinishedResponse.read(partner.verify(jws));
        } catch (SealRejected rejected) {
            throw new NotAnAnswer("the answer's signature does not count: " + rejected.getMessage());
        } catch (EnvelopeRefused invalid) {
            throw new NotAnAnswer("the signed answer breaks the schema: " + invalid.reason());
        }
        if (!response.lastEnvelopeTransferChainEntrySignedContentChecksum().equals(lastEntryChecksum)) {
            throw new NotAnAnswer("the signed answer is about another envelope");
        }
        return new SignedAnswer(jws, response);
    }

    /** Whether a DUPE really confirms our last entry: the accepted one is ours, at most signed anew. */
    public boolean confirms(String ourLastEntry) {
        String accepted = response.duplicateOfAcceptedEnvelopeTransferChainEntrySignedContent();
        return accepted != null
                && ChainEntry.isCompactJws(accepted)
                && ChainEntry.payloadOf(accepted).equals(ChainEntry.payloadOf(ourLastEntry));
    }
}
