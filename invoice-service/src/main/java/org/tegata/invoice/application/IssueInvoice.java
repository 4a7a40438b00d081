package org.tegata.invoice.application;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.tegata.access.PartyId;
import org.tegata.invoice.domain.Invoice;
import org.tegata.invoice.domain.JudgedBy;
import org.tegata.invoice.domain.RulesAsked;
import org.tegata.outbox.OneTrip;
import org.tegata.rules.Verdict;
import org.tegata.xml.Digest;

/** Takes a valid document in: bytes, facts, readers and event in one statement. */
@ApplicationScoped
public class IssueInvoice {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final NewInvoices newInvoices;
    private final RepeatedRequest repeatedRequest;
    private final Clock clock;

    IssueInvoice(NewInvoices newInvoices, RepeatedRequest repeatedRequest, Clock clock) {
        this.newInvoices = newInvoices;
        this.repeatedRequest = repeatedRequest;
        this.clock = clock;
    }

    /** The new invoice, or on a repeat of the same request the earlier one as it is now. */
    public Invoice issue(PartyId submitter, String idempotencyKey, Submission submission) {
        var claim = new OneTrip.Claim(submitter, idempotencyKey, request(submission), IDS.generate());
        var verdict = submission.read().verdict();
        var document = submission.read().document();
        if (document == null) {
            return repeatedRequest.answer(claim, verdict);
        }
        var digest = Digest.sha256Hex(submission.original().bytes());
        var facts = document.facts(claim.newId(), digest, submitter);
        // The database keeps microseconds; an answer now and an answer later should not differ.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var outcome = Invoice.issue(submitter, now, facts, judgedBy(verdict));
        boolean kept = newInvoices.add(claim, outcome.invoice(), submission.original(), InvoiceEventV1.of(outcome));
        return kept ? outcome.invoice() : repeatedRequest.answer(claim, verdict);
    }

    private static JudgedBy judgedBy(Verdict verdict) {
        return new JudgedBy(
                verdict.ruleSet(), verdict.ruleSetVersion(), verdict.release().name());
    }

    /**
     * What tells this request from others under the same key: the call, the rules if any were asked for, and the
     * document. Without rules it is what it was before there were any, for retries of requests from then.
     */
    private static byte[] request(Submission submission) {
        var rules = submission.rules();
        String asked = rules.equals(RulesAsked.NOTHING) ? "" : "%s\n%s\n".formatted(rules.ruleSet(), rules.on());
        var request = new ByteArrayOutputStream();
        request.writeBytes(("POST /invoices\n" + asked).getBytes(StandardCharsets.UTF_8));
        request.writeBytes(submission.original().bytes());
        return request.toByteArray();
    }
}
