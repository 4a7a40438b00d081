package org.tegata.lc.application;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.CreditDocument;
import org.tegata.lc.domain.CreditProblem;
import org.tegata.lc.domain.CreditRoles;
import org.tegata.lc.domain.Credits;
import org.tegata.lc.domain.LetterOfCredit;
import org.tegata.lc.swift.Mt700Check;
import org.tegata.lc.swift.Mt700Codec;
import org.tegata.lc.xml.CreditXml;
import org.tegata.outbox.OnceOnly;
import org.tegata.outbox.Outbox;
import org.tegata.problem.Finding;
import org.tegata.problem.Rejected;
import org.tegata.problem.Severity;
import org.tegata.xml.Digest;

/** The issuing bank issues a credit from the text of an MT700. */
@ApplicationScoped
public class IssueCredit {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();
    private static final int BIC_LENGTH = 8;

    private final Credits credits;
    private final CreditXml xml;
    private final OnceOnly onceOnly;
    private final Outbox outbox;
    private final Clock clock;

    IssueCredit(Credits credits, CreditXml xml, OnceOnly onceOnly, Outbox outbox, Clock clock) {
        this.credits = credits;
        this.xml = xml;
        this.onceOnly = onceOnly;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The parties by identifier, which an MT700 does not carry. */
    public record Named(
            PartyId applicant,
            PartyId beneficiary,
            PartyId advisingBank,
            @Nullable PartyId confirmingBank) {}

    /** Refuses (422) with every finding a text that is not an MT700 to be issued here; keeps nothing of it. */
    @Transactional
    public Credit issue(PartyId issuingBank, Named named, byte[] mt700, String idempotencyKey) {
        var report = Mt700Check.check(mt700);
        if (!report.valid()) {
            throw new Rejected(CreditProblem.MT700_INVALID, "The MT700 has faults; see findings")
                    .withFindings(report.findings());
        }
        var terms = Mt700Codec.read(mt700);
        var roles = new CreditRoles(
                issuingBank,
                named.applicant(),
                named.beneficiary(),
                named.advisingBank(),
                confirmingBank(terms, named));
        var document = new CreditDocument(mt700, Digest.sha256Hex(mt700), xml.write(terms, roles));
        requireNothingLost(terms, document);

        var id = IDS.generate();
        var claimed = onceOnly.claim(issuingBank, idempotencyKey, fingerprint(named, mt700), id);
        if (!claimed.equals(id)) {
            return credits.require(claimed, issuingBank);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var outcome = Credit.issue(id, roles, terms, document.digest(), now);
        credits.add(outcome.credit(), document);
        outbox.append(CreditEventV1.of(outcome));
        return outcome.credit();
    }

    /** Unless named, the advising bank is asked to confirm when 58a names it or nobody. */
    private static @Nullable PartyId confirmingBank(LetterOfCredit terms, Named named) {
        if (named.confirmingBank() != null
                || terms.conditions().confirmationInstruction().equals("WITHOUT")) {
            return named.confirmingBank();
        }
        var asked = terms.parties().requestedConfirmationParty();
        String bic = asked == null ? null : asked.bic();
        boolean advising = asked == null
                || (bic != null && terms.heading().receiverBic().startsWith(bic.substring(0, BIC_LENGTH)));
        return advising ? named.advisingBank() : null;
    }

    /** What the XML cannot carry exactly is refused, not changed: the XML must say what the MT700 says. */
    private void requireNothingLost(LetterOfCredit terms, CreditDocument document) {
        if (!xml.read(document.xml()).equals(terms)) {
            throw new Rejected(CreditProblem.MT700_INVALID, "The MT700 cannot be kept as XML without a change")
                    .withFindings(List.of(new Finding(
                            "TGT-LC-10", Severity.ERROR, "/", "A reference or a code has spaces that XML folds")));
        }
    }

    private static byte[] fingerprint(Named named, byte[] mt700) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("issue " + named + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(mt700);
        return bytes.toByteArray();
    }
}
