package org.tegata.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** CPU time, user and system, that other processes have used (on Linux from {@code /proc}, see proc(5)). */
public final class ProcessCpu {
    /** Clock ticks a second: {@code USER_HZ} is 100 on every architecture of Linux that has a JVM. */
    private static final long TICK_MILLIS = 10;

    private ProcessCpu() {}

    /** Of one process so far. */
    public static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Of a process and its children, those included that have ended: a server with a process a connection. */
    public static Duration ofServer(long pid) {
        Duration living = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(child -> of(child.pid()))
                .reduce(of(pid), Duration::plus);
        return living.plus(ended(pid));
    }

    // Elsewhere than on Linux the ended ones are not known.
    private static Duration ended(long pid) {
        Path stat = Path.of("/proc", String.valueOf(pid), "stat");
        try {
            String line = Files.readString(stat);
            // Behind the name, which may hold anything: state is field 3, cutime and cstime are 16 and 17.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Duration.ofMillis((Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * TICK_MILLIS);
        } catch (IOException unknown) {
            return Duration.ZERO;
        }
    }
}
