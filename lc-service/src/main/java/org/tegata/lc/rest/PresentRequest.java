package org.tegata.lc.rest;

import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.application.PresentDocuments.Documents;
import org.tegata.lc.domain.Presentation.DocumentReference;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/**
 * The documents of a presentation, by reference to their owners.
 *
 * @param invoiceDigest SHA-256 of the invoice's XML, hexadecimal
 * @param billDigest SHA-256 of the bill's XML, hexadecimal
 * @param billVersion the bill's version that the presenter has seen, so that an examination waits for it; optional,
 *     1 to 1 000 000
 */
@Schema(name = "Present")
public record PresentRequest(
        @Nullable UUID invoiceId,
        @Nullable String invoiceDigest,
        @Nullable UUID billId,
        @Nullable String billDigest,
        @Nullable Long billVersion,
        @Nullable AmountView drawing) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** No bill has that many: whoever names a version beyond has not seen it. */
    private static final long HIGHEST_VERSION = 1_000_000;

    Documents toDomain() {
        if (drawing == null) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "Say what is drawn: member drawing");
        }
        if (billVersion != null && (billVersion < 1 || billVersion > HIGHEST_VERSION)) {
            throw new Rejected(
                    RequestProblem.MALFORMED_REQUEST,
                    "billVersion is the version of the bill that you have seen, 1 to %d",
                    HIGHEST_VERSION);
        }
        return new Documents(
                document("invoice", invoiceId, invoiceDigest, 0),
                document("bill", billId, billDigest, billVersion == null ? 0 : billVersion),
                drawing.toMoney());
    }

    private static DocumentReference document(String what, @Nullable UUID id, @Nullable String digest, long version) {
        if (id == null || digest == null || !DIGEST.matcher(digest).matches()) {
            throw new Rejected(
                    RequestProblem.MALFORMED_REQUEST,
                    "Name the %s by %sId and %sDigest (64 hex digits)",
                    what,
                    what,
                    what);
        }
        return new DocumentReference(id, digest, version);
    }
}
