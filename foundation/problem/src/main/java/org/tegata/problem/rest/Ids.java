package org.tegata.problem.rest;

import java.util.UUID;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Ids in paths: what is not a UUID names nothing, so it is a 404 like any other unknown id. */
public final class Ids {

    private Ids() {}

    public static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new Rejected(RequestProblem.NOT_FOUND, RequestProblem.NOT_FOUND.title());
        }
    }
}
