package org.tegata.problem.rest;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.tegata.problem.RequestProblem;

/** A body over {@code quarkus.http.limits.max-body-size} never reaches a resource; it is refused here. */
@ApplicationScoped
public class OversizedBody {

    private static final RequestProblem TYPE = RequestProblem.PAYLOAD_TOO_LARGE;

    void refuse(@Observes Router router) {
        router.errorHandler(TYPE.status(), context -> {
            if (!context.response().ended()) {
                context.response()
                        .setStatusCode(TYPE.status())
                        .putHeader("Content-Type", Problem.MEDIA_TYPE.toString())
                        .end("{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                                .formatted(TYPE.slug(), TYPE.title(), TYPE.status(), TYPE.title()));
            }
        });
    }
}
