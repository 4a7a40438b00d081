package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.tegata.bill.BillReading;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Caller;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.EnvelopeActs;
import org.tegata.bl.domain.EnvelopeVerdict;
import org.tegata.bl.domain.Envelopes;
import org.tegata.bl.domain.ReceivedEnvelope;
import org.tegata.bl.json.TitleParties;
import org.tegata.bl.xml.BillCodec;
import org.tegata.problem.Severity;
import org.tegata.problem.ValidationReport;
import org.tegata.seal.CanonicalJson;
import org.tegata.xml.Digest;

/**
 * An envelope from another platform (DCSA PINT 3.0.0): the gateway vouches for its signatures, this register decides on
 * the title. What it answers is committed when it answers.
 */
@ApplicationScoped
public class ReceiveEnvelope {

    private final Bills bills;
    private final Envelopes envelopes;
    private final Parties parties;
    private final BillCodec codec;
    private final Register register;
    private final Publication publication;
    private final String platform;

    ReceiveEnvelope(
            Bills bills,
            Envelopes envelopes,
            Parties parties,
            BillCodec codec,
            Register register,
            Publication publication,
            RegistryConfig config) {
        this.bills = bills;
        this.envelopes = envelopes;
        this.parties = parties;
        this.codec = codec;
        this.register = register;
        this.publication = publication;
        this.platform = config.eblPlatform();
    }

    /** Judges the envelope and follows it; a dry run judges only. */
    @Transactional
    public Reception receive(Caller caller, IncomingEnvelope incoming, boolean dryRun) {
        var reading = codec.received(incoming.transportDocument());
        if (!reading.valid()) {
            return Reception.unacceptable("the transport document: " + firstFault(reading.report()));
        }
        if (TitleParties.issuingCarrier(Objects.requireNonNull(reading.transportDocument())) == null) {
            return Reception.unacceptable("the transport document: no code names the issuing carrier, or a wrong LEI");
        }
        var checksum = CanonicalJson.sha256Hex(incoming.transportDocument());
        var envelope = envelope(incoming);
        var known = bills.withTransportDocument(checksum);
        if (known.isPresent()) {
            return exchanged(known.get(), incoming)
                    ? Reception.unacceptable("the carrier's rendering is not the one that came first")
                    : known(caller, known.get(), envelope, dryRun);
        }
        return unknown(caller, incoming, reading, envelope, checksum, dryRun);
    }

    private static String firstFault(ValidationReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .map(finding -> finding.location() + " " + finding.message())
                .orElse("cannot be read");
    }

    /** The rendering travels unchanged for the life of a bill. */
    private static boolean exchanged(Bill bill, IncomingEnvelope incoming) {
        var shown = incoming.visualisation();
        return shown != null
                && !Digest.sha256Hex(shown.content()).equals(bill.terms().documentDigest());
    }

    private Reception unknown(
            Caller caller,
            IncomingEnvelope incoming,
            BillReading reading,
            ReceivedEnvelope envelope,
            String checksum,
            boolean dryRun) {
        var id = Ids.next();
        var shown = incoming.visualisation();
        var digest = shown == null ? null : Digest.sha256Hex(shown.content());
        var facts = codec.facts(id, digest == null ? checksum : digest, reading);
        var terms = BillTerms.of(facts, checksum, digest, null);
        var number = bills.withNumber(terms.carrier().reference(), terms.transportDocumentReference());
        if (number.isPresent()) {
            return numbered(caller, number.get(), envelope, checksum, dryRun);
        }
        var verdict = EnvelopeActs.receivedNew(id, platform, terms, envelope, caller, parties::livesHere);
        if (verdict instanceof EnvelopeVerdict.Unacceptable refused) {
            return Reception.unacceptable(refused.reason());
        }
        var decision = ((EnvelopeVerdict.Accepted) verdict).decision();
        if (!dryRun) {
            var document = new BillDocument(shown, incoming.transportDocument());
            if (!bills.open(decision, document, incoming.issuanceManifestSignedContent())) {
                return overtaken(caller, envelope, terms);
            }
            publication.tell(decision);
            keep(decision.bill(), envelope, 0);
        }
        return Reception.accepted(id, decision.bill().version(), envelope.entries());
    }

    /** A twin of this envelope was a moment faster: judge again, the bill is on record now. */
    private Reception overtaken(Caller caller, ReceivedEnvelope envelope, BillTerms terms) {
        return bills.withNumber(terms.carrier().reference(), terms.transportDocumentReference())
                .map(bill -> numbered(caller, bill, envelope, terms.transportDocumentChecksum(), false))
                .orElseGet(() -> Reception.unacceptable("that document is on record under another number"));
    }

    private Reception numbered(Caller caller, Bill bill, ReceivedEnvelope envelope, String checksum, boolean dryRun) {
        return bill.terms().transportDocumentChecksum().equals(checksum)
                ? known(caller, bill, envelope, dryRun)
                : dispute(bill, envelope, "that number is another document here", dryRun);
    }

    private Reception known(Caller caller, Bill found, ReceivedEnvelope envelope, boolean dryRun) {
        var before = bills.locked(found.id());
        var bill = before.bill();
        var chain = envelopes.chain(bill.id());
        var verdict = EnvelopeActs.received(
                bill,
                envelope,
                chain,
                length -> envelopes.acceptedBefore(bill.id(), length),
                caller,
                parties::livesHere);
        if (verdict instanceof EnvelopeVerdict.Duplicate duplicate) {
            return Reception.duplicate(bill.id(), bill.version(), chain.subList(0, duplicate.acceptedLength()));
        }
        if (verdict instanceof EnvelopeVerdict.Disputed disputed) {
            return dispute(bill, envelope, disputed.reason(), dryRun);
        }
        if (verdict instanceof EnvelopeVerdict.Unacceptable refused) {
            return Reception.unacceptable(refused.reason());
        }
        Decision decision = ((EnvelopeVerdict.Accepted) verdict).decision();
        if (!dryRun) {
            settle(bill, envelope);
            register.keep(before, decision, publication.events(decision));
            keep(decision.bill(), envelope, chain.size());
        }
        return Reception.accepted(bill.id(), decision.bill().version(), envelope.entries());
    }

    /** Their act builds on our envelope, so they have accepted it; their signed answer may still be on its way. */
    private void settle(Bill bill, ReceivedEnvelope envelope) {
        var due = bill.due();
        if (due != null) {
            envelopes.answered(due.envelopeId(), Envelopes.State.ACCEPTED, "RECE", null, envelope.entries());
        }
    }

    private void keep(Bill bill, ReceivedEnvelope envelope, int knownLength) {
        envelopes.extend(
                bill.id(),
                knownLength,
                envelope.entries().subList(knownLength, envelope.entries().size()));
        envelopes.received(bill.id(), envelope);
    }

    private Reception dispute(Bill bill, ReceivedEnvelope envelope, String reason, boolean dryRun) {
        if (!dryRun) {
            envelopes.dispute(bill.id(), envelope.sendingPlatform(), reason, envelope.entries());
        }
        return Reception.disputed(bill.id(), reason);
    }

    private static ReceivedEnvelope envelope(IncomingEnvelope incoming) {
        List<String> entries = incoming.entries();
        return new ReceivedEnvelope(
                Ids.next(),
                incoming.sendingPlatform(),
                entries,
                checksum(entries.get(entries.size() - 1)),
                incoming.transactions(),
                checksum(incoming.issuanceManifestSignedContent()));
    }

    private static String checksum(String jws) {
        return Digest.sha256Hex(jws.getBytes(StandardCharsets.UTF_8));
    }
}
