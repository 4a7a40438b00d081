package org.tegata.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** One request in the making. */
public final class Call {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;
    private final String method;
    private final HttpRequest.Builder request;
    private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

    Call(Api api, String method, URI uri) {
        this.api = api;
        this.method = method;
        this.request = HttpRequest.newBuilder(uri);
    }

    public Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Call accept(String mediaType) {
        return header("Accept", mediaType);
    }

    /** The same act, sent again, carries the same key. */
    public Call idempotencyKey(String key) {
        return header("Idempotency-Key", key);
    }

    /** The version of the document on which the caller decided. */
    public Call ifMatch(long version) {
        return header("If-Match", "\"" + version + "\"");
    }

    public Call header(String name, String value) {
        request.setHeader(name, value);
        return this;
    }

    public Call xml(byte[] document) {
        return body("application/xml", document);
    }

    public Call text(byte[] document) {
        return body("text/plain", document);
    }

    /** A signed body: JWS compact (RFC 7515). */
    public Call jose(String jws) {
        return body("application/jose", jws.getBytes(StandardCharsets.US_ASCII));
    }

    public Call json(Object value) {
        try {
            return body("application/json", JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A body that is JSON already, to be sent as it is. */
    public Call jsonText(String json) {
        return body("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public Reply send() {
        return api.send(request.method(method, body));
    }

    private Call body(String mediaType, byte[] bytes) {
        body = BodyPublishers.ofByteArray(bytes);
        return header("Content-Type", mediaType);
    }
}
