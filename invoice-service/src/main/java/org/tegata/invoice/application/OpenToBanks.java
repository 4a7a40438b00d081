package org.tegata.invoice.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tegata.access.PartyId;
import org.tegata.invoice.domain.Invoices;

/** Lets the banks that must examine a presented invoice read it (UCP 600 art. 14a). */
@ApplicationScoped
public class OpenToBanks {

    private static final Logger LOG = Logger.getLogger(OpenToBanks.class);

    private final Invoices invoices;

    OpenToBanks(Invoices invoices) {
        this.invoices = invoices;
    }

    /** Nothing happens unless the presenter is itself on the document: nobody can open another's invoice. */
    @Transactional
    public void open(UUID invoiceId, PartyId presenter, Set<PartyId> banks) {
        var presented = invoices.find(invoiceId).filter(invoice -> invoice.hasParty(presenter));
        if (presented.isEmpty()) {
            LOG.infof("Invoice %s is not opened: unknown, or not the presenter's", invoiceId);
            return;
        }
        invoices.letRead(invoiceId, banks);
    }
}
