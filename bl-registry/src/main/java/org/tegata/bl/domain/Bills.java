package org.tegata.bl.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/** The records of all bills under this register. */
public interface Bills {

    /** The bill with its sealed entries, verified; refuses with not-found. */
    BillRecord record(UUID id);

    /** The bill, its record verified; refuses with not-found. */
    default Bill require(UUID id) {
        return record(id).bill();
    }

    /** The bill as {@link #require}, with everybody else's acts on it waiting until this transaction ends. */
    Bill locked(UUID id);

    /** The live bill with that DCSA transport document. */
    Optional<Bill> withTransportDocument(String checksum);

    /** The live bill of that carrier ({@code provider:code}) with that number. */
    Optional<Bill> withNumber(String carrier, String reference);

    /** Bills that the party may read, newest first, those before the id given. */
    List<Bill> ofParty(PartyId party, @Nullable UUID before, int limit);

    /**
     * Opens a record; false when this carrier has a live bill with that number, or that document is on record. Of two
     * at the same time one waits for the other.
     */
    boolean open(Decision decision, BillDocument document);

    /** Appends the decision; refuses with version-mismatch when somebody else acted since the bill was read. */
    void append(Decision decision);

    /** The document of the bill, its digests verified against the record. */
    BillDocument document(Bill bill);

    /** The carrier's signed issuance manifest. */
    Optional<String> issuanceManifest(UUID id);

    void addIssuanceManifest(UUID id, String jws);
}
