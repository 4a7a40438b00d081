package org.tegata.system.history.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tegata.system.history.Act;
import org.tegata.system.history.Answer;
import org.tegata.system.history.Seen;
import org.tegata.system.history.Statement;
import org.tegata.system.history.Status;
import org.tegata.system.history.TitleRegister;

/**
 * The register over HTTP, each call to any of its instances. A statement is signed anew at each attempt, as a client
 * would that has forgotten its signature but not its key.
 */
final class HttpRegister implements TitleRegister {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final List<URI> instances;
    private final Map<String, Company> companies;
    private final Function<String, String> tokens;

    /** {@code tokens} gives the bearer token of a party. */
    HttpRegister(List<URI> instances, Map<String, Company> companies, Function<String, String> tokens) {
        this.instances = List.copyOf(instances);
        this.companies = Map.copyOf(companies);
        this.tokens = tokens;
    }

    HttpClient http() {
        return http;
    }

    @Override
    public Answer act(String bill, Statement statement) {
        return act(bill, statement, null);
    }

    /** An ISSUE with the carrier's signed issuance manifest, or any act without. */
    Answer act(String bill, Statement statement, @Nullable String manifest) {
        return send(request(bill, statement, manifest));
    }

    HttpRequest request(String bill, Statement statement, @Nullable String manifest) {
        var company = companies.get(statement.actor());
        if (company == null) {
            throw new IllegalArgumentException("no key of " + statement.actor());
        }
        byte[] payload = payload(bill, statement, manifest).toString().getBytes(StandardCharsets.UTF_8);
        return to("/bills/" + bill + "/acts", statement.actor())
                .header("Content-Type", "application/jose")
                .header("Idempotency-Key", statement.key())
                .POST(BodyPublishers.ofString(company.key().seal("act+jws", payload)))
                .build();
    }

    /** The place carries the idempotency key, so that the record itself tells which request made an entry. */
    private static ObjectNode payload(String bill, Statement statement, @Nullable String manifest) {
        var json = JSON.createObjectNode()
                .put("billId", bill)
                .put("head", statement.head())
                .put("act", statement.act().name())
                .put("actor", statement.actor())
                .put("signedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("place", statement.key());
        if (statement.recipient() != null) {
            json.putObject("recipient").put("party", statement.recipient());
        }
        if (manifest != null) {
            json.put("issuanceManifestSignedContent", manifest);
        }
        return json;
    }

    /** The statement in a payload as {@link #payload} writes it. */
    static Statement statement(JsonNode payload) {
        return new Statement(
                payload.path("place").asText(),
                payload.path("head").asText(),
                Act.valueOf(payload.path("act").asText()),
                payload.path("actor").asText(),
                text(payload.at("/recipient/party")));
    }

    @Override
    public Answer read(String bill, String reader) {
        return send(to("/bills/" + bill, reader).GET().build());
    }

    HttpRequest.Builder to(String path, String party) {
        var instance = instances.get(ThreadLocalRandom.current().nextInt(instances.size()));
        return HttpRequest.newBuilder(instance.resolve(path))
                .header("Authorization", "Bearer " + tokens.apply(party))
                .timeout(PATIENCE);
    }

    private Answer send(HttpRequest request) {
        try {
            return answer(request.method(), http.send(request, BodyHandlers.ofString()));
        } catch (IOException lost) {
            return new Answer.Unknown(lost.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("interrupted");
        }
    }

    static Answer answer(String method, HttpResponse<String> response) throws IOException {
        var body = JSON.readTree(response.body());
        if (response.statusCode() == 200) {
            var seen = seen(body);
            return method.equals("GET") ? new Answer.Sight(seen) : new Answer.Done(seen);
        }
        if (response.statusCode() >= 500) {
            return new Answer.Unknown(
                    response.statusCode() + " " + body.path("type").asText());
        }
        return new Answer.Refused(slug(body), moved(body));
    }

    private static String slug(JsonNode problem) {
        String type = problem.path("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static Answer.@Nullable Moved moved(JsonNode problem) {
        var first = problem.path("actedFirst");
        return first.isMissingNode()
                ? null
                : new Answer.Moved(
                        problem.path("head").asText(),
                        first.path("version").asLong(),
                        first.path("actor").asText(),
                        first.path("act").asText());
    }

    private static Seen seen(JsonNode bill) {
        return new Seen(
                bill.path("version").asLong(),
                bill.path("head").asText(),
                Status.valueOf(bill.path("status").asText()),
                text(bill.at("/holder/party")),
                text(bill.at("/endorsee/party")),
                text(bill.at("/pledgor/party")));
    }

    static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
