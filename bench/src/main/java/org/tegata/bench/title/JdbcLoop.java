package org.tegata.bench.title;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tegata.bench.measure.ProcessCpu;

/** Where there is no pgbench: the same script by prepared statements of bare JDBC, which costs more than pgbench. */
final class JdbcLoop implements Anchor {
    private static final Pattern VARIABLE = Pattern.compile("(?<!:):([a-z]+)");
    private static final Pattern RANDOM = Pattern.compile("\\\\set (\\w+) random\\((\\S+), (\\S+)\\)");

    private final Database database;
    private final Map<String, String> variables;
    private final List<String> sets = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final String statement;

    JdbcLoop(Database database, String script, Map<String, String> variables) {
        this.database = database;
        this.variables = Map.copyOf(variables);
        StringBuilder sql = new StringBuilder();
        script.lines().filter(line -> !line.startsWith("--")).forEach(line -> {
            if (line.startsWith("\\set ")) {
                sets.add(line);
            } else {
                sql.append(line).append('\n');
            }
        });
        Matcher names = VARIABLE.matcher(sql);
        while (names.find()) {
            places.add(names.group(1));
        }
        statement = VARIABLE.matcher(sql).replaceAll("?").strip().replaceAll(";$", "");
    }

    /** Variables of the statement that have no value and are not set by the script. */
    List<String> missing() {
        return places.stream()
                .filter(place -> !variables.containsKey(place)
                        && sets.stream().noneMatch(line -> line.startsWith("\\set " + place + " ")))
                .toList();
    }

    @Override
    public String name() {
        return "bare JDBC (no pgbench here)";
    }

    @Override
    public Turn run(double seconds, int clients) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        Duration cpu = ProcessCpu.ofServer(database.pid());
        Duration own = ProcessCpu.of(ProcessHandle.current().pid());
        long began = System.nanoTime();
        long end = began + (long) (seconds * 1e9);
        try {
            List<Callable<Long>> work = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                work.add(() -> loop(end));
            }
            long acts = 0;
            for (Future<Long> each : pool.invokeAll(work)) {
                acts += each.get();
            }
            double took = (System.nanoTime() - began) / 1e9;
            double database = micros(ProcessCpu.ofServer(this.database.pid()).minus(cpu), acts);
            double client = micros(ProcessCpu.of(ProcessHandle.current().pid()).minus(own), acts);
            return new Turn(acts, took, 0, database, client);
        } catch (ExecutionException e) {
            throw new IOException("the anchor's statement failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static double micros(Duration cpu, long acts) {
        return cpu.toNanos() / 1e3 / acts;
    }

    private long loop(long end) throws SQLException {
        Map<String, String> values = new HashMap<>(variables);
        long acts = 0;
        try (Connection connection = database.untyped().connect();
                PreparedStatement act = connection.prepareStatement(statement)) {
            for (; System.nanoTime() < end; acts++) {
                sets.forEach(line -> set(line, values));
                for (int i = 0; i < places.size(); i++) {
                    act.setString(i + 1, values.get(places.get(i)));
                }
                act.execute();
            }
        }
        return acts;
    }

    private static void set(String line, Map<String, String> values) {
        Matcher random = RANDOM.matcher(line);
        if (random.matches()) {
            long from = number(random.group(2), values);
            long to = number(random.group(3), values);
            values.put(
                    random.group(1), String.valueOf(ThreadLocalRandom.current().nextLong(from, to + 1)));
        } else {
            throw new IllegalArgumentException("not understood: " + line);
        }
    }

    private static long number(String word, Map<String, String> values) {
        return Long.parseLong(word.startsWith(":") ? values.getOrDefault(word.substring(1), "") : word);
    }
}
