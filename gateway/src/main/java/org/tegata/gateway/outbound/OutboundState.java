package org.tegata.gateway.outbound;

/** Where an envelope that is to be sent stands. */
enum OutboundState {
    /** The registry has announced it; its content is not fetched yet. */
    DUE,
    /** The bytes are stored and go out, the same each time, until a signed answer is held. */
    SENDING,
    /** The partner signed RECE or DUPE. */
    ACCEPTED,
    /** The partner signed BENV or BSIG: the bill goes back to its holder. */
    REFUSED,
    /** The partner signed DISE, or confirmed what we never sent: the bill stays locked and a person must look. */
    DISPUTED,
    /** The registry no longer wants it sent; nothing has left. */
    WITHDRAWN
}
