package org.tegata.gateway.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tegata.gateway.EnvelopeEvent;
import org.tegata.gateway.PlatformKey;
import org.tegata.gateway.partner.Directory;
import org.tegata.gateway.pint.DocumentMetadata;
import org.tegata.gateway.pint.EnvelopeBuilder;
import org.tegata.gateway.pint.SignedAnswer;
import org.tegata.gateway.registry.Outcome;
import org.tegata.gateway.registry.OutgoingEnvelope;
import org.tegata.gateway.registry.RegistryClient;
import org.tegata.gateway.registry.RegistryUnavailable;
import org.tegata.outbox.Outbox;

/**
 * Brings one envelope as far as it will go: fetch and sign, send, report. Each step is stored before the next begins; a
 * process that dies at any point is followed by one that goes on from there with the same bytes.
 */
@ApplicationScoped
class SendEnvelope {

    private static final Logger LOG = Logger.getLogger(SendEnvelope.class);

    private final OutboundTransfers transfers;
    private final RegistryClient registry;
    private final Directory directory;
    private final PartnerClient partners;
    private final Outbox outbox;
    private final PlatformKey key;
    private final EnvelopeBuilder builder;
    private final BackOff backOff;
    private final Clock clock;

    SendEnvelope(
            OutboundTransfers transfers,
            RegistryClient registry,
            Directory directory,
            PartnerClient partners,
            Outbox outbox,
            PlatformKey key,
            BackOff backOff,
            Clock clock) {
        this.transfers = transfers;
        this.registry = registry;
        this.directory = directory;
        this.partners = partners;
        this.outbox = outbox;
        this.key = key;
        this.builder = new EnvelopeBuilder(key.eblPlatform(), key.sealer());
        this.backOff = backOff;
        this.clock = clock;
    }

    void advance(UUID id) {
        try {
            if (state(id) == OutboundState.DUE) {
                prepare(id);
            }
            if (state(id) == OutboundState.SENDING) {
                send(id);
            }
            if (state(id) != OutboundState.WITHDRAWN) {
                report(id);
            }
        } catch (NoSignedAnswer | RegistryUnavailable undecided) {
            postpone(id, String.valueOf(undecided.getMessage()));
        } catch (RuntimeException unexpected) {
            LOG.errorf(unexpected, "Envelope %s waits after an unexpected failure", id);
            postpone(id, "unexpected failure: " + unexpected);
        }
    }

    private OutboundState state(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> transfers.locked(id).state());
    }

    private void prepare(UUID id) throws NoSignedAnswer {
        UUID billId = QuarkusTransaction.requiringNew()
                .call(() -> transfers.locked(id).billId());
        var outgoing = registry.outgoing(billId, id);
        if (outgoing.isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> transfers
                            .locked(id)
                            .withdrawn("the registry says that this envelope is not due", clock.instant()));
            return;
        }
        var prepared = build(outgoing.get());
        QuarkusTransaction.requiringNew().run(() -> {
            var transfer = transfers.locked(id);
            // Signing twice gives two different envelopes: only the first one stored may ever leave.
            if (transfer.state() == OutboundState.DUE) {
                var event = transfer.sending(prepared, key.eblPlatform(), clock.instant());
                outbox.append(event.as(EnvelopeEvent.Type.SENT, 1));
            }
        });
    }

    private PreparedEnvelope build(OutgoingEnvelope outgoing) {
        var document = outgoing.visualisation();
        byte[] content = document == null ? null : Base64.getDecoder().decode(document.contentBase64());
        var envelope = builder.build(
                outgoing.transportDocument(),
                outgoing.issuanceManifestSignedContent(),
                outgoing.receivedEntries(),
                outgoing.transactions(),
                metadata(document, content));
        return new PreparedEnvelope(envelope, envelope.toJson(), content, outgoing.recipientPlatform());
    }

    private static @Nullable DocumentMetadata metadata(
            OutgoingEnvelope.@Nullable Document document, byte @Nullable [] content) {
        return document == null || content == null
                ? null
                : DocumentMetadata.of(document.name(), document.mediaType(), content);
    }

    private void send(UUID id) throws NoSignedAnswer {
        var prepared = QuarkusTransaction.requiringNew()
                .call(() -> transfers.locked(id).prepared());
        var partner = directory
                .partner(prepared.recipientPlatform())
                .orElseThrow(() -> new NoSignedAnswer(
                        "no partner %s is registered: PUT /partners/%1$s".formatted(prepared.recipientPlatform())));
        var answer = partners.transfer(partner, prepared);
        QuarkusTransaction.requiringNew().run(() -> conclude(id, prepared, answer));
    }

    private void conclude(UUID id, PreparedEnvelope prepared, SignedAnswer answer) {
        var transfer = transfers.locked(id);
        if (transfer.state() != OutboundState.SENDING) {
            return;
        }
        var outcome = outcome(prepared, answer);
        String reason = outcome == OutboundState.DISPUTED
                        && answer.response().responseCode().accepted()
                ? "the partner confirms a last entry that is not ours"
                : answer.response().reason();
        var event = transfer.answered(outcome, answer, reason, key.eblPlatform(), clock.instant());
        outbox.append(event.as(type(outcome), 2));
        LOG.infof("Envelope %s: the partner signed %s", id, answer.response().responseCode());
    }

    private static OutboundState outcome(PreparedEnvelope prepared, SignedAnswer answer) {
        return switch (answer.response().responseCode()) {
            case RECE -> OutboundState.ACCEPTED;
            case DUPE ->
                answer.confirms(prepared.envelope().lastEntry()) ? OutboundState.ACCEPTED : OutboundState.DISPUTED;
            case BENV, BSIG -> OutboundState.REFUSED;
            case DISE -> OutboundState.DISPUTED;
            case INCD, MDOC -> throw new IllegalStateException("asks for documents, decides nothing");
        };
    }

    private static EnvelopeEvent.Type type(OutboundState outcome) {
        return switch (outcome) {
            case ACCEPTED -> EnvelopeEvent.Type.ACCEPTED;
            case REFUSED -> EnvelopeEvent.Type.REFUSED;
            case DISPUTED -> EnvelopeEvent.Type.DISPUTED;
            case DUE, SENDING, WITHDRAWN -> throw new IllegalStateException("not an outcome: " + outcome);
        };
    }

    private void report(UUID id) {
        var report = QuarkusTransaction.requiringNew().call(() -> {
            var transfer = transfers.locked(id);
            if (transfer.isReported()) {
                return null;
            }
            return new Report(
                    transfer.billId(),
                    new Outcome(
                            id,
                            transfer.state() == OutboundState.ACCEPTED,
                            transfer.reportedCode().name(),
                            String.valueOf(transfer.signedResponse()),
                            transfer.prepared().envelope().envelopeTransferChain()));
        });
        if (report != null) {
            registry.report(report.billId(), report.outcome());
            QuarkusTransaction.requiringNew().run(() -> transfers.locked(id).reported(clock.instant()));
        }
    }

    private record Report(UUID billId, Outcome outcome) {}

    private void postpone(UUID id, String reason) {
        LOG.infof("Envelope %s waits: %s", id, reason);
        QuarkusTransaction.requiringNew().run(() -> {
            var transfer = transfers.locked(id);
            var now = clock.instant();
            transfer.postponed(reason, now.plus(backOff.after(transfer.attempts())), now);
        });
    }
}
