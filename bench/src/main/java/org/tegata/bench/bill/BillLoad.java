package org.tegata.bench.bill;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;
import org.tegata.bench.Figures;
import org.tegata.bench.measure.Distribution;
import org.tegata.bench.measure.HttpConnection;
import org.tegata.bench.measure.Load;
import org.tegata.bench.measure.Load.Outcome;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.platform.Service;
import org.tegata.cli.platform.SoloService;

/** bl-registry over HTTP: a bill of 50 containers judged and said in the other language, and bills as PDF. */
final class BillLoad {
    private static final List<String> JVM = List.of("-Xms512m", "-Xmx1g", "-XX:+UseParallelGC");
    /** As many as the service judges at a time; it answers 503 to more. */
    private static final int CONNECTIONS = 4;

    private static final int PER_SECOND = 50;
    private static final double PROMISED_MILLIS = 50;
    private static final JsonMapper JSON = new JsonMapper();

    private final Figures figures;
    private final double seconds;
    private final double warmUpSeconds;
    private final int renderings;
    private String authorization = "";

    BillLoad(Figures figures, boolean quick) {
        this.figures = figures;
        this.seconds = quick ? 4 : 20;
        this.warmUpSeconds = quick ? 8 : 40;
        this.renderings = quick ? 20 : 100;
    }

    void run() throws Exception {
        figures.progress("starting PostgreSQL, Kafka and bl-registry");
        try (SoloService solo = SoloService.prepare(Service.REGISTRY, JVM)) {
            solo.start();
            solo.awaitReady();
            authorization = "Authorization: Bearer " + solo.token(SampleParty.CARRIER) + "\r\n";
            validate(solo);
            render(solo);
        }
    }

    private void validate(SoloService solo) throws IOException, InterruptedException {
        byte[] bill = new GeneratedBill("BENCH-HTTP", Reading.CONTAINERS).bytes();
        byte[] validation = HttpConnection.request(
                "POST", "/bills/validate", authorization + "Content-Type: application/xml\r\n", bill);
        byte[] health = HttpConnection.request("GET", "/q/health/live", "", new byte[0]);
        figures.progress("POST /bills/validate, " + Reading.CONTAINERS + " containers, answered with the DCSA JSON");
        figures.row("%-34s %8s %8s %8s %8s %14s", "requests", "/s", "p50 ms", "p99 ms", "max ms", "service us/req");
        Load load = new Load(solo.port(), CONNECTIONS, always(validation));
        run(solo, "warm-up", () -> load.closed(warmUpSeconds));
        Outcome ceiling = run(
                solo,
                "GET /q/health/live",
                () -> new Load(solo.port(), CONNECTIONS, always(health)).closed(seconds / 2));
        Outcome busy = run(solo, "validate, as fast as it goes", () -> load.closed(seconds));
        long before = solo.serviceCpu().toNanos();
        Outcome calm = run(solo, "validate, " + PER_SECOND + "/s asked", () -> load.open(seconds, PER_SECOND));
        double perRequest = (solo.serviceCpu().toNanos() - before) / 1e6 / calm.count();
        if (!busy.all(200) || !calm.all(200)) {
            throw new IOException("not all answers were 200: " + busy.statuses() + calm.statuses());
        }
        figures.context("http-validate-p50-ms-at-" + PER_SECOND + "-per-s", calm.millis(50));
        figures.atMost("http-validate-p99-ms-at-" + PER_SECOND + "-per-s", calm.millis(99), PROMISED_MILLIS);
        figures.context("http-validate-service-cpu-ms", perRequest);
        figures.context("http-validate-per-s", busy.rate());
        figures.context("http-ceiling-health-per-s", ceiling.rate());
    }

    private void render(SoloService solo) throws IOException {
        figures.progress("GET /bills/{id}/rendering as PDF, one after the other");
        try (HttpConnection connection = new HttpConnection(solo.port())) {
            register(solo, connection);
            for (int containers : new int[] {2, Reading.CONTAINERS}) {
                byte[] request = HttpConnection.request(
                        "GET",
                        "/bills/" + draft(connection, containers) + "/rendering",
                        authorization + "Accept: application/pdf\r\n",
                        new byte[0]);
                double[] millis = new double[renderings];
                for (int i = -renderings; i < renderings; i++) {
                    long began = System.nanoTime();
                    require(connection, connection.exchange(request), "the rendering");
                    if (!connection.body().startsWith("%PDF-")) {
                        throw new IOException(
                                "that is no PDF: " + connection.body().lines().findFirst());
                    }
                    millis[Math.max(i, 0)] = (System.nanoTime() - began) / 1e6;
                }
                Distribution taken = new Distribution(millis);
                figures.row(
                        "%2d containers: %.1f ms (%.1f-%.1f), %,d bytes or so",
                        containers,
                        taken.median(),
                        taken.p10(),
                        taken.p90(),
                        connection.body().length());
                figures.context("pdf-" + containers + "-containers-ms", taken.median());
            }
        }
    }

    private void register(SoloService solo, HttpConnection connection) throws IOException {
        String admin = "Authorization: Bearer "
                + solo.token("bench-admin", SampleParty.PLATFORM_A.id(), "registry:admin")
                + "\r\nContent-Type: application/json\r\n";
        for (SampleParty party : List.of(SampleParty.CARRIER, SampleParty.SHIPPER)) {
            byte[] name = ("{\"name\":\"" + party.companyName() + "\"}").getBytes(StandardCharsets.UTF_8);
            byte[] request = HttpConnection.request("PUT", "/parties/" + party.id(), admin, name);
            require(connection, connection.exchange(request), "PUT /parties");
        }
    }

    private String draft(HttpConnection connection, int containers) throws IOException {
        String number = "BENCH-PDF-" + containers;
        byte[] request = HttpConnection.request(
                "POST",
                "/bills",
                authorization + "Content-Type: application/xml\r\nIdempotency-Key: " + number + "\r\n",
                new GeneratedBill(number, containers).bytes());
        require(connection, connection.exchange(request), "POST /bills");
        return JSON.readTree(connection.body()).path("id").asText();
    }

    private static void require(HttpConnection connection, int status, String what) throws IOException {
        if (status >= 300) {
            throw new IOException(what + " was answered with " + status + ": " + connection.body());
        }
    }

    private static LongFunction<byte[]> always(byte[] request) {
        return number -> request;
    }

    private interface Run {
        Outcome run() throws IOException, InterruptedException;
    }

    private Outcome run(SoloService solo, String name, Run run) throws IOException, InterruptedException {
        long service = solo.serviceCpu().toNanos();
        Outcome outcome = run.run();
        figures.row(
                "%-34s %,8.0f %8.1f %8.1f %8.1f %14.0f%s",
                name,
                outcome.rate(),
                outcome.millis(50),
                outcome.millis(99),
                outcome.millis(100),
                (solo.serviceCpu().toNanos() - service) / 1e3 / outcome.count(),
                outcome.statuses().size() == 1 ? "" : "  " + outcome.statuses());
        return outcome;
    }
}
