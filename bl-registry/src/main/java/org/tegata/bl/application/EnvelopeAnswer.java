package org.tegata.bl.application;

import java.util.List;
import java.util.UUID;

/**
 * What another platform answered to an envelope of ours, as the gateway reports it.
 *
 * @param responseCode DCSA's code, as signed
 * @param signedResponse the signed answer
 * @param entries the whole chain as it was sent
 */
public record EnvelopeAnswer(
        UUID envelopeId, boolean accepted, String responseCode, String signedResponse, List<String> entries) {

    public EnvelopeAnswer {
        entries = List.copyOf(entries);
    }

    /** Valid and signed, but the other platform has another chain: nobody can decide this but people. */
    boolean isDispute() {
        return responseCode.equals("DISE");
    }
}
