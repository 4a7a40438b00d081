package org.tegata.lc.domain;

import java.util.Optional;
import java.util.UUID;

/** What the owners of invoices and bills have told this service; the highest sequence of each document counts. */
public interface Facts {

    Optional<InvoiceFacts> invoice(UUID id);

    Optional<BillFacts> bill(UUID id);
}
