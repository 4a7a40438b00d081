package org.tegata.gateway.inbound;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
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
        SignedEnvelope signed = null;
        try {
            signed = verifier.verify(envelope);
            signed.requireLinkage();
            var duplicate = duplicate(signed);
            if (duplicate != null) {
                return duplicate;
            }
            var verdict = registry.receive(signed, null, true);
            if (verdict.result() == Verdict.Result.DUPLICATE && !isOpen(signed)) {
                return acceptance.duplicate(
                        signed.lastEntry().checksum(), AcceptEnvelope.acceptedEntry(signed, verdict), signed);
            }
            judge(signed, verdict);
            return begin(signed, body);
        } catch (EnvelopeRefused refused) {
            return refuse(envelope, signed, body, refused);
        }
    }

    /** Known here before anybody else is asked: an acceptance is never taken back. */
    private @Nullable WireAnswer duplicate(SignedEnvelope signed) {
        return QuarkusTransaction.requiringNew()
                .call(() -> transfers
                        .accepted(signed)
                        .map(InboundTransferEntity::signed)
                        .map(earlier -> acceptance.duplicate(
                                signed.lastEntry().checksum(),
                                earlier.envelope().lastEntry(),
                                earlier))
                        .orElse(null));
    }

    /** Whether this envelope is the one that was being accepted when the process died: then it ends with RECE. */
    private boolean isOpen(SignedEnvelope signed) {
        return QuarkusTransaction.requiringNew()
                .call(() -> transfers
                        .open(signed.envelope().transportDocumentChecksum(), signed.sendingPlatform())
                        .filter(open -> open.lastEntryChecksum()
                                .equals(signed.lastEntry().checksum()))
                        .isPresent());
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
            // A twin of this request may have been accepted while we were asking the registry.
            var twin = transfers.accepted(signed);
            if (twin.isPresent()) {
                return new Begun(twin.get().id(), List.of());
            }
            UUID id = openOrNew(signed, body);
            return new Begun(id, documents.missing(bill, signed.manifest().additionalDocuments()));
        });
        if (begun.missing().isEmpty()) {
            return acceptance.accept(begun.id());
        }
        return new WireAnswer.Started(new StartedResponse(
                begun.id().toString(), bill, signed.lastEntry().checksum(), begun.missing()));
    }

    private record Begun(UUID id, List<String> missing) {}

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
            replace(open);
        }
        var started = new InboundTransferEntity(IDS.generate(), signed, body, clock.instant());
        transfers.persistAndFlush(started);
        return started.id();
    }

    private void replace(InboundTransferEntity open) {
        if (open.state() == InboundState.COMMITTING) {
            // The registry may be accepting the earlier one at this moment; the sender comes again and learns.
            throw new TransferBusy();
        }
        open.replaced(clock.instant());
        transfers.flush();
    }

    /** Answers under our signature, and keeps what a known platform has signed; after BSIG nothing is kept. */
    private WireAnswer refuse(
            Envelope envelope, @Nullable SignedEnvelope signed, byte[] body, EnvelopeRefused refused) {
        LOG.infof("Refused an envelope with %s: %s", refused.code(), refused.reason());
        String answer =
                key.signed(FinishedResponse.refused(envelope.lastEntryChecksum(), refused.code(), refused.reason()));
        if (signed != null) {
            QuarkusTransaction.requiringNew().run(() -> keepRefusal(signed, body, refused, answer));
        }
        return new WireAnswer.Signed(refused.code().httpStatus(), answer);
    }

    private void keepRefusal(SignedEnvelope signed, byte[] body, EnvelopeRefused refused, String answer) {
        String bill = signed.envelope().transportDocumentChecksum();
        transfers.lockBill(bill);
        var open = transfers.open(bill, signed.sendingPlatform()).orElse(null);
        if (open != null && open.state() == InboundState.ACTIVE) {
            // The signed refusal lets the sender take the bill back: the transfer begun before must never complete.
            open.refused(refused.code(), refused.reason(), answer, clock.instant());
        } else {
            var row = new InboundTransferEntity(IDS.generate(), signed, body, clock.instant());
            row.refused(refused.code(), refused.reason(), answer, clock.instant());
            transfers.persist(row);
        }
    }

    /** The earlier transfer of this bill is being committed right now. */
    static final class TransferBusy extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
