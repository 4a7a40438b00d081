package org.tegata.lc.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.CreditDocument;
import org.tegata.lc.domain.CreditProblem;
import org.tegata.lc.domain.Credits;
import org.tegata.lc.domain.Presentation;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Credits in PostgreSQL. */
@ApplicationScoped
public class PanacheCredits implements Credits {

    private static final String NUMBER_ONCE = "credit_number_once";

    private final CreditRows rows;
    private final EntityManager entities;

    PanacheCredits(CreditRows rows, EntityManager entities) {
        this.rows = rows;
        this.entities = entities;
    }

    @Override
    @Transactional
    public Optional<Credit> find(UUID id, PartyId party) {
        return load(List.of(id)).stream()
                .filter(credit -> credit.roles().all().contains(party))
                .findFirst();
    }

    @Override
    @Transactional
    public List<Credit> list(PartyId party, @Nullable UUID before, int limit) {
        // UUIDv7 sorts by time, so the newest come first.
        String below = before == null ? "" : " AND credit_id < :before";
        var query = entities.createNativeQuery(
                        "SELECT credit_id FROM credit_party WHERE party = :party" + below + " ORDER BY credit_id DESC",
                        UUID.class)
                .setParameter("party", party.toString())
                .setMaxResults(limit);
        if (before != null) {
            query.setParameter("before", before);
        }
        @SuppressWarnings("unchecked") // one uuid column
        List<UUID> ids = query.getResultList();
        return load(ids);
    }

    @Override
    @Transactional
    public void add(Credit issued, CreditDocument document) {
        try {
            rows.persistAndFlush(CreditEntity.of(issued));
        } catch (ConstraintViolationException taken) {
            if (!NUMBER_ONCE.equals(taken.getConstraintName())) {
                throw taken;
            }
            throw new Rejected(
                    CreditProblem.CREDIT_NUMBER_TAKEN,
                    "Number %s is taken",
                    issued.terms().heading().number());
        }
        entities.persist(CreditDocumentEntity.of(issued.id(), document));
        for (var party : issued.roles().all()) {
            entities.createNativeQuery("INSERT INTO credit_party (party, credit_id) VALUES (?1, ?2)")
                    .setParameter(1, party.toString())
                    .setParameter(2, issued.id())
                    .executeUpdate();
        }
    }

    @Override
    @Transactional
    public void save(Credit changed) {
        long before = changed.version() - 1;
        // The one place where concurrent acts meet: who comes second finds another version and changes nothing.
        int won = rows.update(
                "status = ?1, confirmation = ?2, committed = ?3, version = ?4 where id = ?5 and version = ?6",
                changed.status(),
                changed.confirmation(),
                CreditEntity.committed(changed),
                changed.version(),
                changed.id(),
                before);
        if (won != 1) {
            throw new Rejected(RequestProblem.VERSION_MISMATCH, "The credit is no longer at version %d", before);
        }
        Map<UUID, PresentationEntity> kept =
                presentationRows(changed.id()).stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        for (var presentation : changed.presentations()) {
            var row = kept.get(presentation.id());
            if (row == null) {
                entities.persist(PresentationEntity.of(changed.id(), presentation));
            } else {
                row.changed(presentation);
            }
        }
    }

    @Override
    @Transactional
    public CreditDocument document(UUID id) {
        var row = entities.find(CreditDocumentEntity.class, id);
        return new CreditDocument(row.mt700, rows.findById(id).digest, row.xml);
    }

    /**
     * Newest first. One statement, so that a credit and its presentations are of one moment; and nothing is remembered,
     * so that reading again in the same transaction sees what others have committed meanwhile.
     */
    private List<Credit> load(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = entities.createQuery(
                        "select c as credit, p as presentation from CreditEntity c"
                                + " left join PresentationEntity p on p.creditId = c.id"
                                + " where c.id in :ids order by c.id desc, p.id",
                        Tuple.class)
                .setParameter("ids", ids)
                .getResultList();
        Map<CreditEntity, List<Presentation>> credits = new LinkedHashMap<>();
        for (var row : found) {
            var presentations = credits.computeIfAbsent(row.get(0, CreditEntity.class), credit -> new ArrayList<>());
            var presentation = row.get(1, PresentationEntity.class);
            if (presentation != null) {
                presentations.add(presentation.toDomain());
            }
        }
        entities.flush();
        entities.clear();
        return credits.entrySet().stream()
                .map(row -> row.getKey().toDomain(row.getValue()))
                .toList();
    }

    private List<PresentationEntity> presentationRows(UUID creditId) {
        return entities.createQuery(
                        "select p from PresentationEntity p where p.creditId = :credit order by p.id",
                        PresentationEntity.class)
                .setParameter("credit", creditId)
                .getResultList();
    }

    /** Panache's part: kept apart from the port, whose names would clash with its own. */
    @ApplicationScoped
    static class CreditRows implements PanacheRepositoryBase<CreditEntity, UUID> {}
}
