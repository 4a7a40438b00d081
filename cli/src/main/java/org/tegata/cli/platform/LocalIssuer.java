package org.tegata.cli.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.tegata.seal.Sealer;

/**
 * A small OpenID Connect issuer for the sample parties, on the loopback address only: discovery, keys, and tokens by
 * client credentials (RFC 6749 section 4.4). In production the operator's own identity provider does this.
 */
final class LocalIssuer implements AutoCloseable {
    /** The authentication context class that the registry asks for by default, for acts with a key in custody. */
    static final String STEP_UP = "mfa";

    private static final int MAX_FORM_BYTES = 8_192;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(2, LocalIssuer::daemon);
    private final Sealer key;
    private final URI issuer;
    private final Map<String, Client> clients;

    /** Who may ask for tokens: on whose behalf, for what at most, for how long. */
    record Client(String secret, String party, String scopes, Duration life) {}

    LocalIssuer(int port, Sealer key, Map<String, Client> clients) {
        this.key = key;
        this.clients = Map.copyOf(clients);
        this.issuer = URI.create("http://localhost:" + port);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new PlatformFailure("The token issuer cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        server.setExecutor(workers);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext("/jwks", exchange -> answer(exchange, 200, key.publicJwks()));
        server.createContext("/token", this::token);
        server.start();
    }

    URI issuer() {
        return issuer;
    }

    URI jwks() {
        return issuer.resolve("/jwks");
    }

    URI tokenEndpoint() {
        return issuer.resolve("/token");
    }

    /** A signed token; the same as a client would get, without the HTTP call. */
    String issue(String subject, String party, String scopes, Duration life) {
        return issue(subject, party, scopes, life, Map.of());
    }

    /** The same of a user who has just authenticated with a second factor (RFC 9470). */
    String issueSteppedUp(String subject, String party, String scopes, Duration life) {
        long now = Instant.now().getEpochSecond();
        return issue(subject, party, scopes, life, Map.of("acr", STEP_UP, "auth_time", now));
    }

    private String issue(String subject, String party, String scopes, Duration life, Map<String, Object> more) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.toString());
        claims.put("aud", "tegata");
        claims.put("sub", subject);
        claims.put("upn", subject);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(life).getEpochSecond());
        claims.put("party", party);
        claims.put("scope", scopes);
        claims.putAll(more);
        return key.seal(json(claims));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void token(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, error("invalid_request"));
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_FORM_BYTES);
        Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
        basicCredentials(exchange, form);
        if (!"client_credentials".equals(form.get("grant_type"))) {
            answer(exchange, 400, error("unsupported_grant_type"));
            return;
        }
        String id = form.getOrDefault("client_id", "");
        Client client = clients.get(id);
        if (client == null || !same(client.secret(), form.getOrDefault("client_secret", ""))) {
            answer(exchange, 401, error("invalid_client"));
            return;
        }
        String wanted = form.getOrDefault("scope", client.scopes());
        Set<String> allowed = Set.of(client.scopes().split(" "));
        if (!allowed.containsAll(List.of(wanted.split(" ")))) {
            answer(exchange, 400, error("invalid_scope"));
            return;
        }
        Map<String, Object> reply = new LinkedHashMap<>();
        boolean stepUp = STEP_UP.equals(form.get("acr_values"));
        reply.put(
                "access_token",
                stepUp
                        ? issueSteppedUp(id, client.party(), wanted, client.life())
                        : issue(id, client.party(), wanted, client.life()));
        reply.put("token_type", "Bearer");
        reply.put("expires_in", client.life().toSeconds());
        reply.put("scope", wanted);
        answer(exchange, 200, json(reply));
    }

    private String discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer.toString());
        document.put("jwks_uri", jwks().toString());
        document.put("token_endpoint", tokenEndpoint().toString());
        document.put("grant_types_supported", List.of("client_credentials"));
        document.put("response_types_supported", List.of("token"));
        document.put("acr_values_supported", List.of(STEP_UP));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("ES256"));
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        return json(document);
    }

    private static void basicCredentials(HttpExchange exchange, Map<String, String> form) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            return;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                form.put("client_id", URLDecoder.decode(pair.substring(0, colon), StandardCharsets.UTF_8));
                form.put("client_secret", URLDecoder.decode(pair.substring(colon + 1), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException notBase64) {
            // then there are no credentials, and the answer is invalid_client
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> form.put(decode(pair[0]), decode(pair[1])));
        return form;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static String error(String code) {
        return "{\"error\":\"" + code + "\"}";
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, @Nullable String body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "token-issuer");
        thread.setDaemon(true);
        return thread;
    }
}
