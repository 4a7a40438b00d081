package org.tegata.gateway.pint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An envelope whose signatures all hold; what they say is judged by the methods here, in the order that PINT needs. */
public record SignedEnvelope(
        Envelope envelope,
        EnvelopeManifest manifest,
        List<ChainEntry> chain,
        IssuanceManifest issuance,
        String issuanceManifestSignedContent) {

    private static final Set<String> AMENDMENT_REASONS = Set.of("SWTP", "COD", "SWI");

    public SignedEnvelope {
        chain = List.copyOf(chain);
    }

    public ChainEntry lastEntry() {
        return chain.get(chain.size() - 1);
    }

    public String sendingPlatform() {
        return lastEntry().eblPlatform();
    }

    /** All transactions of all entries, in order. */
    public List<Transaction> transactions() {
        return chain.stream().flatMap(entry -> entry.transactions().stream()).toList();
    }

    /** The party that the envelope is for: the recipient of its last transaction. */
    public Party recipient() {
        var last = lastEntry().transactions().get(lastEntry().transactions().size() - 1);
        Party named = last.recipient();
        if (named == null && last.actionCode().answersSurrender()) {
            named = surrenderer();
        }
        if (named == null) {
            throw EnvelopeRefused.badEnvelope("The last transaction has no recipient");
        }
        return named;
    }

    /** SACC and SREJ need not name a recipient: they answer the party that surrendered last. */
    private @Nullable Party surrenderer() {
        Party latest = null;
        for (Transaction transaction : transactions()) {
            latest = transaction.actionCode().isSurrender() ? transaction.actor() : latest;
        }
        return latest;
    }

    /** Each entry points at the one before it; the first at none. */
    public void requireLinkage() {
        if (chain.get(0).previousChecksum() != null) {
            throw EnvelopeRefused.badEnvelope("The first entry points at an earlier one: the chain is not complete");
        }
        for (int i = 1; i < chain.size(); i++) {
            if (!chain.get(i - 1).checksum().equals(chain.get(i).previousChecksum())) {
                throw EnvelopeRefused.badEnvelope("Entry %d does not point at entry %d".formatted(i + 1, i));
            }
        }
    }

    /** All checksums speak of this document and of this chain. */
    public void requireChecksums() {
        if (!manifest.lastEnvelopeTransferChainEntrySignedContentChecksum()
                .equals(lastEntry().checksum())) {
            throw EnvelopeRefused.badEnvelope("The manifest was made for another last entry");
        }
        String computed = envelope.transportDocumentChecksum();
        if (!computed.equals(manifest.transportDocumentChecksum())) {
            throw EnvelopeRefused.badEnvelope("The manifest was made for another transport document");
        }
        for (int i = 0; i < chain.size(); i++) {
            // An entry of another bill, however well signed, must not be replayed into this chain.
            if (!computed.equals(chain.get(i).transportDocumentChecksum())) {
                throw EnvelopeRefused.badEnvelope("Entry %d was made for another transport document".formatted(i + 1));
            }
        }
        if (!computed.equals(issuance.documentChecksum())) {
            throw EnvelopeRefused.badEnvelope("The carrier issued another transport document");
        }
        var visualisation = manifest.visualisation();
        if (visualisation != null
                && issuance.visualisationChecksum() != null
                && !issuance.visualisationChecksum().equals(visualisation.documentChecksum())) {
            throw EnvelopeRefused.badEnvelope("The visualisation is not the one that the carrier issued");
        }
    }

    /** The envelope is for this platform and its transactions are of a form that the standard allows. */
    public void requireTransactionRules(String ourPlatform) {
        if (chain.stream().anyMatch(entry -> entry.controlTrackingRegistry() != null)) {
            // PINT 3.0.0: transfers that are not recorded in the named registry are invalid; we can reach none.
            throw EnvelopeRefused.badEnvelope("The chain names a control tracking registry that is not reachable here");
        }
        if (sendingPlatform().equals(ourPlatform)) {
            throw EnvelopeRefused.badEnvelope("The last entry was made by the receiving platform itself");
        }
        if (!recipient().eblPlatform().equals(ourPlatform)) {
            throw EnvelopeRefused.badEnvelope("The recipient is not on this platform");
        }
        var all = transactions();
        for (int i = 0; i < all.size(); i++) {
            requireForm(all.get(i), i);
        }
        requirePlaces();
        requireNothingAfterAcceptedSurrender(all);
    }

    private void requireForm(Transaction transaction, int index) {
        var action = transaction.actionCode();
        if ((action == ActionCode.ISSUE) != (index == 0)) {
            throw EnvelopeRefused.badEnvelope("ISSUE stands once, at the very beginning");
        }
        if (action.needsRecipient() && transaction.recipient() == null) {
            throw EnvelopeRefused.badEnvelope(action + " needs a recipient");
        }
        String reason = transaction.reasonCode();
        if (reason != null && (action != ActionCode.SURRENDER_FOR_AMENDMENT || !AMENDMENT_REASONS.contains(reason))) {
            throw EnvelopeRefused.badEnvelope("reasonCode %s does not go with %s".formatted(reason, action));
        }
        Party carrier = chain.get(0).transactions().get(0).actor();
        if (action.isSurrender()
                && transaction.recipient() != null
                && !transaction.recipient().isSameAs(carrier)) {
            throw EnvelopeRefused.badEnvelope("A surrender is addressed to the carrier that issued the bill");
        }
    }

    /** Actors act on the platform that signs for them, and possession goes on where the entry before has sent it. */
    private void requirePlaces() {
        for (int i = 0; i < chain.size(); i++) {
            var entry = chain.get(i);
            for (Transaction transaction : entry.transactions()) {
                if (!transaction.actor().eblPlatform().equals(entry.eblPlatform())) {
                    throw EnvelopeRefused.badEnvelope(
                            "Entry %d holds an act that took place on another platform".formatted(i + 1));
                }
            }
            if (i + 1 < chain.size()) {
                var last = entry.transactions().get(entry.transactions().size() - 1);
                Party sentTo = last.actionCode().movesPossession() ? last.recipient() : null;
                if (sentTo != null
                        && !sentTo.eblPlatform().equals(chain.get(i + 1).eblPlatform())) {
                    throw EnvelopeRefused.badEnvelope(
                            "Entry %d was made by a platform that the bill was not sent to".formatted(i + 2));
                }
            }
        }
    }

    private static void requireNothingAfterAcceptedSurrender(List<Transaction> all) {
        var actions = all.stream().map(Transaction::actionCode).collect(Collectors.toList());
        int accepted = actions.indexOf(ActionCode.SACC);
        if (accepted >= 0 && accepted < actions.size() - 1) {
            throw EnvelopeRefused.badEnvelope("Nothing is valid after an accepted surrender (SACC)");
        }
    }
}
