package org.tegata.problem.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tegata.problem.RequestProblem;

/**
 * A body over {@code quarkus.http.limits.max-body-size} never reaches a resource; it is refused here, as a problem too:
 * at once when its announced length is over the limit, or as soon as that much has come.
 */
@ApplicationScoped
public class OversizedBody {

    private static final RequestProblem TYPE = RequestProblem.PAYLOAD_TOO_LARGE;

    /** Before Quarkus' own check, which answers without a body. */
    private static final int FIRST = 1_000;

    private final long limit;

    OversizedBody(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void refuseAnnounced(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (announcedLength(context) > limit) {
                        refuse(context);
                    } else {
                        context.next();
                    }
                },
                FIRST);
    }

    void refuseArrived(@Observes Router router) {
        router.errorHandler(TYPE.status(), context -> {
            if (!context.response().ended()) {
                refuse(context);
            }
        });
    }

    private static long announcedLength(RoutingContext context) {
        String header = context.request().getHeader("Content-Length");
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }

    private static void refuse(RoutingContext context) {
        // Vert.x would wait for the rest of the body, which is not read, before it closes.
        context.response().endHandler(sent -> context.request().connection().close());
        context.response()
                .setStatusCode(TYPE.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE.toString())
                .putHeader("Connection", "close")
                .end("{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(TYPE.slug(), TYPE.title(), TYPE.status(), TYPE.title()));
    }
}
