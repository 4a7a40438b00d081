package org.tegata.lc.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
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
        return rows.find(
                        "select c from CreditEntity c where c.id = ?1"
                                + " and ?2 in (c.issuingBank, c.applicant, c.beneficiary, c.advisingBank, c.confirmingBank)",
                        id,
                        party.toString())
                .firstResultOptional()
                .map(row -> row.toDomain(presentations(row.id)));
    }

    @Override
    @Transactional
    public List<Credit> list(PartyId party, @Nullable UUID before, int limit) {
        // UUIDv7 sorts by time, so the newest come first.
        String below = before == null ? "" : " AND p.credit_id < :before";
        var query = entities.createNativeQuery(
                        "SELECT c.* FROM credit c JOIN credit_party p ON p.credit_id = c.id WHERE p.party = :party"
                                + below + " ORDER BY p.credit_id DESC",
                        CreditEntity.class)
                .setParameter("party", party.toString())
                .setMaxResults(limit);
        if (before != null) {
            query.setParameter("before", before);
        }
        @SuppressWarnings("unchecked") // the query names the entity class
        List<CreditEntity> found = query.getResultList();
        return found.stream().map(row -> row.toDomain(presentations(row.id))).toList();
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

    private List<Presentation> presentations(UUID creditId) {
        return presentationRows(creditId).stream()
                .map(PresentationEntity::toDomain)
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
