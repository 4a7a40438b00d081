package org.tegata.bl.domain;

/** What an envelope from another platform comes to, in the order of DCSA's RECE, DUPE, DISE and BENV. */
public sealed interface EnvelopeVerdict {

    /** The register follows the envelope. */
    record Accepted(Decision decision) implements EnvelopeVerdict {}

    /** The same envelope was accepted before; {@code acceptedLength} entries of the chain on record answer it. */
    record Duplicate(int acceptedLength) implements EnvelopeVerdict {}

    /** Valid by itself, but it contradicts the record: a person must look. */
    record Disputed(String reason) implements EnvelopeVerdict {}

    /** It can never be accepted. */
    record Unacceptable(String reason) implements EnvelopeVerdict {}
}
