package org.tegata.invoice.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may set for invoice-service. */
@ConfigMapping(prefix = "tegata.invoice")
public interface InvoiceConfig {

    /** Largest XML document that is read; keep it below {@code quarkus.http.limits.max-body-size}. */
    @WithDefault("10M")
    MemorySize maxDocumentSize();
}
