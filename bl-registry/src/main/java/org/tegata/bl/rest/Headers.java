package org.tegata.bl.rest;

/** Names of request headers. */
final class Headers {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String IF_MATCH = "If-Match";

    private Headers() {}
}
