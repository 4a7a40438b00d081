package org.tegata.lc.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.Presentation.Disposal;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** What becomes of the documents that are refused (UCP 600 art. 16(c)(iii)). */
@Schema(name = "Refuse")
public record RefuseRequest(@Nullable Disposal disposal) {

    static Disposal require(@Nullable RefuseRequest request) {
        if (request == null || request.disposal() == null) {
            throw new Rejected(
                    RequestProblem.MALFORMED_REQUEST,
                    "Say what becomes of the documents: HOLD, NOTIFY, RETURN, PREVINST");
        }
        return request.disposal();
    }
}
