package org.tegata.bench.invoice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.tegata.bench.Figures;
import org.tegata.bench.measure.HttpConnection;
import org.tegata.bench.measure.Load;
import org.tegata.bench.measure.Load.Outcome;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.platform.Service;
import org.tegata.cli.platform.SoloService;

/** invoice-service over HTTP, with a real PostgreSQL and a real Kafka, and what bounds it in the same run. */
final class ServiceLoad {
    private static final List<String> JVM = List.of("-Xms256m", "-Xmx512m", "-XX:+UseParallelGC");
    private static final int CONNECTIONS = 24;
    private static final int LINES = 10;

    private final Figures figures;
    private final double seconds;
    private final double warmUpSeconds;
    private String authorization = "";

    ServiceLoad(Figures figures, boolean quick) {
        this.figures = figures;
        this.seconds = quick ? 2.5 : 20;
        this.warmUpSeconds = quick ? 5 : 30;
    }

    void run() throws Exception {
        figures.progress("starting PostgreSQL, Kafka and invoice-service");
        try (SoloService solo = SoloService.prepare(Service.INVOICES, JVM)) {
            authorization = "Authorization: Bearer " + solo.token(SampleParty.SHIPPER)
                    + "\r\nContent-Type: application/xml\r\n";
            // The first start makes the tables; an operator's start finds them.
            solo.start();
            solo.awaitReady();
            solo.stop();
            figures.atMost("start-to-first-verdict-s", firstVerdict(solo), 3);
            solo.awaitReady();
            validate(solo);
            store(solo);
            new RawInserts(figures, seconds).run(solo, CONNECTIONS);
        }
    }

    /** Seconds from the start of the process to the first 200 of a validation. */
    private double firstVerdict(SoloService solo) throws InterruptedException, IOException {
        byte[] request = validation(0);
        long began = System.nanoTime();
        solo.start();
        while (solo.isAlive()) {
            try (HttpConnection connection = new HttpConnection(solo.port())) {
                if (connection.exchange(request) == 200) {
                    double wall = (System.nanoTime() - began) / 1e9;
                    figures.row(
                            "first verdict %.2f s after the start of the process (%.2f s of CPU)",
                            wall, solo.serviceCpu().toMillis() / 1e3);
                    return wall;
                }
            } catch (IOException notYet) {
                Thread.sleep(10);
            }
        }
        throw new IOException("invoice-service ended by itself; see .tegata/logs");
    }

    private void validate(SoloService solo) throws IOException, InterruptedException {
        figures.progress("POST /invoices/validate, " + LINES + " lines, " + CONNECTIONS + " connections");
        header();
        LongFunction<byte[]> validations = n -> validation(n % 64);
        byte[] health = HttpConnection.request("GET", "/q/health/live", "", new byte[0]);
        closed(solo, "warm-up", validations, warmUpSeconds);
        Outcome ceiling = closed(solo, "GET /q/health/live", n -> health, seconds / 2);
        Outcome busy = closed(solo, "validate, as fast as it goes", validations, seconds);
        Outcome calm = open(solo, "validate", validations, 2_000);
        requireAll(200, busy, calm);
        figures.atLeast("http-validate-per-s", busy.rate(), 2_000);
        figures.atMost("http-validate-p99-ms-at-2000-per-s", calm.millis(99), 50);
        figures.context("http-ceiling-health-per-s", ceiling.rate());
    }

    private void store(SoloService solo) throws IOException, InterruptedException {
        figures.progress("POST /invoices, " + LINES + " lines, each invoice another");
        header();
        LongFunction<byte[]> submissions = this::submission;
        Load load = new Load(solo.port(), CONNECTIONS, submissions);
        // Two parts of the work are new to the compiler: it needs longer.
        run(solo, "warm-up", () -> load.closed(2 * warmUpSeconds));
        Outcome busy = run(solo, "submit, as fast as it goes", () -> load.closed(seconds));
        Outcome calm = run(solo, "submit, 1000/s asked", () -> load.open(seconds, 1_000));
        requireAll(201, busy);
        figures.atLeast("http-submit-per-s", busy.rate(), 1_000);
        if (calm.all(201)) {
            figures.context("http-submit-p99-ms-at-1000-per-s", calm.millis(99));
        } else {
            figures.missing("http-submit-p99-ms-at-1000-per-s", "answers were " + calm.statuses());
        }
    }

    private interface Run {
        Outcome run() throws IOException, InterruptedException;
    }

    private Outcome closed(SoloService solo, String name, LongFunction<byte[]> requests, double duration)
            throws IOException, InterruptedException {
        return run(solo, name, () -> new Load(solo.port(), CONNECTIONS, requests).closed(duration));
    }

    private Outcome open(SoloService solo, String name, LongFunction<byte[]> requests, int perSecond)
            throws IOException, InterruptedException {
        Load load = new Load(solo.port(), CONNECTIONS, requests);
        return run(solo, name + ", " + perSecond + "/s asked", () -> load.open(seconds, perSecond));
    }

    private void header() {
        figures.row(
                "%-30s %8s %8s %8s %8s %14s %12s",
                "requests", "/s", "p50 ms", "p99 ms", "max ms", "service us/req", "PG us/req");
    }

    private Outcome run(SoloService solo, String name, Run run) throws IOException, InterruptedException {
        long service = solo.serviceCpu().toNanos();
        long database = solo.databaseCpu().toNanos();
        Outcome outcome = run.run();
        figures.row(
                "%-30s %,8.0f %8.1f %8.1f %8.1f %14.0f %12.0f%s",
                name,
                outcome.rate(),
                outcome.millis(50),
                outcome.millis(99),
                outcome.millis(100),
                (solo.serviceCpu().toNanos() - service) / 1e3 / outcome.count(),
                (solo.databaseCpu().toNanos() - database) / 1e3 / outcome.count(),
                outcome.statuses().size() == 1 ? "" : "  " + outcome.statuses());
        return outcome;
    }

    private static void requireAll(int status, Outcome... outcomes) throws IOException {
        for (Outcome outcome : outcomes) {
            if (!outcome.all(status)) {
                throw new IOException("not all answers were " + status + ": " + outcome.statuses());
            }
        }
    }

    private final Map<Long, byte[]> validations = new ConcurrentHashMap<>();

    private byte[] validation(long n) {
        return validations.computeIfAbsent(
                n,
                number -> HttpConnection.request(
                        "POST",
                        "/invoices/validate",
                        authorization,
                        new GeneratedInvoice("V-" + number, LINES, 0).bytes()));
    }

    private final byte[] template = new GeneratedInvoice("NUMBER-0000000000", LINES, 0).bytes();
    private final int[] places = places(template);

    /** Another invoice by overwriting its number, so that the generator takes little of the machine. */
    private byte[] submission(long n) {
        String number = String.format(Locale.ROOT, "NUMBER-%010d", n);
        byte[] digits = number.getBytes(StandardCharsets.US_ASCII);
        byte[] body = template.clone();
        for (int place : places) {
            System.arraycopy(digits, 0, body, place, digits.length);
        }
        return HttpConnection.request(
                "POST", "/invoices", authorization + "Idempotency-Key: bench-" + n + "\r\n", body);
    }

    private static int[] places(byte[] template) {
        String text = new String(template, StandardCharsets.ISO_8859_1);
        List<Integer> found = new ArrayList<>();
        for (int at = text.indexOf("NUMBER-0"); at >= 0; at = text.indexOf("NUMBER-0", at + 1)) {
            found.add(at);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
