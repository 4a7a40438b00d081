package org.tegata.gateway.inbound;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tegata.gateway.PlatformKey;
import org.tegata.gateway.partner.Directory;
import org.tegata.gateway.pint.Envelope;
import org.tegata.gateway.pint.EnvelopeRefused;
import org.tegata.gateway.pint.EnvelopeVerifier;
import org.tegata.gateway.pint.FinishedResponse;
import org.tegata.gateway.pint.ResponseCode;
import org.tegata.gateway.pint.SignedEnvelope;
import org.tegata.gateway.pint.StartedResponse;
import org.tegata.gateway.registry.RegistryClient;
import org.tegata.gateway.registry.Verdict;

/** Starts a transfer: POST /v3/envelopes. The order of the checks is part of the protocol. */
@ApplicationScoped
class ReceiveEnvelope {

    private static final Logger LOG = Logger.getLogger(ReceiveEnvelope.class);
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final EnvelopeVerifier verifier;
    private final RegistryClient registry;
    private final InboundTransfers transfers;
    private final ReceivedDocuments documents;
    private final AcceptEnvelope acceptance;
    private final PlatformKey key;
    private final Clock clock;

    ReceiveEnvelope(
            Directory directory,
            RegistryClient registry,
            InboundTransfers transfers,
            ReceivedDocuments documents,
            AcceptEnvelope acceptance,
            PlatformKey key,
            Clock clock) {
        this.verifier = new EnvelopeVerifier(directory);
        this.registry = registry;
        this.transfers = transfers;
        this.documents = documents;
        this.acceptance = acceptance;
        this.key = key;
        this.clock = clock;
    }

    WireAnswer receive(byte[] body) {
        var envelope = Envelope.read(body);
        try {
            var signed = verifier.verify(envelope);
            signed.requireLinkage();
            var settled = QuarkusTransaction.requiringNew().call(() -> settled(envelope));
            if (settled != null) {
                return settled;
            }
            var verdict = registry.receive(signed, null, true);
            if (verdict.result() == Verdict.Result.DUPLICATE) {
                return accepted(signed, verdict);
            }
            judge(signed, verdict);
            return begin(signed, body);
        } catch (EnvelopeRefused refused) {
            return refuse(envelope, body, refused);
        }
    }

    /** What was signed about this entry before is said again: neither an acceptance nor a refusal is taken back. */
    private @Nullable WireAnswer settled(Envelope envelope) {
        InboundTransferEntity refused = null;
        for (var known : transfers.ofEntry(envelope.lastEntryPayloadChecksum())) {
            if (known.state() == InboundState.ACCEPTED) {
                var earlier = known.signed();
                return acceptance.duplicate(
                        envelope.lastEntryChecksum(), earlier.envelope().lastEntry(), earlier);
            }
            refused = refused == null && !known.state().isOpen() ? known : refused;
        }
        return refused == null ? null : acceptance.refusedBefore(envelope.lastEntryChecksum(), refused);
    }

    /** The registry has it: DUPE, or RECE when the process died before that could be said. */
    private WireAnswer accepted(SignedEnvelope signed, Verdict verdict) {
        String lastEntry = signed.lastEntry().checksum();
        var committing = QuarkusTransaction.requiringNew()
                .call(() -> transfers.ofEntry(signed.envelope().lastEntryPayloadChecksum()).stream()
                        .filter(known -> known.state() == InboundState.COMMITTING
                                && known.lastEntryChecksum().equals(lastEntry))
                        .map(InboundTransferEntity::id)
                        .findFirst());
        return committing
                .map(acceptance::accept)
                .orElseGet(
                        () -> acceptance.duplicate(lastEntry, AcceptEnvelope.acceptedEntry(signed, verdict), signed));
    }

    /** Steps 4 to 6 of PINT's order: duplicate or dispute first, then checksums, then recipient and transactions. */
    private void judge(SignedEnvelope signed, Verdict verdict) {
        if (verdict.result() == Verdict.Result.DISPUTED) {
            throw new EnvelopeRefused(
                    ResponseCode.DISE,
                    verdict.reason().isEmpty() ? "The chain contradicts the one known here" : verdict.reason());
        }
        signed.requireChecksums();
        signed.requireTransactionRules(key.eblPlatform());
        if (signed.recipient().identifyingCodes().stream()
                .allMatch(code -> registry.receiver(code).isEmpty())) {
            throw new EnvelopeRefused(ResponseCode.BENV, "The recipient is not known on this platform");
        }
        if (verdict.result() == Verdict.Result.UNACCEPTABLE) {
            throw new EnvelopeRefused(
                    ResponseCode.BENV,
                    verdict.reason().isEmpty() ? "The transactions cannot follow each other" : verdict.reason());
        }
    }

