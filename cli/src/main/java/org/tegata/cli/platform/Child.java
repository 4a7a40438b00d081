package org.tegata.cli.platform;

import java.util.Arrays;

/**
 * The main class of a service process that the launcher starts: runs the packaged service, and ends it when the
 * launcher is gone, however it went (SIGKILL leaves nobody else who could).
 *
 * <p>Only this one class of the launcher is on the service's class path; it must use nothing but the JDK.
 */
public final class Child {
    private static final String QUARKUS_MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
    private static final long LONGEST_FAREWELL_MS = 3_000;

    private Child() {}

    /** The launcher's process id, then the service's own arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        long launcher = Long.parseLong(args[0]);
        ProcessHandle parent = ProcessHandle.of(launcher).orElse(null);
        if (parent == null) {
            return;
        }
        Thread watch = new Thread(() -> outlive(parent), "launcher-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(QUARKUS_MAIN).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    private static void outlive(ProcessHandle parent) {
        parent.onExit().join();
        Thread hurry = new Thread(
                () -> {
                    try {
                        Thread.sleep(LONGEST_FAREWELL_MS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(1);
                },
                "launcher-watch-halt");
        hurry.setDaemon(true);
        hurry.start();
        System.exit(1);
    }
}
