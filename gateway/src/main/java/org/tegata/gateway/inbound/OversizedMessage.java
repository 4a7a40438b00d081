package org.tegata.gateway.inbound;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tegata.gateway.pint.ErrorResponse;
import org.tegata.gateway.pint.PintJson;

/** A message under /v3 whose announced length is over the HTTP limit is refused in DCSA's form before it is read. */
@ApplicationScoped
class OversizedMessage {

    /** Before the shared filter, which answers with a problem. */
    private static final int FIRST = 2_000;

    private static final int STATUS = 413;

    private final Clock clock;

    OversizedMessage(Clock clock) {
        this.clock = clock;
    }

    void refuseAnnounced(@Observes Filters filters) {
        long limit = ConfigProvider.getConfig()
                .getValue("quarkus.http.limits.max-body-size", MemorySize.class)
                .asLongValue();
        filters.register(
                context -> {
                    if (context.normalizedPath().startsWith("/v3/") && announcedLength(context) > limit) {
                        refuse(context);
                    } else {
                        context.next();
                    }
                },
                FIRST);
    }

    private static long announcedLength(RoutingContext context) {
        String header = context.request().getHeader("Content-Length");
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }

    private void refuse(RoutingContext context) {
        var error = ErrorResponse.plain(
                context.request().method().name(),
                context.request().path(),
                STATUS,
                "Payload Too Large",
                "The message is larger than this platform accepts",
                null,
                clock.instant());
        // The body is not read, so the connection cannot be used again.
        context.response().endHandler(sent -> context.request().connection().close());
        context.response()
                .setStatusCode(STATUS)
                .putHeader("Content-Type", "application/json")
                .putHeader("API-Version", "3.0.0")
                .putHeader("Connection", "close")
                .end(PintJson.write(error));
    }
}
