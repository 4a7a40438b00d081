package org.tegata.system.history.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.platform.Service;
import org.tegata.cli.platform.SoloInstance;
import org.tegata.cli.platform.SoloService;

/** Two instances of the register over one PostgreSQL and one Kafka, a fault proxy before each, and the companies. */
final class Cluster implements AutoCloseable {

    private static final int COMPANIES = 10;
    private static final String SCOPES = "bills:read bills:write bills:issue";
    private static final List<String> JVM = List.of("-Xms64m", "-Xmx320m", "-XX:+UseSerialGC");

    private final List<FaultProxy> proxies = List.of(new FaultProxy(), new FaultProxy());
    private final SoloService solo;
    private final List<SoloInstance> instances;
    private final Company carrier = Company.carrier();
    private final Map<String, Company> companies = new LinkedHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpRegister register;

    Cluster() throws InterruptedException, IOException {
        solo = SoloService.prepare(Service.REGISTRY, JVM, database(proxies.get(0)));
        instances = List.of(solo.first(), solo.another(database(proxies.get(1))));
        proxies.forEach(proxy -> proxy.forwardTo(solo.databasePort()));
        companies.put(carrier.party(), carrier);
        var shipper = Company.shipper();
        companies.put(shipper.party(), shipper);
        for (int n = 2; n < COMPANIES; n++) {
            var company = Company.number(n);
            companies.put(company.party(), company);
        }
        register = new HttpRegister(instances.stream().map(SoloInstance::url).toList(), companies, this::token);
        try {
            for (var instance : instances) {
                instance.start();
                instance.awaitReady();
            }
            for (var company : companies.values()) {
                introduce(company);
            }
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private static Map<String, String> database(FaultProxy proxy) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://localhost:" + proxy.port() + "/" + Service.REGISTRY.database());
    }

    private String token(String party) {
        return tokens.computeIfAbsent(party, each -> solo.token("history", each, SCOPES));
    }

    private void introduce(Company company) throws IOException, InterruptedException {
        String path = "/parties/" + URLEncoder.encode(company.party(), StandardCharsets.UTF_8);
        var name = HttpRegister.JSON.createObjectNode().put("name", company.name());
        administer("PUT", path, name.toString());
        var jwk = HttpRegister.JSON.createObjectNode();
        jwk.set("jwk", HttpRegister.JSON.readTree(company.key().publicJwk()));
        administer("POST", path + "/keys", jwk.toString());
    }

    private void administer(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url(0).resolve(path))
                .header(
                        "Authorization",
                        "Bearer " + solo.token("operator", SampleParty.PLATFORM_A.id(), "registry:admin"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "history-" + System.nanoTime())
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = register.http().send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
    }

    URI url(int instance) {
        return instances.get(instance).url();
    }

    HttpRegister register() {
        return register;
    }

    Company carrier() {
        return carrier;
    }

    String shipper() {
        return SampleParty.SHIPPER.id();
    }

    /** All but the carrier. */
    List<String> traders() {
        var traders = new ArrayList<>(companies.keySet());
        traders.remove(carrier.party());
        return traders;
    }

    SoloService solo() {
        return solo;
    }

    FaultProxy proxy(int instance) {
        return proxies.get(instance);
    }

    /** SIGKILL of one instance, and its start; the other one goes on. */
    void killService(int instance) throws InterruptedException {
        instances.get(instance).kill();
        instances.get(instance).start();
        instances.get(instance).awaitReady();
    }

    /** SIGKILL of PostgreSQL with all its processes, and its start on the same data. */
    void killPostgres() throws IOException {
        solo.killPostgres();
        solo.startPostgres();
    }

    /** CPU seconds so far of whoever lives now: the clients (with Kafka, in this JVM), both services, PostgreSQL. */
    String cpu() {
        double clients = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        double services =
                instances.stream().mapToLong(each -> each.cpu().toMillis()).sum();
        return "CPU clients and Kafka %.1f s, services %.1f s, PostgreSQL %.1f s"
                .formatted(clients / 1e3, services / 1e3, solo.databaseCpu().toMillis() / 1e3);
    }

    static JsonNode json(String text) {
        try {
            return HttpRegister.JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public void close() {
        solo.close();
        for (var proxy : proxies) {
            try {
                proxy.close();
            } catch (IOException alreadyGone) {
                // what was wanted
            }
        }
    }
}
