package org.tegata.bl.domain;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a print of a bill says of itself, so that whoever holds it can ask the register about it.
 *
 * @param head the first characters of the head that the bill had when it was printed
 * @param document the first characters of the checksum of its transport document
 */
public record Print(UUID billId, String head, String document) {

    /** How much of a SHA-256 a print gives, in hexadecimal: 64 bits, which nobody guesses over a network. */
    public static final int LENGTH = 16;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{" + LENGTH + "}");

    /** The print of a bill as it stands. */
    public static Print of(BillAtHead printed) {
        var bill = printed.bill();
        var document = bill.terms().transportDocumentChecksum();
        return new Print(bill.id(), printed.head().substring(0, LENGTH), document.substring(0, LENGTH));
    }

    /** What somebody says that a print says; empty when no print looks like that. */
    public static Optional<Print> read(String billId, @Nullable String head, @Nullable String document) {
        if (head == null || document == null || !ID.matcher(billId).matches()) {
            return Optional.empty();
        }
        return CHECKSUM.matcher(head).matches() && CHECKSUM.matcher(document).matches()
                ? Optional.of(new Print(UUID.fromString(billId), head, document))
                : Optional.empty();
    }
}
