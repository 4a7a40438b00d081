package org.tegata.lc.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set for lc-service. */
@ConfigMapping(prefix = "tegata.lc")
public interface CreditConfig {

    /** How long a bank is told to wait when the facts of a document have not arrived. */
    @WithDefault("1s")
    Duration factsRetryAfter();
}
