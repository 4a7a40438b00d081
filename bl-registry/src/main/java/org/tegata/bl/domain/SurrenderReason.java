package org.tegata.bl.domain;

/** Why a bill is surrendered for amendment (DCSA {@code reasonCode}). */
public enum SurrenderReason {
    /** Switch to paper. */
    SWTP,
    /** Change of destination. */
    COD,
    /** Switch bill of lading. */
    SWI
}
