package org.tegata.gateway.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Another platform in the receiving role: checks with its own code what arrives, asks for the declared documents, and
 * signs RECE; or plays, one request at a time, the faults that it was told to play first.
 */
public final class ReceivingPeer implements AutoCloseable {

    /** One way to answer one request; a null body cuts the connection. */
    public interface Fault {
        Answer answer(Call call);
    }

    /** What came. */
    public record Call(String method, String path, byte[] body, Map<String, List<String>> headers) {}

    /** What goes back. */
    public record Answer(int status, String body) {}

    private final HttpServer server;
    public final PeerKey key = new PeerKey();
    public final List<Call> calls = new CopyOnWriteArrayList<>();
    public final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    /** Public keys of the sender and of the carrier. */
    public volatile String senderJwks = "";

    public volatile String carrierJwks = "";
    private final Map<String, byte[]> documents = new LinkedHashMap<>();
    private JsonNode envelope = PeerJson.object();

    public ReceivingPeer() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    public String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public List<Call> envelopes() {
        return calls.stream()
                .filter(call -> call.path().equals("/v3/envelopes"))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var call = new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                body,
                Map.copyOf(exchange.getRequestHeaders()));
        calls.add(call);
        try (exchange) {
            var fault = faults.poll();
            var answer = fault == null ? proper(call) : fault.answer(call);
            if (answer.body() == null) {
                return;
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("API-Version", "3.0.0");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** As the specification has it. */
    public synchronized Answer proper(Call call) {
        if (call.path().equals("/v3/envelopes")) {
            envelope = verified(call.body());
            var missing = missing();
            if (missing.isEmpty()) {
                return signed(200, "RECE");
            }
            var started = PeerJson.object()
                    .put("envelopeReference", "ref 1/é")
                    .put(
                            "transportDocumentChecksum",
                            manifest().path("transportDocumentChecksum").asText())
                    .put("lastEnvelopeTransferChainEntrySignedContentChecksum", lastEntryChecksum());
            missing.forEach(started.putArray("missingAdditionalDocumentChecksums")::add);
            return new Answer(201, started.toString());
        }
        if (call.path().contains("/additional-documents/")) {
            String checksum = call.path().substring(call.path().lastIndexOf('/') + 1);
            byte[] content = Base64.getDecoder()
                    .decode(PeerJson.tree(new String(call.body(), StandardCharsets.UTF_8))
                            .asText());
            if (!PeerJson.sha256(content).equals(checksum)) {
                return signed(409, "INCD");
            }
            documents.put(checksum, content);
            return new Answer(204, "");
        }
        return missing().isEmpty() ? signed(200, "RECE") : signed(409, "MDOC");
    }

    /** The signatures, the linkage and the checksums of what arrived, or an exception. */
    public JsonNode verified(byte[] body) {
        var message = PeerJson.tree(new String(body, StandardCharsets.UTF_8));
        var chain = message.path("envelopeTransferChain");
        String last = chain.get(chain.size() - 1).asText();
        var entry = PeerJson.verified(last, senderJwks);
        var manifest =
                PeerJson.verified(message.path("envelopeManifestSignedContent").asText(), senderJwks);
        String checksum =
                PeerJson.documentChecksum(message.path("transportDocument").toString());
        require(entry.path("transportDocumentChecksum").asText().equals(checksum));
        require(manifest.path("transportDocumentChecksum").asText().equals(checksum));
        require(manifest.path("lastEnvelopeTransferChainEntrySignedContentChecksum")
                .asText()
                .equals(PeerJson.sha256(last)));
        if (chain.size() > 1) {
            require(entry.path("previousEnvelopeTransferChainEntrySignedContentChecksum")
                    .asText()
                    .equals(PeerJson.sha256(chain.get(chain.size() - 2).asText())));
        } else {
            var issuance = PeerJson.verified(
                    entry.path("issuanceManifestSignedContent").asText(), carrierJwks);
            require(issuance.path("documentChecksum").asText().equals(checksum));
        }
        return message;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("the envelope does not hold together");
        }
    }

    private JsonNode manifest() {
        return PeerJson.payload(envelope.path("envelopeManifestSignedContent").asText());
    }

    public String lastEntryChecksum() {
        return manifest()
                .path("lastEnvelopeTransferChainEntrySignedContentChecksum")
                .asText();
    }

    public synchronized List<String> missing() {
        var missing = new ArrayList<String>();
        var visualisation = manifest().path("eBLVisualisationByCarrier");
        if (visualisation.isObject()
                && !documents.containsKey(visualisation.path("documentChecksum").asText())) {
            missing.add(visualisation.path("documentChecksum").asText());
        }
        return missing;
    }

    public byte[] document(String checksum) {
        return documents.get(checksum);
    }

    public Answer signed(int status, String code) {
        return signed(status, code, key, lastEntryChecksum(), any -> {});
    }

    public Answer signed(
            int status, String code, PeerKey by, String last, java.util.function.Consumer<ObjectNode> more) {
        var response = PeerJson.object()
                .put("lastEnvelopeTransferChainEntrySignedContentChecksum", last)
                .put("responseCode", code);
        if (code.equals("RECE")) {
            documents.keySet().forEach(response.putArray("receivedAdditionalDocumentChecksums")::add);
        }
        if (code.equals("MDOC")) {
            missing().forEach(response.putArray("missingAdditionalDocumentChecksums")::add);
        }
        more.accept(response);
        return new Answer(status, "\"" + by.sign(response.toString()) + "\"");
    }

    /** Remembers the envelope without answering properly. */
    public synchronized void look(Call call) {
        envelope = verified(call.body());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
