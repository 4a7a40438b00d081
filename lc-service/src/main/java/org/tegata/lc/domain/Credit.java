package org.tegata.lc.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.Presentation.Disposal;
import org.tegata.lc.domain.Presentation.DocumentReference;
import org.tegata.lc.domain.Presentation.RefusalNotice;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/**
 * A documentary credit under UCP 600. Each verb checks who acts, on which version and in which state, and gives the
 * credit after it with exactly one event.
 *
 * @param digest SHA-256 of the bytes that the credit came as, hexadecimal
 * @param version starts at 1, one more with each act
 * @param presentations in the order they were lodged
 */
public record Credit(
        UUID id,
        long version,
        CreditRoles roles,
        LetterOfCredit terms,
        String digest,
        CreditStatus status,
        Confirmation confirmation,
        List<Presentation> presentations,
        Instant issuedAt) {

    /** Each waits for a bank, and for the owners of its documents, for as long as it takes: no more than this. */
    private static final int MOST_WAITING = 20;

    /** What a bank has paid, and what it must pay. */
    private static final List<PresentationStatus> COMMITTED =
            List.of(PresentationStatus.COMPLYING, PresentationStatus.HONOURED);

    public Credit {
        presentations = List.copyOf(presentations);
        // Throws when more is drawn than there is: no credit can exist in that state.
        available(terms, presentations);
    }

    /** The issuing bank issues the credit and is bound from now on (art. 7(b)). */
    public static Outcome issue(UUID id, CreditRoles roles, LetterOfCredit terms, String digest, Instant now) {
        var confirmation = Confirmation.asked(terms.conditions().confirmationInstruction());
        if ((confirmation == Confirmation.NONE) != (roles.confirmingBank() == null)) {
            throw new Rejected(
                    CreditProblem.PARTIES_INVALID,
                    confirmation == Confirmation.NONE
                            ? "Field 49 says WITHOUT: no confirming bank is named"
                            : "Field 49 asks for confirmation: name the confirming bank");
        }
        if (roles.applicant().equals(roles.beneficiary()) || roles.beneficiary().equals(roles.issuingBank())) {
            throw new Rejected(
                    CreditProblem.PARTIES_INVALID, "The beneficiary is neither the applicant nor the issuing bank");
        }
        if (roles.issuingBank().equals(roles.confirmingBank())) {
            // Art. 8: a confirmation is an undertaking in addition to that of the issuing bank.
            throw new Rejected(CreditProblem.PARTIES_INVALID, "The issuing bank cannot confirm its own credit");
        }
        var credit = new Credit(id, 1, roles, terms, digest, CreditStatus.ISSUED, confirmation, List.of(), now);
        return new Outcome(credit, new CreditEvent.Issued());
    }

    public Outcome advise(PartyId actor, long expected) {
        require(actor, roles.advisingBank(), CreditAct.ADVISE, expected);
        return new Outcome(
                next(status.after(CreditAct.ADVISE), confirmation, presentations), new CreditEvent.Advised());
    }

    public Outcome confirm(PartyId actor, long expected) {
        return decideConfirmation(actor, expected, CreditAct.CONFIRM, new CreditEvent.Confirmed());
    }

    public Outcome declineConfirmation(PartyId actor, long expected) {
        return decideConfirmation(
                actor, expected, CreditAct.DECLINE_CONFIRMATION, new CreditEvent.ConfirmationDeclined());
    }

    private Outcome decideConfirmation(PartyId actor, long expected, CreditAct act, CreditEvent event) {
        var bank = roles.confirmingBank();
        if (bank == null) {
            requireVersion(expected);
            confirmation.after(act);
            throw new IllegalStateException("a credit without confirming bank has no confirmation to decide");
        }
        require(actor, bank, act, expected);
        return new Outcome(next(status.after(act), confirmation.after(act), presentations), event);
    }

    /** The beneficiary lodges documents; whether they comply is for the examination to say. */
    public Outcome present(
            PartyId actor,
            long expected,
            UUID presentationId,
            DocumentReference invoice,
            DocumentReference bill,
            Money drawing,
            Clock clock) {
        require(actor, roles.beneficiary(), CreditAct.PRESENT, expected);
        var after = status.after(CreditAct.PRESENT);
        requireRoom();
        if (!drawing.currency().equals(terms.amount().currency())) {
            throw new Rejected(
                    CreditProblem.CURRENCY_DIFFERS,
                    "The credit is in %s, the drawing in %s",
                    terms.amount().currency(),
                    drawing.currency());
        }
        requireNotPresented(invoice, bill);
        var presentation = new Presentation(
                presentationId,
                actor,
                examiningBank(),
                invoice,
                bill,
                drawing,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                LocalDate.now(clock),
                PresentationStatus.PRESENTED,
                null,
                null,
                null);
        var all = new ArrayList<>(presentations);
        all.add(presentation);
        return new Outcome(next(after, confirmation, all), new CreditEvent.PresentationLodged(presentation));
    }

    /** Who may examine that presentation now, on that version; refuses everyone and everything else. */
    public Presentation requireExaminable(PartyId actor, long expected, UUID presentationId) {
        var presentation = requirePresentation(presentationId);
        require(actor, presentation.examiningBank(), CreditAct.EXAMINE, expected);
        status.after(CreditAct.EXAMINE);
        presentation.status().require(CreditAct.EXAMINE);
        return presentation;
    }

    /** The bank that examines records its result; a complying drawing is set aside from what is available. */
    public Outcome examine(PartyId actor, long expected, UUID presentationId, Examination result) {
        var examined = requireExaminable(actor, expected, presentationId).examined(result);
        return replace(status.after(CreditAct.EXAMINE), examined, new CreditEvent.PresentationExamined(examined));
    }

    /** One notice, each discrepancy, what becomes of the documents (art. 16(c)). */
    public Outcome refuse(PartyId actor, long expected, UUID presentationId, Disposal disposal, Instant now) {
        var presentation = requirePresentation(presentationId);
        require(actor, presentation.examiningBank(), CreditAct.REFUSE, expected);
        var after = status.after(CreditAct.REFUSE);
        presentation.status().require(CreditAct.REFUSE);
        var examination = presentation.examination();
        if (examination == null) {
            throw new IllegalStateException("a discrepant presentation was examined");
        }
        var refused = presentation.refused(new RefusalNotice(now, disposal, examination.discrepancies()));
        return replace(after, refused, new CreditEvent.PresentationRefused(refused));
    }

    /** The bank pays what it undertook to pay (art. 7, 8 and 15). */
    public Outcome honour(PartyId actor, long expected, UUID presentationId, Instant now) {
        var presentation = requirePresentation(presentationId);
        require(actor, presentation.examiningBank(), CreditAct.HONOUR, expected);
        status.after(CreditAct.HONOUR);
        presentation.status().require(CreditAct.HONOUR);
        var honoured = presentation.honoured(now);
        boolean exhausted = maximum().equals(honouredSoFar().plus(honoured.drawing()));
        var after = exhausted ? CreditStatus.EXHAUSTED : status.after(CreditAct.HONOUR);
        return replace(after, honoured, new CreditEvent.PresentationHonoured(honoured));
    }

    /** The most that may ever be drawn. */
    public Money maximum() {
        return terms.maximum();
    }

    /** What has been paid. */
    public Money honouredSoFar() {
        return drawn(terms, presentations, List.of(PresentationStatus.HONOURED));
    }

    /** What may still be drawn: the maximum less what is honoured and less what complies and waits to be honoured. */
    public Money available() {
        return available(terms, presentations);
    }

    public Optional<Presentation> presentation(UUID presentationId) {
        return presentations.stream()
                .filter(presentation -> presentation.id().equals(presentationId))
                .findFirst();
    }

    /** That presentation; refuses (404) when there is none. */
    public Presentation requirePresentation(UUID presentationId) {
        return presentation(presentationId)
                .orElseThrow(() -> new Rejected(RequestProblem.NOT_FOUND, RequestProblem.NOT_FOUND.title()));
    }

    /** The confirming bank if it has confirmed, else the issuing bank. */
    public PartyId examiningBank() {
        var confirming = roles.confirmingBank();
        return confirmation == Confirmation.CONFIRMED && confirming != null ? confirming : roles.issuingBank();
    }

    private void requireRoom() {
        long waiting = presentations.stream()
                .filter(presentation -> presentation.status() == PresentationStatus.PRESENTED)
                .count();
        if (waiting >= MOST_WAITING) {
            throw new Rejected(
                    CreditProblem.WRONG_STATE,
                    "%d presentations under this credit wait to be examined: no more until one has been",
                    waiting);
        }
    }

    private void requireNotPresented(DocumentReference invoice, DocumentReference bill) {
        for (var earlier : presentations) {
            // Refused documents may come again, corrected or not: it is the presenter's risk.
            boolean open = earlier.status() != PresentationStatus.REFUSED;
            if (open
                    && (earlier.invoice().id().equals(invoice.id())
                            || earlier.bill().id().equals(bill.id()))) {
                throw new Rejected(
                        CreditProblem.ALREADY_PRESENTED,
                        "Presentation %s already holds that invoice or that bill of lading",
                        earlier.id());
            }
        }
    }

    private void require(PartyId actor, PartyId entitled, CreditAct act, long expected) {
        if (!actor.equals(entitled)) {
            throw new Rejected(CreditProblem.NOT_YOUR_ACT, "It is not for you to %s this credit", act.words());
        }
        requireVersion(expected);
    }

    private void requireVersion(long expected) {
        if (expected != version) {
            throw new Rejected(
                    RequestProblem.VERSION_MISMATCH, "You have read version %d, it is now %d", expected, version);
        }
    }

    private Outcome replace(CreditStatus after, Presentation changed, CreditEvent event) {
        var all = presentations.stream()
                .map(presentation -> presentation.id().equals(changed.id()) ? changed : presentation)
                .toList();
        if (drawn(terms, all, COMMITTED).compareTo(maximum()) > 0) {
            throw new Rejected(
                    CreditProblem.EXCEEDS_AVAILABLE, "%s is drawn, %s is available", changed.drawing(), available());
        }
        return new Outcome(next(after, confirmation, all), event);
    }

    private Credit next(CreditStatus after, Confirmation decided, List<Presentation> all) {
        return new Credit(id, version + 1, roles, terms, digest, after, decided, all, issuedAt);
    }

    private static Money available(LetterOfCredit terms, List<Presentation> presentations) {
        return terms.maximum().minus(drawn(terms, presentations, COMMITTED));
    }

    private static Money drawn(
            LetterOfCredit terms, List<Presentation> presentations, List<PresentationStatus> statuses) {
        return presentations.stream()
                .filter(presentation -> statuses.contains(presentation.status()))
                .map(Presentation::drawing)
                .reduce(Money.zero(terms.amount().currency()), Money::plus);
    }
}
