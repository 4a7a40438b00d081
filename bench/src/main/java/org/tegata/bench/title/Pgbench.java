package org.tegata.bench.title;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tegata.bench.measure.ProcessCpu;

/** pgbench (PostgreSQL documentation, "pgbench"), prepared statements, with a script of ours. */
final class Pgbench implements Anchor {
    private static final Pattern ACTS = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([1-9]\\d*)");
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+) \\(without");
    private static final Pattern TIMES = Pattern.compile("(?m)^([0-9.]+) ([0-9.]+)\\s*\\z");

    private final PgbenchProgram program;
    private final Database database;
    private final Path script;
    private final Map<String, String> variables;

    Pgbench(PgbenchProgram program, Database database, Path script, Map<String, String> variables) {
        this.program = program;
        this.database = database;
        this.script = script;
        this.variables = variables;
    }

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public Turn run(double seconds, int clients) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        // Only the shell's "time" knows what an ended child has used.
        command.addAll(List.of("bash", "-c", "TIMEFORMAT='%U %S'; time \"$@\"", "bash"));
        command.addAll(program.command());
        command.addAll(List.of("-n", "-M", "prepared", "-f", script.toString()));
        command.addAll(List.of("-c", String.valueOf(clients), "-j", "2", "-T", String.valueOf(Math.round(seconds))));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.addAll(List.of("-h", "localhost", "-p", String.valueOf(database.port()), "-U", database.user()));
        command.add(database.name());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("PGPASSWORD", database.password());
        builder.redirectErrorStream(true).redirectInput(new File("/dev/null"));
        long databaseCpu = ProcessCpu.ofServer(database.pid()).toNanos();
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0 || FAILED.matcher(output).find()) {
            throw new IOException("pgbench failed (its script: " + Files.readString(script) + "): " + output);
        }
        long acts = (long) number(ACTS, output, 1);
        double rate = number(RATE, output, 1);
        double cpu = number(TIMES, output, 1) + number(TIMES, output, 2);
        double databaseMicros = (ProcessCpu.ofServer(database.pid()).toNanos() - databaseCpu) / 1e3 / acts;
        return new Turn(acts, acts / rate, 0, databaseMicros, cpu * 1e6 / acts);
    }

    private static double number(Pattern pattern, String output, int group) throws IOException {
        Matcher found = pattern.matcher(output);
        if (!found.find()) {
            throw new IOException("pgbench did not say " + pattern + ": " + output);
        }
        return Double.parseDouble(found.group(group));
    }
}
