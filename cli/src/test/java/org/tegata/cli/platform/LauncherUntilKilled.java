package org.tegata.cli.platform;

/** Starts a platform and waits to be killed; for {@link PlatformIT}. */
final class LauncherUntilKilled {
    static final String READY = "all is up";

    private LauncherUntilKilled() {}

    public static void main(String[] args) throws InterruptedException {
        Platform.start(Folders.throwAway(Folders.checkout()), PortPlan.free(), Progress.silent());
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
