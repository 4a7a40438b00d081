package org.tegata.gateway.inbound;

import org.tegata.gateway.pint.StartedResponse;

/** What a PINT endpoint answers when it has understood the request. */
sealed interface WireAnswer {

    /** A JWS in a JSON string, with the status that goes with its code. */
    record Signed(int status, String body) implements WireAnswer {}

    /** 201: documents are awaited. */
    record Started(StartedResponse response) implements WireAnswer {}

    /** 204: a document arrived. */
    record DocumentKept() implements WireAnswer {}
}
