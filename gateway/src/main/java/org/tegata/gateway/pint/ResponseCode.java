package org.tegata.gateway.pint;

/** What a receiving platform may answer under its signature (DCSA PINT 3.0.0, EnvelopeTransferFinishedResponse). */
public enum ResponseCode {
    /** Accepted: from here on the receiving platform controls the bill. */
    RECE(200),
    /** This envelope was accepted before; the earlier acceptance stands. */
    DUPE(200),
    /** A signature is missing, wrong or by a key that is not known for its platform. */
    BSIG(422),
    /** The envelope can never be accepted; the sending platform keeps the bill. */
    BENV(422),
    /** A document differs from what the manifest declares; the transfer goes on. */
    INCD(409),
    /** Documents are missing; the transfer goes on. */
    MDOC(409),
    /** Signed and sound, but it contradicts the chain that is known: a double spend may be under way. */
    DISE(409);

    private final int httpStatus;

    ResponseCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /** The status that goes with the code; the signed code decides, never this number. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Both say that the receiving platform has the bill. */
    public boolean accepted() {
        return this == RECE || this == DUPE;
    }
}
