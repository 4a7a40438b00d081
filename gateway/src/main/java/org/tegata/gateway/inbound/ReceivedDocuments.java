package org.tegata.gateway.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tegata.gateway.pint.DocumentMetadata;

/** Documents that arrived for a bill, by checksum; they stay when a transfer starts anew or the bill comes back. */
@ApplicationScoped
class ReceivedDocuments {

    private final EntityManager database;
    private final Clock clock;

    ReceivedDocuments(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void keep(String transportDocumentChecksum, String documentChecksum, byte[] content) {
        database.createNativeQuery("INSERT INTO received_document VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")
                .setParameter(1, transportDocumentChecksum)
                .setParameter(2, documentChecksum)
                .setParameter(3, content)
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    /** Checksums of the declared documents that are not here yet, in the order declared. */
    List<String> missing(String transportDocumentChecksum, List<DocumentMetadata> declared) {
        if (declared.isEmpty()) {
            return List.of();
        }
        Set<String> held = new HashSet<>();
        database.createNativeQuery(
                        "SELECT document_checksum FROM received_document WHERE transport_document_checksum = ?1",
                        String.class)
                .setParameter(1, transportDocumentChecksum)
                .getResultList()
                .forEach(checksum -> held.add(String.valueOf(checksum)));
        return declared.stream()
                .map(DocumentMetadata::documentChecksum)
                .filter(checksum -> !held.contains(checksum))
                .toList();
    }

    Optional<byte[]> content(String transportDocumentChecksum, String documentChecksum) {
        return database.createNativeQuery(
                        "SELECT content FROM received_document"
                                + " WHERE transport_document_checksum = ?1 AND document_checksum = ?2",
                        byte[].class)
                .setParameter(1, transportDocumentChecksum)
                .setParameter(2, documentChecksum)
                .getResultStream()
                .map(byte[].class::cast)
                .findFirst();
    }
}
