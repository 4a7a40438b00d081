package org.tegata.lc.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.BillFacts;
import org.tegata.lc.domain.BillTitle;
import org.tegata.lc.domain.Facts;
import org.tegata.lc.domain.InvoiceFacts;
import org.tegata.lc.domain.PartyCode;

/** Facts in PostgreSQL: each write is one statement that an older event cannot win. */
@ApplicationScoped
public class SqlFacts implements Facts {

    private final EntityManager database;

    SqlFacts(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Optional<InvoiceFacts> invoice(UUID id) {
        return row("SELECT facts, cancelled FROM invoice_fact WHERE invoice_id = ?1 AND facts IS NOT NULL", id)
                .map(row -> {
                    var facts = StoredJson.read(row.get(0, String.class), InvoiceFacts.class);
                    return row.get(1, Boolean.class) ? facts.asCancelled() : facts;
                });
    }

    @Override
    @Transactional
    public Optional<BillFacts> bill(UUID id) {
        return row("SELECT facts, sequence FROM bill_fact WHERE bill_id = ?1", id)
                .map(row -> StoredJson.read(row.get(0, String.class), BillFacts.class));
    }

    @Override
    @Transactional
    public Optional<BillTitle> title(UUID billId) {
        return row("SELECT sequence, status, holder, endorsee FROM bill_title WHERE bill_id = ?1", billId)
                .map(row -> new BillTitle(
                        row.get(0, Long.class),
                        row.get(1, String.class),
                        party(row.get(2, String.class)),
                        party(row.get(3, String.class)),
                        holders(billId)));
    }

    @Override
    @Transactional
    public void record(InvoiceFacts invoice, long sequence) {
        database.createNativeQuery("INSERT INTO invoice_fact AS known (invoice_id, sequence, facts) VALUES (?1, ?2, ?3)"
                        + " ON CONFLICT (invoice_id) DO UPDATE SET sequence = excluded.sequence, facts = excluded.facts"
                        + " WHERE known.facts IS NULL OR known.sequence < excluded.sequence")
                .setParameter(1, invoice.id())
                .setParameter(2, sequence)
                .setParameter(3, StoredJson.write(invoice))
                .executeUpdate();
    }

    @Override
    @Transactional
    public void recordCancelled(UUID invoiceId) {
        database.createNativeQuery("INSERT INTO invoice_fact (invoice_id, sequence, cancelled) VALUES (?1, 0, true)"
                        + " ON CONFLICT (invoice_id) DO UPDATE SET cancelled = true")
                .setParameter(1, invoiceId)
                .executeUpdate();
    }

    @Override
    @Transactional
    public void record(BillFacts bill, long sequence) {
        database.createNativeQuery("INSERT INTO bill_fact AS known (bill_id, sequence, facts) VALUES (?1, ?2, ?3)"
                        + " ON CONFLICT (bill_id) DO UPDATE SET sequence = excluded.sequence, facts = excluded.facts"
                        + " WHERE known.sequence < excluded.sequence")
                .setParameter(1, bill.id())
                .setParameter(2, sequence)
                .setParameter(3, StoredJson.write(bill))
                .executeUpdate();
    }

    @Override
    @Transactional
    public void recordTitle(
            UUID billId, long sequence, String status, @Nullable PartyCode holder, @Nullable PartyCode endorsee) {
        database.createNativeQuery("INSERT INTO bill_title AS known (bill_id, sequence, status, holder, endorsee)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (bill_id) DO UPDATE"
                        + " SET sequence = excluded.sequence, status = excluded.status, holder = excluded.holder,"
                        + " endorsee = excluded.endorsee"
                        + " WHERE known.sequence < excluded.sequence")
                .setParameter(1, billId)
                .setParameter(2, sequence)
                .setParameter(3, status)
                .setParameter(4, holder == null ? null : holder.toString())
                .setParameter(5, endorsee == null ? null : endorsee.toString())
                .executeUpdate();
        var known = holder == null ? Optional.<PartyId>empty() : holder.party();
        if (known.isPresent()) {
            database.createNativeQuery(
                            "INSERT INTO bill_holder (bill_id, party) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                    .setParameter(1, billId)
                    .setParameter(2, known.get().toString())
                    .executeUpdate();
        }
    }

    private Set<PartyId> holders(UUID billId) {
        @SuppressWarnings("unchecked") // one text column
        List<String> parties = database.createNativeQuery(
                        "SELECT party FROM bill_holder WHERE bill_id = ?1", String.class)
                .setParameter(1, billId)
                .getResultList();
        return parties.stream().map(PartyId::parse).collect(Collectors.toSet());
    }

    private Optional<Tuple> row(String select, UUID id) {
        @SuppressWarnings("unchecked") // the query asks for tuples
        List<Tuple> found = database.createNativeQuery(select, Tuple.class)
                .setParameter(1, id)
                .getResultList();
        return found.stream().findFirst();
    }

    private static @Nullable PartyCode party(@Nullable String text) {
        return text == null ? null : PartyCode.read(text);
    }
}
