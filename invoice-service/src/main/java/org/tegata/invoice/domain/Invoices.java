package org.tegata.invoice.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/** All invoices of this platform. Whoever may not read an invoice is told that it does not exist. */
public interface Invoices {

    /** The invoice, if this organisation may read it; otherwise refuses as not found. */
    Invoice require(UUID id, PartyId reader);

    /** The invoice, whoever asks: for what other services tell, never for a caller. */
    Optional<Invoice> find(UUID id);

    /** The document as it came, if this organisation may read them; otherwise refuses as not found. */
    OriginalDocument document(UUID id, PartyId reader);

    /** Up to {@code limit} invoices that this organisation may read, newest first, from below {@code before}. */
    List<Invoice> readableBy(PartyId reader, @Nullable UUID before, int limit);

    /** Keeps a changed invoice; refuses when another change came first. */
    void save(Invoice invoice);

    /** Lets more organisations read an invoice; those that may already are left as they are. */
    void letRead(UUID id, Collection<PartyId> readers);
}
