package org.tegata.gateway.inbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tegata.gateway.EnvelopeEvent;
import org.tegata.gateway.PlatformKey;
import org.tegata.gateway.pint.Checksum;
import org.tegata.gateway.pint.DocumentMetadata;
import org.tegata.gateway.pint.FinishedResponse;
import org.tegata.gateway.pint.ResponseCode;
import org.tegata.gateway.pint.SignedEnvelope;
import org.tegata.gateway.registry.OutgoingEnvelope;
import org.tegata.gateway.registry.RegistryClient;
import org.tegata.gateway.registry.Verdict;
import org.tegata.outbox.Outbox;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/**
 * Completes a transfer: everything is here, so the registry decides, and only when it has committed does RECE exist.
 * Safe to run again at any point: the registry answers a repeat with DUPLICATE, and our row says how far we were.
 */
@ApplicationScoped
class AcceptEnvelope {

    private static final Logger LOG = Logger.getLogger(AcceptEnvelope.class);

    private final RegistryClient registry;
    private final InboundTransfers transfers;
    private final ReceivedDocuments documents;
    private final Outbox outbox;
    private final PlatformKey key;
    private final Clock clock;

    AcceptEnvelope(
            RegistryClient registry,
            InboundTransfers transfers,
            ReceivedDocuments documents,
            Outbox outbox,
            PlatformKey key,
            Clock clock) {
        this.registry = registry;
        this.transfers = transfers;
        this.documents = documents;
        this.outbox = outbox;
        this.key = key;
        this.clock = clock;
    }

    WireAnswer accept(UUID id) {
        var ready = QuarkusTransaction.requiringNew().call(() -> prepare(id));
        if (ready.answer() != null) {
            return ready.answer();
        }
        // No transaction is open while the registry works; a crash here leaves COMMITTING, which is taken up again.
        var verdict = registry.receive(ready.signed(), ready.visualisation(), false);
        return QuarkusTransaction.requiringNew().call(() -> conclude(id, ready.signed(), verdict));
    }

    private record Ready(
            SignedEnvelope signed,
            OutgoingEnvelope.@Nullable Document visualisation,
            @Nullable WireAnswer answer) {}

    private Ready prepare(UUID id) {
        var transfer = require(id);
        var signed = transfer.signed();
        switch (transfer.state()) {
            case ACCEPTED -> {
                return new Ready(
                        signed,
                        null,
                        duplicate(
                                transfer.lastEntryChecksum(), signed.envelope().lastEntry(), signed));
            }
            case REFUSED, DISPUTED, REPLACED -> {
                return new Ready(signed, null, over(transfer));
            }
            case ACTIVE, COMMITTING -> {
                String bill = transfer.transportDocumentChecksum();
                var missing = documents.missing(bill, signed.manifest().additionalDocuments());
                if (!missing.isEmpty()) {
                    return new Ready(
                            signed, null, answer(FinishedResponse.missing(transfer.lastEntryChecksum(), missing)));
                }
                transfer.committing(clock.instant());
                return new Ready(signed, visualisation(bill, signed.manifest().visualisation()), null);
            }
        }
        throw new IllegalStateException("every state is above");
    }

    private OutgoingEnvelope.@Nullable Document visualisation(String bill, @Nullable DocumentMetadata declared) {
        if (declared == null) {
            return null;
        }
        byte[] content = documents
                .content(bill, declared.documentChecksum())
                .orElseThrow(() -> new IllegalStateException("a document vanished"));
        return new OutgoingEnvelope.Document(
                declared.name(), declared.mediaType(), Base64.getEncoder().encodeToString(content));
    }

    private WireAnswer conclude(UUID id, SignedEnvelope signed, Verdict verdict) {
        transfers.lockBill(signed.envelope().transportDocumentChecksum());
        transfers.lockEntry(signed.envelope().lastEntryPayloadChecksum());
        var transfer = require(id);
        String lastEntry = transfer.lastEntryChecksum();
        if (transfer.state() == InboundState.ACCEPTED) {
            return duplicate(lastEntry, signed.envelope().lastEntry(), signed);
        }
        boolean undecided = transfer.state() == InboundState.COMMITTING;
        // What the registry has taken is taken, whatever a twin of this request was told meanwhile.
        return switch (verdict.result()) {
            case ACCEPTED -> received(transfer, signed, verdict);
            // Ours if we died between the registry's commit and this line; else somebody signed an old entry anew.
            case DUPLICATE ->
                acceptedEntry(signed, verdict).equals(signed.envelope().lastEntry())
                        ? received(transfer, signed, verdict)
                        : knownBefore(transfer, signed, verdict);
            case DISPUTED -> undecided ? refused(transfer, ResponseCode.DISE, verdict.reason()) : over(transfer);
            case UNACCEPTABLE -> undecided ? refused(transfer, ResponseCode.BENV, verdict.reason()) : over(transfer);
        };
    }