    private WireAnswer begin(SignedEnvelope signed, byte[] body) {
        String bill = signed.envelope().transportDocumentChecksum();
        var begun = QuarkusTransaction.requiringNew().call(() -> {
            transfers.lockBill(bill);
            transfers.lockEntry(signed.envelope().lastEntryPayloadChecksum());
            // A twin of this request may have been answered while we were asking the registry.
            var settled = settled(signed.envelope());
            if (settled != null) {
                return new Begun(null, List.of(), settled);
            }
            UUID id = openOrNew(signed, body);
            return new Begun(id, documents.missing(bill, signed.manifest().additionalDocuments()), null);
        });
        if (begun.settled() != null || begun.id() == null) {
            return Objects.requireNonNull(begun.settled());
        }
        if (begun.missing().isEmpty()) {
            return acceptance.accept(begun.id());
        }
        return new WireAnswer.Started(new StartedResponse(
                begun.id().toString(), bill, signed.lastEntry().checksum(), begun.missing()));
    }

    private record Begun(
            @Nullable UUID id,
            List<String> missing,
            @Nullable WireAnswer settled) {}

    private UUID openOrNew(SignedEnvelope signed, byte[] body) {
        var open = transfers
                .open(signed.envelope().transportDocumentChecksum(), signed.sendingPlatform())
                .orElse(null);
        if (open != null) {
            boolean same = open.lastEntryChecksum().equals(signed.lastEntry().checksum())
                    && open.signed().manifest().equals(signed.manifest());
            if (same) {
                return open.id();
            }
            requireActive(open);
            open.replaced(clock.instant());
            transfers.flush();
        }
        var started = row(signed.sendingPlatform(), signed.envelope(), body);
        transfers.persistAndFlush(started);
        return started.id();
    }

    private InboundTransferEntity row(String sendingPlatform, Envelope envelope, byte[] body) {
        return new InboundTransferEntity(IDS.generate(), sendingPlatform, envelope, body, clock.instant());
    }

    private static void requireActive(InboundTransferEntity open) {
        if (open.state() == InboundState.COMMITTING) {
            // The registry may be accepting it at this moment; the sender comes again and learns.
            throw new TransferBusy();
        }
    }

    /** Answers under our signature, and keeps what a known platform has signed; after BSIG nothing is kept. */
    private WireAnswer refuse(Envelope envelope, byte[] body, EnvelopeRefused refused) {
        LOG.infof("Refused an envelope with %s: %s", refused.code(), refused.reason());
        return QuarkusTransaction.requiringNew().call(() -> {
            transfers.lockBill(envelope.transportDocumentChecksum());
            transfers.lockEntry(envelope.lastEntryPayloadChecksum());
            return refused.code() == ResponseCode.BSIG
                    ? refuseUnproven(envelope, refused)
                    : refuseFinally(envelope, body, refused);
        });
    }

    /** BSIG may not speak of an entry that was verified here when it came in better company. */
    private WireAnswer refuseUnproven(Envelope envelope, EnvelopeRefused refused) {
        for (var known : transfers.ofEntry(envelope.lastEntryPayloadChecksum())) {
            boolean sameSignature = known.lastEntryChecksum().equals(envelope.lastEntryChecksum());
            if (sameSignature && known.state() == InboundState.ACCEPTED) {
                var earlier = known.signed();
                return acceptance.duplicate(
                        envelope.lastEntryChecksum(), earlier.envelope().lastEntry(), earlier);
            }
            if (sameSignature && known.state().isOpen()) {
                throw new TransferBusy();
            }
        }
        return refusal(envelope.lastEntryChecksum(), refused);
    }

    /** The signed refusal lets the sender take the bill back: nothing begun before, and this entry never, completes. */
    private WireAnswer refuseFinally(Envelope envelope, byte[] body, EnvelopeRefused refused) {
        var settled = settled(envelope);
        if (settled != null) {
            return settled;
        }
        String sender = EnvelopeVerifier.sender(envelope);
        String entry = envelope.lastEntryPayloadChecksum();
        var open = new LinkedHashSet<>(transfers.ofEntry(entry));
        transfers.open(envelope.transportDocumentChecksum(), sender).ifPresent(open::add);
        open.forEach(ReceiveEnvelope::requireActive);
        open.forEach(transfer -> keep(transfer, refused));
        var answer = refusal(envelope.lastEntryChecksum(), refused);
        if (open.stream()
                .noneMatch(transfer -> transfer.lastEntryPayloadChecksum().equals(entry))) {
            var kept = row(sender, envelope, body);
            kept.refused(refused.code(), refused.reason(), answer.body(), clock.instant());
            transfers.persist(kept);
        }
        return answer;
    }

    private void keep(InboundTransferEntity transfer, EnvelopeRefused refused) {
        var answer = refusal(transfer.lastEntryChecksum(), refused);
        transfer.refused(refused.code(), refused.reason(), answer.body(), clock.instant());
    }

    private WireAnswer.Signed refusal(String lastEntryChecksum, EnvelopeRefused refused) {
        var response = FinishedResponse.refused(lastEntryChecksum, refused.code(), refused.reason());
        return new WireAnswer.Signed(refused.code().httpStatus(), key.signed(response));
    }

    /** A transfer of this bill is being committed right now, or would be spoken of falsely. */
    static final class TransferBusy extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
