package org.tegata.lc.domain;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the owners of invoices and bills have told this service. Events repeat and overtake one another: the highest
 * sequence of each document counts, whatever the order of arrival.
 */
public interface Facts {

    Optional<InvoiceFacts> invoice(UUID id);

    Optional<BillFacts> bill(UUID id);

    /** Empty until the registry has told who holds the bill. */
    Optional<BillTitle> title(UUID billId);

    void record(InvoiceFacts invoice, long sequence);

    /** A cancelled invoice stays cancelled. */
    void recordCancelled(UUID invoiceId);

    void record(BillFacts bill, long sequence);

    void recordTitle(
            UUID billId, long sequence, String status, @Nullable PartyCode holder, @Nullable PartyCode endorsee);
}
