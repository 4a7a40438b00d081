package org.tegata.invoice;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may set for invoice-service. */
@ConfigMapping(prefix = "tegata.invoice")
public interface InvoiceConfig {

    /** Largest document that is read, XML or PDF; keep it below {@code quarkus.http.limits.max-body-size}. */
    @WithDefault("10M")
    MemorySize maxDocumentSize();

    /** How many findings an answer lists; the verdict never depends on it. */
    @WithDefault("10000")
    int maxFindings();
}
