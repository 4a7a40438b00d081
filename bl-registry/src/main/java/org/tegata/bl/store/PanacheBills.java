package org.tegata.bl.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.BillStatus;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.RegisterEntry;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.seal.CanonicalJson;

/** Records in PostgreSQL: an act is a compare-and-set of the head and one more sealed row. */
@ApplicationScoped
class PanacheBills implements Bills, PanacheRepositoryBase<BillEntity, UUID> {

    private final RegisterSeal seal;
    private final String platform;

    PanacheBills(RegisterSeal seal, RegistryConfig config) {
        this.seal = seal;
        this.platform = config.eblPlatform();
    }

    @Override
    public BillRecord record(UUID id) {
        // one statement, so that head and entries are of one moment
        var rows = getEntityManager()
                .createQuery(
                        "select b.version, e.seal from BillEntity b, BillEntryEntity e"
                                + " where b.id = :id and e.billId = b.id order by e.sequence",
                        Object[].class)
                .setParameter("id", id)
                .getResultList();
        if (rows.isEmpty()) {
            throw new Rejected(RequestProblem.NOT_FOUND, RequestProblem.NOT_FOUND.title());
        }
        var seals = rows.stream().map(row -> (String) row[1]).toList();
        return verified(id, (Long) rows.get(0)[0], seals);
    }

    private BillRecord verified(UUID id, long version, List<String> seals) {
        var record = seal.verified(id, version, seals);
        var entries = record.stream().map(SealedEntry::entry).toList();
        try {
            return new BillRecord(Bill.of(platform, entries), record);
        } catch (Rejected | IllegalArgumentException impossible) {
            throw RegisterSeal.corrupt(id, "it cannot have happened so");
        }
    }

    @Override
    public Bill locked(UUID id) {
        getEntityManager()
                .createNativeQuery("select version from bills where id = :id for update", Long.class)
                .setParameter("id", id)
                .getResultList();
        return require(id);
    }

    @Override
    public Optional<Bill> withTransportDocument(String checksum) {
        List<?> ids = getEntityManager()
                .createNativeQuery(
                        "select bill_id from bill_numbers where transport_document_checksum = :checksum", UUID.class)
                .setParameter("checksum", checksum)
                .getResultList();
        return ids.stream().findFirst().map(id -> require((UUID) id));
    }

    @Override
    public Optional<Bill> withNumber(String carrier, String reference) {
        List<?> ids = getEntityManager()
                .createNativeQuery(
                        "select bill_id from bill_numbers where carrier = :carrier and reference = :reference",
                        UUID.class)
                .setParameter("carrier", carrier)
                .setParameter("reference", reference)
                .getResultList();
        return ids.stream().findFirst().map(id -> require((UUID) id));
    }

    @Override
    public List<Bill> ofParty(PartyId party, @Nullable UUID before, int limit) {
        var rows = getEntityManager()
                .createNativeQuery(
                        "with page as (select bill_id from bill_parties where party = :party"
                                + " and (cast(:before as uuid) is null or bill_id < cast(:before as uuid))"
                                + " order by bill_id desc limit :limit)"
                                + " select b.id, b.version, e.seal from page p join bills b on b.id = p.bill_id"
                                + " join bill_entries e on e.bill_id = b.id order by b.id desc, e.sequence",
                        Object[].class)
                .setParameter("party", party.toString())
                .setParameter("before", before == null ? null : before.toString())
                .setParameter("limit", limit)
                .getResultList();
        Map<UUID, List<String>> seals = new LinkedHashMap<>();
        Map<UUID, Long> versions = new LinkedHashMap<>();
        for (Object found : rows) {
            var row = (Object[]) found;
            var id = (UUID) row[0];
            versions.put(id, ((Number) row[1]).longValue());
            seals.computeIfAbsent(id, first -> new ArrayList<>()).add((String) row[2]);
        }
        return seals.entrySet().stream()
                .map(one -> verified(one.getKey(), versions.getOrDefault(one.getKey(), 0L), one.getValue())
                        .bill())
                .toList();
    }

