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

    /**
     * The bill as it stood, or stands, at that head, if this process has seen it; not whether that is the head still.
     * Only the keeping of an act decides that.
     */
    Optional<BillAtHead> remembered(UUID id, String head);

    /** The bill as {@link #require}, with everybody else's acts on it waiting until this transaction ends. */
    BillAtHead locked(UUID id);

    /** The live bill with that DCSA transport document. */
    Optional<Bill> withTransportDocument(String checksum);

    /** The live bill of that carrier ({@code provider:code}) with that number. */
    Optional<Bill> withNumber(String carrier, String reference);

    /** Bills that the party may read, newest first, those before the id given. */
    List<BillAtHead> ofParty(PartyId party, @Nullable UUID before, int limit);

    /** Which bill takes the place of that one. */
    Optional<UUID> successor(UUID id);

    /**
     * The bill of that print, if it was ever issued, has that document, and had that head; one and the same question to
     * the database whatever of it is not so.
     */
    Optional<PrintedBill> printed(Print print);

    /**
     * Opens a record; false when this carrier has a live bill with that number, or that document is on record. Of two
     * at the same time one waits for the other. Refuses with already-replaced a second successor of one bill.
     */
    boolean open(Decision decision, BillDocument document, @Nullable String issuanceManifest);

    /** The document of the bill, its digests verified against the record. */
    BillDocument document(Bill bill);

    /** The carrier's signed issuance manifest; it is kept with the entry that brings it. */
    Optional<String> issuanceManifest(UUID id);
}