    private WireAnswer received(InboundTransferEntity transfer, SignedEnvelope signed, Verdict verdict) {
        String answer = key.signed(FinishedResponse.received(transfer.lastEntryChecksum(), checksums(signed)));
        var event = transfer.accepted(verdict.billId(), answer, key.eblPlatform(), clock.instant());
        outbox.append(event.as(EnvelopeEvent.Type.RECEIVED, 1));
        LOG.infof("Accepted envelope %s, bill %s", transfer.id(), verdict.billId());
        return new WireAnswer.Signed(ResponseCode.RECE.httpStatus(), answer);
    }

    private WireAnswer knownBefore(InboundTransferEntity transfer, SignedEnvelope signed, Verdict verdict) {
        transfer.replaced(clock.instant());
        return duplicate(transfer.lastEntryChecksum(), acceptedEntry(signed, verdict), signed);
    }

    /** The entry of the accepted chain that stands where this envelope's last entry stands. */
    static String acceptedEntry(SignedEnvelope signed, Verdict verdict) {
        var entries = verdict.acceptedEntries();
        int length = signed.chain().size();
        // The bill may have gone on since: what was accepted from this chain is the entry at the same place.
        return entries.size() < length ? signed.envelope().lastEntry() : entries.get(length - 1);
    }

    private WireAnswer refused(InboundTransferEntity transfer, ResponseCode code, String reason) {
        var response = FinishedResponse.refused(
                transfer.lastEntryChecksum(), code, reason.isEmpty() ? "The registry of bills refused it" : reason);
        String answer = key.signed(response);
        transfer.refused(code, reason, answer, clock.instant());
        LOG.infof("Refused envelope %s with %s: %s", transfer.id(), code, reason);
        return new WireAnswer.Signed(code.httpStatus(), answer);
    }

    /** A refused transfer stays so. A replaced one is gone, unsigned: its entry may live on in the later transfer. */
    private WireAnswer over(InboundTransferEntity transfer) {
        if (transfer.state() == InboundState.REPLACED) {
            throw new Rejected(RequestProblem.NOT_FOUND, "This transfer was replaced by a later one");
        }
        return refusedBefore(transfer.lastEntryChecksum(), transfer);
    }

    /** The word that was signed before: the sender may have taken the bill back because of it. */
    WireAnswer refusedBefore(String lastEntryChecksum, InboundTransferEntity transfer) {
        var code = transfer.state() == InboundState.DISPUTED ? ResponseCode.DISE : ResponseCode.BENV;
        String reason = transfer.reason() == null ? "This envelope was refused before" : transfer.reason();
        return answer(FinishedResponse.refused(lastEntryChecksum, code, reason));
    }

    /** DUPE: the entry accepted before, and the receipt for all documents of the envelope. */
    WireAnswer duplicate(String lastEntryChecksum, String acceptedEntry, SignedEnvelope signed) {
        return answer(FinishedResponse.duplicate(lastEntryChecksum, acceptedEntry, checksums(signed)));
    }

    private WireAnswer answer(FinishedResponse response) {
        return new WireAnswer.Signed(response.responseCode().httpStatus(), key.signed(response));
    }

    private static List<String> checksums(SignedEnvelope signed) {
        return signed.manifest().additionalDocuments().stream()
                .map(DocumentMetadata::documentChecksum)
                .toList();
    }

    /** Takes a document of an open transfer: size and SHA-256 must be those of the manifest. */
    WireAnswer document(UUID id, String documentChecksum, byte[] content) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var transfer = require(id);
            if (!transfer.state().isOpen() && transfer.state() != InboundState.ACCEPTED) {
                return over(transfer);
            }
            var declared = transfer.signed().manifest().additionalDocuments().stream()
                    .filter(document -> document.documentChecksum().equals(documentChecksum))
                    .findFirst();
            if (declared.isEmpty()) {
                return inconclusive(transfer, "The manifest declares no document with this checksum");
            }
            if (content.length != declared.get().size()) {
                return inconclusive(transfer, "The document has another size than the manifest declares");
            }
            if (!Checksum.of(content).equals(documentChecksum)) {
                return inconclusive(transfer, "The document has another SHA-256 than the manifest declares");
            }
            documents.keep(transfer.transportDocumentChecksum(), documentChecksum, content);
            return new WireAnswer.DocumentKept();
        });
    }

    private WireAnswer inconclusive(InboundTransferEntity transfer, String reason) {
        return answer(FinishedResponse.refused(transfer.lastEntryChecksum(), ResponseCode.INCD, reason));
    }

    private InboundTransferEntity require(UUID id) {
        return transfers.locked(id).orElseThrow(() -> new Rejected(RequestProblem.NOT_FOUND, "No such envelope"));
    }
}
