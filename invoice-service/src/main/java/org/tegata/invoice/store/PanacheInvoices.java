package org.tegata.invoice.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.invoice.application.NewInvoices;
import org.tegata.invoice.domain.Invoice;
import org.tegata.invoice.domain.InvoiceProblem;
import org.tegata.invoice.domain.Invoices;
import org.tegata.invoice.domain.OriginalDocument;
import org.tegata.outbox.Event;
import org.tegata.outbox.OneTrip;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Invoices in PostgreSQL. */
@ApplicationScoped
public class PanacheInvoices implements Invoices, NewInvoices {

    private static final String NUMBER_ONCE = "invoice_number_once";
    private static final String UNIQUE_VIOLATION = "23505";

    private final InvoiceRows rows;
    private final EntityManager entities;
    private final OneTrip oneTrip;

    PanacheInvoices(InvoiceRows rows, EntityManager entities, OneTrip oneTrip) {
        this.rows = rows;
        this.entities = entities;
        this.oneTrip = oneTrip;
    }

    @Override
    @Transactional
    public Invoice require(UUID id, PartyId reader) {
        return readable(id, reader).toDomain();
    }

    @Override
    @Transactional
    public Optional<Invoice> find(UUID id) {
        return rows.findByIdOptional(id).map(InvoiceEntity::toDomain);
    }

    @Override
    @Transactional
    public OriginalDocument document(UUID id, PartyId reader) {
        var row = entities.find(InvoiceDocumentEntity.class, readable(id, reader).id);
        return new OriginalDocument(row.bytes, row.mediaType);
    }

    @Override
    @Transactional
    public List<Invoice> readableBy(PartyId reader, @Nullable UUID before, int limit) {
        // UUIDv7 sorts by time, so the newest come first.
        String after = before == null ? "" : " and i.id < :before";
        var query = entities.createQuery(
                        "select i from InvoiceEntity i join InvoiceReaderEntity r on r.key.invoiceId = i.id"
                                + " where r.key.party = :reader" + after + " order by i.id desc",
                        InvoiceEntity.class)
                .setParameter("reader", reader.toString())
                .setMaxResults(limit);
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.getResultList().stream().map(InvoiceEntity::toDomain).toList();
    }

    @Override
    public boolean add(OneTrip.Claim claim, Invoice invoice, OriginalDocument document, Event event) {
        try {
            return oneTrip.run(OneTrip.OPEN, InvoiceInsert.parts(invoice, document), claim, List.of(event));
        } catch (SQLException failed) {
            if (!isNumberTaken(failed)) {
                throw new PersistenceException(failed);
            }
            throw new Rejected(
                    InvoiceProblem.INVOICE_NUMBER_TAKEN,
                    "%s of %s is taken",
                    invoice.facts().number(),
                    invoice.facts().seller().name());
        }
    }

    @Override
    @Transactional
    public void save(Invoice invoice) {
        long before = invoice.version() - 1;
        int changed = rows.update(
                "status = ?1, version = ?2 where id = ?3 and version = ?4",
                invoice.status(),
                invoice.version(),
                invoice.id(),
                before);
        if (changed != 1) {
            throw new Rejected(RequestProblem.VERSION_MISMATCH, "The invoice is no longer at version %d", before);
        }
    }

    @Override
    @Transactional
    public void letRead(UUID id, Collection<PartyId> readers) {
        for (var reader : readers) {
            entities.createNativeQuery("INSERT INTO invoice_reader (party, invoice_id) VALUES (?1, ?2)"
                            + " ON CONFLICT DO NOTHING")
                    .setParameter(1, reader.toString())
                    .setParameter(2, id)
                    .executeUpdate();
        }
    }

    private static boolean isNumberTaken(SQLException failed) {
        return UNIQUE_VIOLATION.equals(failed.getSQLState())
                && String.valueOf(failed.getMessage()).contains(NUMBER_ONCE);
    }

    private InvoiceEntity readable(UUID id, PartyId reader) {
        var key = new InvoiceReaderEntity.Key(reader.toString(), id);
        var row = entities.find(InvoiceReaderEntity.class, key) == null ? null : rows.findById(id);
        if (row == null) {
            throw new Rejected(RequestProblem.NOT_FOUND, RequestProblem.NOT_FOUND.title());
        }
        return row;
    }

    /** Panache's part: kept apart from the port, whose names would clash with its own. */
    @ApplicationScoped
    static class InvoiceRows implements PanacheRepositoryBase<InvoiceEntity, UUID> {}
}