    @Override
    public boolean open(Decision decision, BillDocument document) {
        var bill = decision.bill();
        if (!reserve(bill)) {
            return false;
        }
        var row = new BillEntity();
        row.id = bill.id();
        row.version = bill.version();
        persistAndFlush(row);
        getEntityManager().persist(BillDocumentEntity.of(bill.id(), document));
        add(decision.entries(), null);
        admit(bill);
        return true;
    }

    private boolean reserve(Bill bill) {
        var terms = bill.terms();
        return getEntityManager()
                        .createNativeQuery("insert into bill_numbers"
                                + " (carrier, reference, transport_document_checksum, bill_id)"
                                + " values (:carrier, :reference, :checksum, :bill) on conflict do nothing")
                        .setParameter("carrier", terms.carrier().reference())
                        .setParameter("reference", terms.transportDocumentReference())
                        .setParameter("checksum", terms.transportDocumentChecksum())
                        .setParameter("bill", bill.id())
                        .executeUpdate()
                == 1;
    }

    @Override
    public void append(Decision decision) {
        var bill = decision.bill();
        long before = bill.version() - decision.entries().size();
        int moved = update("version = ?1 where id = ?2 and version = ?3", bill.version(), bill.id(), before);
        if (moved == 0) {
            throw new Rejected(RequestProblem.VERSION_MISMATCH, "Somebody else acted on the bill first");
        }
        var head = getEntityManager()
                .createQuery(
                        "select e.seal from BillEntryEntity e where e.billId = :id and e.sequence = :sequence",
                        String.class)
                .setParameter("id", bill.id())
                .setParameter("sequence", before)
                .getSingleResult();
        add(decision.entries(), RegisterSeal.checksum(head));
        admit(bill);
        if (decision.entries().stream().anyMatch(entry -> entry.act().comesBack())) {
            dismiss(bill);
        }
        if (bill.status() == BillStatus.VOIDED) {
            getEntityManager()
                    .createNativeQuery("delete from bill_numbers where bill_id = :bill")
                    .setParameter("bill", bill.id())
                    .executeUpdate();
        }
    }

    private void add(List<RegisterEntry> entries, @Nullable String previousChecksum) {
        var previous = previousChecksum;
        for (RegisterEntry entry : entries) {
            var sealed = seal.seal(entry, previous);
            getEntityManager().persist(BillEntryEntity.of(sealed));
            // in order: each row is linked to the one before it
            getEntityManager().flush();
            previous = sealed.checksum();
        }
    }

    private void admit(Bill bill) {
        for (String party : bill.parties()) {
            getEntityManager()
                    .createNativeQuery(
                            "insert into bill_parties (party, bill_id) values (:party, :bill) on conflict do nothing")
                    .setParameter("party", party)
                    .setParameter("bill", bill.id())
                    .executeUpdate();
        }
    }

    /** Whoever was only to get the bill, and has not got it, reads it no longer. */
    private void dismiss(Bill bill) {
        getEntityManager()
                .createNativeQuery("delete from bill_parties where bill_id = :bill and party not in (:parties)")
                .setParameter("bill", bill.id())
                .setParameter("parties", bill.parties())
                .executeUpdate();
    }

    @Override
    public BillDocument document(Bill bill) {
        var row = getEntityManager().find(BillDocumentEntity.class, bill.id());
        if (row == null) {
            throw RegisterSeal.corrupt(bill.id(), "its document is missing");
        }
        var document = row.toDomain();
        var shown = document.visualisation();
        var digest = shown == null ? null : CanonicalJson.sha256Hex(shown.content());
        var checksum = CanonicalJson.sha256Hex(document.transportDocument());
        var terms = bill.terms();
        if (!Objects.equals(digest, terms.documentDigest()) || !checksum.equals(terms.transportDocumentChecksum())) {
            throw RegisterSeal.corrupt(bill.id(), "its document is not the one that was sealed");
        }
        return document;
    }

    @Override
    public Optional<String> issuanceManifest(UUID id) {
        List<?> found = getEntityManager()
                .createNativeQuery("select jws from issuance_manifests where bill_id = :bill", String.class)
                .setParameter("bill", id)
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    @Override
    public void addIssuanceManifest(UUID id, String jws) {
        getEntityManager()
                .createNativeQuery("insert into issuance_manifests (bill_id, jws) values (:bill, :jws)")
                .setParameter("bill", id)
                .setParameter("jws", jws)
                .executeUpdate();
    }
}
