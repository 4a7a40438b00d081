package org.tegata.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What a service answered. */
public final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpRequest request;
    private final HttpResponse<byte[]> response;
    private final int attempts;

    Reply(HttpRequest request, HttpResponse<byte[]> response, int attempts) {
        this.request = request;
        this.response = response;
        this.attempts = attempts;
    }

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** How often the request was sent until this answer came. */
    public int attempts() {
        return attempts;
    }

    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
        try {
            JsonNode node = JSON.readTree(response.body());
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** A text member of the JSON body, by JSON pointer; empty when absent. */
    public String at(String pointer) {
        return json().at(pointer).asText("");
    }

    /** The document's version by its ETag; -1 when there is none. */
    public long version() {
        String tag = header("ETag").replace("W/", "").replace("\"", "");
        return tag.matches("[0-9]{1,18}") ? Long.parseLong(tag) : -1;
    }

    /** The stable type of the problem (RFC 9457), such as {@code wrong-state}; empty when it is no problem. */
    public String problem() {
        String type = at("/type");
        return type.startsWith("/problems/") ? type.substring("/problems/".length()) : "";
    }

    /** Request line, status and body, for a person who must see what went wrong. */
    @Override
    public String toString() {
        String body = text();
        return request.method() + " " + request.uri() + " -> " + status() + " "
                + (body.length() > 2_000 ? body.substring(0, 2_000) + "..." : body);
    }
}
