package org.tegata.bl.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;

/** What envelopes between platforms do to a bill (DCSA PINT 3.0.0): the answer to ours, and those that come in. */
public final class EnvelopeActs {

    private EnvelopeActs() {}

    /**
     * The other platform's signed answer to the envelope that is due.
     *
     * @param chainLength the length of the chain as sent when it was accepted
     */
    public static Decision answered(
            Bill bill,
            Caller caller,
            UUID envelopeId,
            boolean accepted,
            String responseCode,
            String answerChecksum,
            int chainLength,
            @Nullable String lastEntryChecksum) {
        var due = bill.due();
        if (due == null || !due.envelopeId().equals(envelopeId)) {
            throw new Rejected(BillProblem.NO_ENVELOPE_DUE, BillProblem.NO_ENVELOPE_DUE.title());
        }
        var note = new EnvelopeNote(
                envelopeId,
                due.purpose(),
                due.recipientPlatform(),
                accepted ? chainLength : bill.chainLength(),
                accepted ? lastEntryChecksum : null,
                responseCode,
                answerChecksum,
                null);
        var act = switch (due.purpose()) {
            case TRANSFER -> accepted ? BillAct.TRANSFER_ACCEPTED : BillAct.TRANSFER_REFUSED;
            case SURRENDER -> accepted ? BillAct.SURRENDER_ARRIVED : BillAct.SURRENDER_RETURNED;
            case NOTIFICATION -> BillAct.NOTIFICATION_ANSWERED;
        };
        return new Acting(bill, caller).record(act, List.of(), note).decided();
    }

    /** A bill that this platform has never seen. */
    public static EnvelopeVerdict receivedNew(
            UUID billId,
            String platform,
            BillTerms terms,
            ReceivedEnvelope envelope,
            Caller caller,
            Predicate<IdentifyingCode> livesHere) {
        var transactions = envelope.transactions();
        if (actsHere(transactions, platform)) {
            return new EnvelopeVerdict.Unacceptable("the chain has acts of this platform, where nobody knows the bill");
        }
        var twoInOne = twoInOne(transactions, livesHere);
        if (twoInOne != null) {
            return new EnvelopeVerdict.Unacceptable(twoInOne);
        }
        var last = transactions.get(transactions.size() - 1);
        var code = last.actionCode();
        if (code != ActionCode.TRANSFER && code != ActionCode.ISSUE) {
            return new EnvelopeVerdict.Unacceptable(code + " of a bill that is not known here");
        }
        if (!reachesUs(last, platform, livesHere)) {
            return new EnvelopeVerdict.Unacceptable("the recipient is not a party of this platform");
        }
        var entry = new RegisterEntry(
                billId,
                1,
                BillAct.RECEIVE,
                caller.at(),
                caller.party(),
                caller.user(),
                transactions,
                terms,
                note(envelope, localCode(last, livesHere)),
                envelope.manifestChecksum(),
                null,
                null);
        return follow(() -> new Decision(Bill.begin(platform, entry), List.of(entry)));
    }

    /**
     * A bill that is on record here.
     *
     * @param known the signed chain on record
     * @param acceptedBefore whether an envelope with a chain of this length was accepted from another platform
     */
    public static EnvelopeVerdict received(
            Bill bill,
            ReceivedEnvelope envelope,
            List<String> known,
            Predicate<Integer> acceptedBefore,
            Caller caller,
            Predicate<IdentifyingCode> livesHere) {
        int length = envelope.entries().size();
        if (length <= known.size()) {
            return repeats(envelope.entries(), known) && acceptedBefore.test(length)
                    ? new EnvelopeVerdict.Duplicate(length)
                    : new EnvelopeVerdict.Disputed("the chain is not the one on record");
        }
        if (!envelope.entries().subList(0, known.size()).equals(known)) {
            return new EnvelopeVerdict.Disputed("the chain contradicts the one on record");
        }
        var ours = new ArrayList<>(bill.transactions());
        if (bill.due() != null && bill.due().inFlight() != null) {
            ours.add(bill.due().inFlight());
        }
        if (!startsWith(envelope.transactions(), ours)) {
            return new EnvelopeVerdict.Disputed("the chain leaves out or contradicts transactions on record");
        }
        var news = envelope.transactions()
                .subList(ours.size(), envelope.transactions().size());
        if (news.isEmpty()) {
            return new EnvelopeVerdict.Unacceptable("the envelope brings nothing new");
        }
        if (actsHere(news, bill.platform())) {
            return new EnvelopeVerdict.Disputed("the chain has acts of this platform that are not on record");
        }
        var twoInOne = twoInOne(envelope.transactions(), livesHere);
        if (twoInOne != null) {
            return new EnvelopeVerdict.Unacceptable(twoInOne);
        }
        return continued(bill, envelope, news, caller, livesHere);
    }

