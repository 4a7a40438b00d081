package org.tegata.gateway.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for the bl-registry, which runs in another process: a real HTTP server with memory and a token endpoint,
 * that speaks the registry's gateway API and can be away, or die right after it has committed.
 */
public final class RegistryStandIn implements AutoCloseable {

    private static final String TOKEN = "stand-in-token";

    private final HttpServer server;
    /** Accepted chains by the checksum of their document. */
    private final Map<String, List<String>> bills = new ConcurrentHashMap<>();

    private final Map<String, String> billIds = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> due = new ConcurrentHashMap<>();
    public final Map<String, String> parties = new ConcurrentHashMap<>(PeerEnvelope.parties());
    public final List<JsonNode> received = new CopyOnWriteArrayList<>();
    public final List<JsonNode> outcomes = new CopyOnWriteArrayList<>();
    public final AtomicInteger commits = new AtomicInteger();
    public volatile boolean away;
    /** Status that something before the registry answers in its place; 0 when nothing does. */
    public volatile int strangerAnswers;

    public volatile boolean dieAfterCommit;
    public volatile String unacceptable = "";

    public RegistryStandIn(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    /** A bill that is to be sent: what GET outgoing answers. */
    public ObjectNode sendDue(
            String envelopeId, String billId, String platform, PeerEnvelope bill, List<String> chain) {
        var outgoing = PeerJson.object()
                .put("billId", billId)
                .put("version", 7)
                .put("envelopeId", envelopeId)
                .put("purpose", "transfer")
                .put("recipientPlatform", platform)
                .put("transportDocument", bill.document)
                .put("transportDocumentChecksum", PeerJson.documentChecksum(bill.document))
                .put("issuanceManifestSignedContent", bill.issuanceManifest());
        outgoing.putArray("transactions").addAll(bill.transactions);
        var entries = outgoing.putArray("receivedEntries");
        chain.forEach(entries::add);
        if (bill.visualisation.length > 0) {
            outgoing.putObject("visualisation")
                    .put("name", "bill.xml")
                    .put("mediaType", "application/xml")
                    .put("contentBase64", java.util.Base64.getEncoder().encodeToString(bill.visualisation));
        }
        due.put(envelopeId, outgoing);
        return outgoing;
    }

    public void forgetDue(String envelopeId) {
        due.remove(envelopeId);
    }

    /** The bill was sent on from here: its chain is longer now, and it may come back. */
    public void know(String documentChecksum, List<String> chain) {
        bills.put(documentChecksum, new ArrayList<>(chain));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/token")) {
                answer(
                        exchange,
                        200,
                        "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":60}");
            } else if (strangerAnswers > 0) {
                answer(exchange, strangerAnswers, "text/html", "<h1>default backend</h1>");
            } else if (away) {
                answer(exchange, 503, "{\"title\":\"away\"}");
            } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, "{}");
            } else if (path.equals("/gateway/receivers")) {
                receivers(exchange);
            } else if (path.equals("/gateway/received-envelopes")) {
                receive(exchange);
            } else if (path.endsWith("/outgoing")) {
                var outgoing = due.get(query(exchange.getRequestURI()).get("envelopeId"));
                if (outgoing == null) {
                    problem(exchange, 409, "no-envelope-due");
                } else {
                    answer(exchange, 200, outgoing.toString());
                }
            } else if (path.endsWith("/outcome")) {
                var outcome = (ObjectNode) body(exchange);
                outcome.put("idempotencyKey", exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                outcomes.add(outcome);
                answer(exchange, 200, "{\"version\":8}");
            } else {
                answer(exchange, 404, "{}");
            }
        }
    }

    private void receivers(HttpExchange exchange) throws IOException {
        var query = query(exchange.getRequestURI());
        String name = parties.get(query.get("codeListProvider") + ":" + query.get("partyCode"));
        if (name == null) {
            problem(exchange, 404, "not-found");
        } else {
            answer(exchange, 200, "{\"partyName\":\"" + name + "\"}");
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = body(exchange);
        boolean dryRun = "true".equals(query(exchange.getRequestURI()).get("dryRun"));
        String verdict = judge(body, dryRun);
        if (!dryRun && dieAfterCommit) {
            dieAfterCommit = false;
            return;
        }
        answer(exchange, 200, verdict);
    }

    private synchronized String judge(JsonNode body, boolean dryRun) {
        String checksum =
                PeerJson.documentChecksum(body.path("transportDocument").asText());
        List<String> entries = new ArrayList<>();
        body.path("entries").forEach(entry -> entries.add(entry.asText()));
        var known = bills.get(checksum);
        var result = PeerJson.object();
        if (!unacceptable.isEmpty()) {
            return result.put("result", "UNACCEPTABLE")
                    .put("reason", unacceptable)
                    .toString();
        }
        if (known != null && samePayloads(known, entries)) {
            result.put("result", "DUPLICATE").put("billId", billIds.get(checksum));
            known.forEach(result.putArray("acceptedEntries")::add);
            return result.toString();
        }
        // A longer chain that begins with ours is a bill that comes back.
        if (known != null
                && !(entries.size() > known.size()
                        && entries.subList(0, known.size()).equals(known))) {
            return result.put("result", "DISPUTED")
                    .put("reason", "another chain is known")
                    .toString();
        }
        if (!dryRun) {
            received.add(body);
            commits.incrementAndGet();
            bills.put(checksum, entries);
            billIds.putIfAbsent(checksum, java.util.UUID.randomUUID().toString());
            result.put("billId", billIds.get(checksum)).put("version", 1);
        }
        return result.put("result", "ACCEPTED").toString();
    }

    private static boolean samePayloads(List<String> known, List<String> entries) {
        int last = entries.size() - 1;
        return known.size() == entries.size()
                && known.subList(0, last).equals(entries.subList(0, last))
                && known.get(last).split("\\.")[1].equals(entries.get(last).split("\\.")[1]);
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        return PeerJson.tree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(URI uri) {
        var query = new ConcurrentHashMap<String, String>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static void problem(HttpExchange exchange, int status, String slug) throws IOException {
        String type = "{\"type\":\"/problems/%s\",\"status\":%d}".formatted(slug, status);
        answer(exchange, status, "application/problem+json", type);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        answer(exchange, status, "application/json", json);
    }

    private static void answer(HttpExchange exchange, int status, String type, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
