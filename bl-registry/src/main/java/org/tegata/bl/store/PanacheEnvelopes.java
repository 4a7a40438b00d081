package org.tegata.bl.store;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.EnvelopePurpose;
import org.tegata.bl.domain.Envelopes;
import org.tegata.bl.domain.ReceivedEnvelope;
import org.tegata.seal.CanonicalJson;

/** Evidence of what crossed between platforms; signed texts are kept as they were, one a line where there are many. */
@ApplicationScoped
class PanacheEnvelopes implements Envelopes {

    private final EntityManager entities;

    PanacheEnvelopes(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<String> chain(UUID billId) {
        List<?> found = entities.createNativeQuery(
                        "select jws from chain_entries where bill_id = :bill order by position", String.class)
                .setParameter("bill", billId)
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    @Override
    public void extend(UUID billId, int fromPosition, List<String> entries) {
        int position = fromPosition;
        for (String jws : entries) {
            entities.createNativeQuery(
                            "insert into chain_entries (bill_id, position, jws)" + " values (:bill, :position, :jws)")
                    .setParameter("bill", billId)
                    .setParameter("position", position++)
                    .setParameter("jws", jws)
                    .executeUpdate();
        }
    }

    @Override
    public void due(Outgoing envelope) {
        entities.createNativeQuery("insert into outgoing_envelopes"
                        + " (id, bill_id, purpose, recipient_platform, from_sequence, state)"
                        + " values (:id, :bill, :purpose, :platform, :sequence, :state)")
                .setParameter("id", envelope.id())
                .setParameter("bill", envelope.billId())
                .setParameter("purpose", envelope.purpose().name())
                .setParameter("platform", envelope.recipientPlatform())
                .setParameter("sequence", envelope.fromSequence())
                .setParameter("state", envelope.state().name())
                .executeUpdate();
    }

    @Override
    public Optional<Outgoing> outgoing(UUID envelopeId) {
        List<?> found = entities.createNativeQuery(
                        "select bill_id, purpose, recipient_platform, from_sequence, state"
                                + " from outgoing_envelopes where id = :id",
                        Object[].class)
                .setParameter("id", envelopeId)
                .getResultList();
        return found.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Outgoing(
                        envelopeId,
                        (UUID) row[0],
                        EnvelopePurpose.valueOf((String) row[1]),
                        (String) row[2],
                        ((Number) row[3]).longValue(),
                        State.valueOf((String) row[4])));
    }

    @Override
    public void answered(
            UUID envelopeId, State state, String code, @Nullable String signedResponse, List<String> sent) {
        entities.createNativeQuery("update outgoing_envelopes set state = :state, response_code = :code,"
                        + " signed_response = cast(:response as text), sent_entries = :sent, answered_at = now()"
                        + " where id = :id")
                .setParameter("state", state.name())
                .setParameter("code", code)
                .setParameter("response", signedResponse)
                .setParameter("sent", String.join("\n", sent))
                .setParameter("id", envelopeId)
                .executeUpdate();
    }

    @Override
    public void received(UUID billId, ReceivedEnvelope envelope) {
        entities.createNativeQuery("insert into received_envelopes (id, bill_id, sending_platform, chain_length)"
                        + " values (:id, :bill, :platform, :length)")
                .setParameter("id", envelope.envelopeId())
                .setParameter("bill", billId)
                .setParameter("platform", envelope.sendingPlatform())
                .setParameter("length", envelope.entries().size())
                .executeUpdate();
    }

    @Override
    public boolean acceptedBefore(UUID billId, int chainLength) {
        return !entities.createNativeQuery(
                        "select 1 from received_envelopes" + " where bill_id = :bill and chain_length = :length")
                .setParameter("bill", billId)
                .setParameter("length", chainLength)
                .getResultList()
                .isEmpty();
    }

    @Override
    public void dispute(UUID billId, String otherPlatform, String reason, List<String> evidence) {
        var text = String.join("\n", evidence);
        entities.createNativeQuery("insert into disputes"
                        + " (id, bill_id, other_platform, reason, evidence, evidence_digest)"
                        + " values (:id, :bill, :platform, :reason, :evidence, :digest) on conflict do nothing")
                .setParameter("id", Generators.timeBasedEpochGenerator().generate())
                .setParameter("bill", billId)
                .setParameter("platform", otherPlatform)
                .setParameter("reason", reason)
                .setParameter("evidence", text)
                .setParameter("digest", CanonicalJson.sha256Hex(text.getBytes(StandardCharsets.UTF_8)))
                .executeUpdate();
    }
}
