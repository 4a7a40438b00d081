package org.tegata.system.journey;

import org.jspecify.annotations.Nullable;
import org.tegata.cli.platform.Folders;
import org.tegata.cli.platform.Platform;
import org.tegata.cli.platform.PortPlan;

/** Both sample platforms, started once for all journeys on free ports and thrown away when the tests end. */
final class SharedPlatform {

    private static @Nullable Platform platform;

    private SharedPlatform() {}

    static synchronized Platform get() {
        if (platform == null) {
            var folders = Folders.throwAway(Folders.checkout());
            var started = Platform.start(folders, PortPlan.free(), text -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            platform = started;
        }
        return platform;
    }
}
