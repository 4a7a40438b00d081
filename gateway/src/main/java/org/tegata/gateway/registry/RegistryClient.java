package org.tegata.gateway.registry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.gateway.GatewayConfig;
import org.tegata.gateway.HttpCalls;
import org.tegata.gateway.pint.IdentifyingCode;
import org.tegata.gateway.pint.PintJson;
import org.tegata.gateway.pint.SignedEnvelope;
import org.tegata.gateway.pint.Transaction;
import org.tegata.gateway.pint.UnreadableMessage;

/** Calls the bl-registry's gateway API (scope bills:gateway). */
@Singleton
public class RegistryClient {

    private static final int MAX_ANSWER_BYTES = 64_000_000;

    private final HttpCalls calls;
    private final RegistryToken token;
    private final GatewayConfig config;

    RegistryClient(HttpCalls calls, RegistryToken token, GatewayConfig config) {
        this.calls = calls;
        this.token = token;
        this.config = config;
    }

    /** What is to be sent; empty when this envelope is no longer due. */
    public Optional<OutgoingEnvelope> outgoing(UUID billId, UUID envelopeId) {
        var answer = call(request("/gateway/bills/%s/outgoing?envelopeId=%s".formatted(billId, envelopeId))
                .GET());
        if (answer.status() == 200) {
            return Optional.of(outgoing(json(answer)));
        }
        if (isProblem(answer, 404, "not-found") || isProblem(answer, 409, "no-envelope-due")) {
            return Optional.empty();
        }
        throw unexpected(answer);
    }

    private static OutgoingEnvelope outgoing(JsonNode json) {
        var transactions = new ArrayList<JsonNode>();
        json.path("transactions").forEach(transactions::add);
        var visualisation = json.path("visualisation");
        return new OutgoingEnvelope(
                UUID.fromString(json.path("billId").asText()),
                UUID.fromString(json.path("envelopeId").asText()),
                json.path("recipientPlatform").asText(),
                json.path("transportDocument").asText(),
                json.path("issuanceManifestSignedContent").asText(),
                List.copyOf(transactions),
                texts(json.path("receivedEntries")),
                visualisation.isObject()
                        ? new OutgoingEnvelope.Document(
                                visualisation.path("name").asText(),
                                visualisation.path("mediaType").asText(),
                                visualisation.path("contentBase64").asText())
                        : null);
    }

    /** Tells how it ended; the registry answers a repeat of the same outcome like the first. */
    public void report(UUID billId, Outcome outcome) {
        var answer = call(request("/gateway/bills/%s/outcome".formatted(billId))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", outcome.envelopeId().toString())
                .POST(BodyPublishers.ofString(PintJson.write(outcome))));
        if (answer.status() != 200) {
            throw unexpected(answer);
        }
    }

    /**
     * Hands a verified envelope to the owner of the bill.
     *
     * @param visualisation the carrier's visualisation with its content, null when the envelope has none or it has not
     *     come yet
     * @param dryRun only ask, store nothing
     */
    public Verdict receive(SignedEnvelope signed, OutgoingEnvelope.@Nullable Document visualisation, boolean dryRun) {
        var body = new LinkedHashMap<String, Object>();
        body.put("sendingPlatform", signed.sendingPlatform());
        body.put("transportDocument", signed.envelope().transportDocument());
        body.put("issuanceManifestSignedContent", signed.issuanceManifestSignedContent());
        body.put("entries", signed.envelope().envelopeTransferChain());
        body.put(
                "transactions",
                signed.transactions().stream().map(Transaction::content).toList());
        if (visualisation != null) {
            body.put("visualisation", visualisation);
        }
        var answer = call(request("/gateway/received-envelopes" + (dryRun ? "?dryRun=true" : ""))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(PintJson.write(body))));
        if (isProblem(answer, 400, "malformed-request") || isProblem(answer, 413, "payload-too-large")) {
            // Readable by us, not by the owner of bills: it can never be accepted as it is.
            return new Verdict(Verdict.Result.UNACCEPTABLE, null, List.of(), detail(answer));
        }
        if (answer.status() != 200) {
            throw unexpected(answer);
        }
        var json = json(answer);
        String billId = json.path("billId").asText("");
        return new Verdict(
                Verdict.Result.valueOf(json.path("result").asText()),
                billId.isEmpty() ? null : UUID.fromString(billId),
                texts(json.path("acceptedEntries")),
                json.path("reason").asText(""));
    }

    /** Name of the party with this code on our platform. */
    public Optional<String> receiver(IdentifyingCode code) {
        var answer = call(request("/gateway/receivers?codeListProvider=%s&partyCode=%s"
                        .formatted(encoded(code.codeListProvider()), encoded(code.partyCode())))
                .GET());
        if (answer.status() == 200) {
            return Optional.of(json(answer).path("partyName").asText());
        }
        // 400: a code that no party here could have
        if (isProblem(answer, 404, "not-found") || isProblem(answer, 400, "malformed-request")) {
            return Optional.empty();
        }
        throw unexpected(answer);
    }

    private HttpRequest.Builder request(String path) {
        String base = config.registryUrl().toString();
        String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "application/json");
    }

    private HttpCalls.Answer call(HttpRequest.Builder request) {
        var answer = callOnce(request);
        if (answer.status() == 401) {
            token.forget();
            answer = callOnce(request);
        }
        return answer;
    }

    private HttpCalls.Answer callOnce(HttpRequest.Builder request) {
        try {
            return calls.exchange(
                    request.copy()
                            .header("Authorization", "Bearer " + token.get())
                            .build(),
                    MAX_ANSWER_BYTES);
        } catch (IOException away) {
            throw new RegistryUnavailable("the registry cannot be reached: " + away.getMessage(), away);
        }
    }

    private static JsonNode json(HttpCalls.Answer answer) {
        try {
            return PintJson.object(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (UnreadableMessage unreadable) {
            throw new RegistryUnavailable("the registry answered what is not JSON", unreadable);
        }
    }

    /** Only the registry's own word ends anything: a proxy before it answers 404 and the like on its own account. */
    private static boolean isProblem(HttpCalls.Answer answer, int status, String slug) {
        if (answer.status() != status || !answer.contentType().startsWith("application/problem+json")) {
            return false;
        }
        var problem = json(answer);
        return problem.path("status").asInt() == status
                && problem.path("type").asText().equals("/problems/" + slug);
    }

    private static RegistryUnavailable unexpected(HttpCalls.Answer answer) {
        return new RegistryUnavailable("the registry answered %d %s".formatted(answer.status(), detail(answer)));
    }

    private static String detail(HttpCalls.Answer answer) {
        try {
            var problem = PintJson.object(new String(answer.body(), StandardCharsets.UTF_8));
            return problem.path("detail").asText(problem.path("title").asText(""));
        } catch (UnreadableMessage notAProblem) {
            return "";
        }
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
