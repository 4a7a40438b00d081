package org.tegata.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;
import org.tegata.seal.UnverifiedJws;
import org.tegata.seal.VerificationKey;

/** A register of one bill over HTTP: verifies what comes, compares the head, seals; refuses as the real one does. */
final class StandInRegister implements AutoCloseable {
    static final String BILL = "01a1f9ec-3e8d-7f83-b9f9-79d52304306f";
    static final String ACTOR = "GLEIF:TGTASHIPPER000000139";
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<JsonNode> statements = new ArrayList<>();
    final List<String> idempotencyKeys = new ArrayList<>();
    /** Acts that somebody else makes between the reading of the head and the act. */
    volatile boolean somebodyIsFaster;
    /** The act happens, but its first answers are lost. */
    volatile int lostAnswers;

    private final Sealer seal = Sealer.fromJwk(Keys.newEcKeyJwk());
    private final Sealer other = Sealer.fromJwk(Keys.newEcKeyJwk());
    private final VerificationKey actorsKey;
    private final List<String> seals = new ArrayList<>();
    private final Map<String, String> receipts = new HashMap<>();
    private final HttpServer server;

    StandInRegister(String publicJwk) throws IOException {
        actorsKey = VerificationKey.fromJwk(publicJwk);
        append("DRAFT", ACTOR, null);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            try (exchange) {
                serve(exchange);
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** As an issuer would make it, unsigned: the stand-in only reads it. */
    static String token() {
        String claims = "{\"party\":\"" + ACTOR + "\"}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    synchronized String head() throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(seals.get(seals.size() - 1).getBytes(StandardCharsets.US_ASCII)));
    }

    private synchronized void serve(HttpExchange exchange) throws Exception {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/.well-known/jwks.json")) {
            answer(exchange, 200, seal.publicJwks());
        } else if (!("Bearer " + token()).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"type\":\"/problems/unauthenticated\",\"title\":\"Who are you?\"}");
        } else if (path.equals("/bills/" + BILL)) {
            String manifest = ",\"issuance\":{\"issuanceManifest\":{\"documentChecksum\":\"ab\"}}";
            answer(exchange, 200, "{\"id\":\"" + BILL + "\",\"head\":\"" + head() + "\"" + manifest + "}");
            if (somebodyIsFaster) {
                append("SIGN", "GLEIF:TGTACONFBANK00000187", null);
            }
        } else if (path.equals("/bills/" + BILL + "/acts")) {
            act(exchange, body);
        } else if (path.equals("/bills/" + BILL + "/chain")) {
            ObjectNode chain = JSON.createObjectNode().put("billId", BILL).put("version", seals.size());
            ArrayNode entries = chain.putArray("entries");
            seals.forEach(each -> entries.addObject().put("seal", each).put("party", ACTOR));
            answer(exchange, 200, chain.toString());
        } else if (path.startsWith("/parties/")) {
            answer(
                    exchange,
                    200,
                    "[{\"jwk\":" + actorsKey.jwk()
                            + ",\"notBefore\":\"2026-01-01T00:00:00Z\",\"notAfter\":\"2099-01-01T00:00:00Z\"}]");
        } else {
            answer(exchange, 404, "{\"type\":\"/problems/not-found\",\"title\":\"There is no such bill\"}");
        }
    }

    private void act(HttpExchange exchange, String jws) throws Exception {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        idempotencyKeys.add(key);
        byte[] payload;
        try {
            payload = actorsKey.verify(jws, "act+jws");
        } catch (org.tegata.seal.SealRejected e) {
            answer(
                    exchange,
                    422,
                    "{\"type\":\"/problems/act-signature-rejected\",\"title\":\"The signature does not hold\","
                            + "\"detail\":\"\\u001b[2Jgone\"}");
            return;
        }
        JsonNode statement = JSON.readTree(payload);
        if (!receipts.containsKey(key)) {
            if (!statement.path("head").asText().equals(head())) {
                JsonNode last = JSON.readTree(
                        UnverifiedJws.read(seals.get(seals.size() - 1)).payload());
                ObjectNode problem = JSON.createObjectNode()
                        .put("type", "/problems/head-moved")
                        .put("title", "Somebody has acted first");
                problem.putObject("actedFirst")
                        .put("act", last.path("act").asText())
                        .put("actor", last.path("party").asText())
                        .put("recordedAt", last.path("recordedAt").asText())
                        .put("version", seals.size());
                answer(exchange, 409, problem.toString());
                return;
            }
            statements.add(statement);
            append(statement.path("act").asText(), ACTOR, jws);
            String holder = ",\"holder\":{\"partyName\":\"手形\"}}";
            receipts.put(key, "{\"billId\":\"" + BILL + "\",\"version\":" + seals.size() + holder);
        }
        if (lostAnswers > 0) {
            lostAnswers--;
            return;
        }
        answer(exchange, 200, receipts.get(key));
    }

    private void append(String act, String party, String signedAct) throws IOException {
        try {
            ObjectNode entry = JSON.createObjectNode().put("billId", BILL).put("sequence", seals.size() + 1);
            if (!seals.isEmpty()) {
                entry.put("previous", head());
            }
            entry.put("act", act).put("recordedAt", Instant.now().toString()).put("party", party);
            if (signedAct != null) {
                entry.put("signedAct", signedAct);
                ObjectNode transaction =
                        entry.putArray("transactions").addObject().put("actionCode", act);
                ObjectNode actor = transaction.putObject("actor").put("eblPlatform", "TGTA");
                actor.putArray("identifyingCodes")
                        .addObject()
                        .put("codeListProvider", party.split(":")[0])
                        .put("partyCode", party.split(":")[1]);
            }
            seals.add((act.equals("FORGED") ? other : seal).seal(entry.toString()));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