    private static EnvelopeVerdict continued(
            Bill bill,
            ReceivedEnvelope envelope,
            List<Transaction> news,
            Caller caller,
            Predicate<IdentifyingCode> livesHere) {
        if (bill.status().isClosed()) {
            return new EnvelopeVerdict.Unacceptable("the bill is closed");
        }
        var last = news.get(news.size() - 1);
        var act = actFor(last, bill);
        if (act == null) {
            return new EnvelopeVerdict.Unacceptable(last.actionCode() + " does not reach this platform");
        }
        if (act == BillAct.RECEIVE && !reachesUs(last, bill.platform(), livesHere)) {
            return new EnvelopeVerdict.Unacceptable("the recipient is not a party of this platform");
        }
        if (bill.status().next(act).isEmpty()) {
            return new EnvelopeVerdict.Disputed("the bill is " + bill.status() + " here");
        }
        return follow(() -> new Acting(bill, caller)
                .record(act, news, note(envelope, act == BillAct.RECEIVE ? localCode(last, livesHere) : null))
                .decided());
    }

    private static @Nullable BillAct actFor(Transaction last, Bill bill) {
        var recipient = last.recipient();
        var carrier = bill.carrier();
        boolean toUs = recipient != null
                && recipient.isAt(bill.platform())
                && carrier != null
                && carrier.isAt(bill.platform());
        return switch (last.actionCode()) {
            case TRANSFER -> BillAct.RECEIVE;
            case SURRENDER_FOR_DELIVERY -> toUs ? BillAct.RECEIVE_SURRENDER_FOR_DELIVERY : null;
            case SURRENDER_FOR_AMENDMENT -> toUs ? BillAct.RECEIVE_SURRENDER_FOR_AMENDMENT : null;
            case SACC -> BillAct.RECEIVE_ACCEPTANCE;
            case SREJ -> BillAct.RECEIVE_REFUSAL;
            default -> null;
        };
    }

    private static EnvelopeVerdict follow(Supplier<Decision> decision) {
        try {
            return new EnvelopeVerdict.Accepted(decision.get());
        } catch (Rejected broken) {
            return new EnvelopeVerdict.Unacceptable(broken.detail());
        }
    }

    private static EnvelopeNote note(ReceivedEnvelope envelope, @Nullable PartyId recipient) {
        return new EnvelopeNote(
                envelope.envelopeId(),
                EnvelopePurpose.TRANSFER,
                envelope.sendingPlatform(),
                envelope.entries().size(),
                envelope.lastEntryChecksum(),
                null,
                null,
                recipient);
    }

    /** The one code by which the recipient lives here; settled now, whoever else is registered here later. */
    private static @Nullable PartyId localCode(Transaction last, Predicate<IdentifyingCode> livesHere) {
        var recipient = last.recipient();
        return recipient == null
                ? null
                : recipient.identifyingCodes().stream()
                        .filter(livesHere)
                        .findFirst()
                        .map(code -> new PartyId(code.codeListProvider(), code.partyCode()))
                        .orElse(null);
    }

    /** Whether somebody is said to have acted on this platform: only its own record can say so. */
    private static boolean actsHere(List<Transaction> news, String platform) {
        return news.stream().anyMatch(transaction -> transaction.actor().isAt(platform));
    }

    private static boolean reachesUs(Transaction last, String platform, Predicate<IdentifyingCode> livesHere) {
        var recipient = last.recipient();
        return recipient != null
                && recipient.isAt(platform)
                && recipient.identifyingCodes().stream().anyMatch(livesHere);
    }

    /**
     * Why a party of the chain may be two: any code of a party counts when it acts, so two organisations in one would
     * hold the bill together, or one of them would act with the entitlement of the other.
     */
    private static @Nullable String twoInOne(List<Transaction> chain, Predicate<IdentifyingCode> livesHere) {
        for (var transaction : chain) {
            var recipient = transaction.recipient();
            if (transaction.actor().hasTwoLeis() || (recipient != null && recipient.hasTwoLeis())) {
                return "a party of the chain has two LEIs";
            }
        }
        var recipient = chain.get(chain.size() - 1).recipient();
        if (recipient == null) {
            return null;
        }
        long local = recipient.identifyingCodes().stream()
                .filter(livesHere)
                .map(IdentifyingCode::toString)
                .distinct()
                .limit(2)
                .count();
        return local > 1 ? "the recipient's codes name two parties of this platform" : null;
    }

    private static boolean startsWith(List<Transaction> chain, List<Transaction> ours) {
        if (chain.size() < ours.size()) {
            return false;
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!chain.get(i).sameAs(ours.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Equal to the chain on record, where the last entry may carry another signature of the same payload. */
    private static boolean repeats(List<String> entries, List<String> known) {
        int last = entries.size() - 1;
        return entries.subList(0, last).equals(known.subList(0, last))
                && payload(entries.get(last)).equals(payload(known.get(last)));
    }

    private static String payload(String jws) {
        var parts = jws.split("\\.", -1);
        return parts.length == 3 ? parts[1] : jws;
    }
}
