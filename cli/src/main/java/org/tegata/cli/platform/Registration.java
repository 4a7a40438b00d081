package org.tegata.cli.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.tegata.cli.api.Api;
import org.tegata.cli.api.Call;
import org.tegata.cli.api.Reply;

/**
 * Tells each platform whom it deals with, through the public administrative endpoints: its own parties
 * and their keys, the carriers, and the other platform's gateway and its keys. All calls may be repeated.
 */
final class Registration {
    private final Platform platform;
    private final Api api = new Api(Duration.ofSeconds(30));

    Registration(Platform platform) {
        this.platform = platform;
    }

    void introduceEverybody() {
        // Two at a time: the first call of a fresh service takes a second of its processor.
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> introduce(EblPlatform.TGTB));
        introduce(EblPlatform.TGTA);
        other.join();
    }

    private void introduce(EblPlatform home) {
        Service registry = service(home, "bl-registry");
        Service gateway = service(home, "gateway");
        JsonNode carrierKeys = json(platform.key(SampleParty.CARRIER).publicJwks());
        Map<String, Object> carrier = Map.of("name", SampleParty.CARRIER.companyName(), "jwks", carrierKeys);
        put(home, gateway, "/carriers/" + encode(SampleParty.CARRIER.id()), carrier);
        Stream.of(SampleParty.values())
                .filter(party -> party.home() == home && !party.isOperator())
                .forEach(party -> introduce(home, registry, party));
        EblPlatform other = home == EblPlatform.TGTA ? EblPlatform.TGTB : EblPlatform.TGTA;
        URI otherGateway = platform.url(service(other, "gateway"));
        Reply otherKeys =
                api.get(otherGateway.resolve("/.well-known/jwks.json")).send();
        put(home, gateway, "/partners/" + other, Map.of("baseUrl", otherGateway.toString(), "jwks", otherKeys.json()));
    }

    private void introduce(EblPlatform home, Service registry, SampleParty party) {
        String path = "/parties/" + encode(party.id());
        put(home, registry, path, Map.of("name", party.companyName()));
        JsonNode own = json(platform.key(party).publicJwk());
        post(home, registry, path + "/keys", Map.of("jwk", own));
        if (party == SampleParty.SHIPPER) {
            JsonNode kept = json(platform.custody().publicJwk());
            post(home, registry, path + "/keys", Map.of("jwk", kept, "custodyAlias", CustodyStore.ALIAS));
        }
    }

    private void put(EblPlatform home, Service service, String path, Object body) {
        send(home, service, path, api.put(platform.url(service).resolve(path)), body);
    }

    private void post(EblPlatform home, Service service, String path, Object body) {
        send(home, service, path, api.post(platform.url(service).resolve(path)), body);
    }

    private void send(EblPlatform home, Service service, String path, Call prepared, Object body) {
        Reply reply = prepared.bearer(platform.token(home.operator()))
                .idempotencyKey("register-" + Integer.toHexString(path.hashCode()) + "-" + System.nanoTime())
                .json(body)
                .send();
        if (reply.status() >= 300) {
            throw new PlatformFailure(service.label() + " refused a registration: " + reply);
        }
    }

    private static Service service(EblPlatform home, String module) {
        return Stream.of(Service.values())
                .filter(service ->
                        service.platform() == home && service.module().equals(module))
                .findFirst()
                .orElseThrow();
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
