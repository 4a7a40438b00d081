package org.tegata.bl.rest;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Which of several representations a client likes best (RFC 9110 section 12.5.1). */
final class Offer {

    private Offer() {}

    /** The one of highest quality, of equals the first; refuses a client that takes none of them. */
    static MediaType best(List<MediaType> accepted, MediaType... offered) {
        MediaType best = offered[0];
        double highest = 0;
        for (var type : offered) {
            double quality = accepted.isEmpty() ? 1 : quality(accepted, type);
            if (quality > highest) {
                highest = quality;
                best = type;
            }
        }
        if (highest == 0) {
            throw new Rejected(RequestProblem.NOT_ACCEPTABLE, RequestProblem.NOT_ACCEPTABLE.title());
        }
        return best;
    }

    /** That of the most specific range that the type is in. */
    private static double quality(List<MediaType> accepted, MediaType type) {
        int closest = -1;
        double quality = 0;
        for (var range : accepted) {
            int specific = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
            if (range.isCompatible(type) && specific > closest) {
                closest = specific;
                quality = quality(range);
            }
        }
        return quality;
    }

    private static double quality(MediaType range) {
        var q = range.getParameters().get("q");
        try {
            return q == null ? 1 : Double.parseDouble(q);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
