package org.tegata.cli.api;

import java.net.http.HttpRequest;

/** The service did not answer for as long as the caller was ready to wait. */
public final class ServiceAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceAway(HttpRequest request, String trouble) {
        super("no answer from " + request.method() + " " + request.uri() + ": " + trouble);
    }
}
