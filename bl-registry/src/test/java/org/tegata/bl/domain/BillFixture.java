package org.tegata.bl.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/** Bills of the sample trade in every state, made by the acts themselves. */
final class BillFixture {

    static final PartyId SHIPPER = PartyId.ofLei("TGTASHIPPER000000139");
    static final PartyId CARRIER = PartyId.ofLei("TGTACARRIER000000165");
    static final PartyId BANK = PartyId.ofLei("TGTACONFBANK00000187");
    static final PartyId ISSUING_BANK = PartyId.ofLei("TGTAISSUBANK00000116");
    static final PartyId IMPORTER = PartyId.ofLei("TGTBIMPORTER00000164");
    static final PartyId STRANGER = PartyId.ofLei("TGTASTRANGER00000157");

    static final String HERE = "TGTA";
    static final String THERE = "TGTB";

    private static Instant clock = Instant.parse("2026-11-12T02:00:00.000Z");

    private BillFixture() {}

    static Caller by(@Nullable PartyId party) {
        clock = clock.plusMillis(1250);
        return new Caller(party, "test", clock, party == null ? null : "h.signed.act");
    }

    static Caller gateway() {
        return by(null);
    }

    static ChainParty here(PartyId party) {
        return ChainParty.of(party, name(party), HERE);
    }

    static ChainParty there(PartyId party) {
        return ChainParty.of(party, name(party), THERE);
    }

    private static String name(PartyId party) {
        return "The " + party.partyCode();
    }

    static BillTerms toOrderOf(@Nullable PartyId party) {
        return terms(party, true, DocumentKind.BILL_OF_LADING);
    }

    static BillTerms straightTo(PartyId consignee) {
        return terms(consignee, false, DocumentKind.BILL_OF_LADING);
    }

    static BillTerms seaWaybillTo(PartyId consignee) {
        return terms(consignee, false, DocumentKind.SEA_WAYBILL);
    }

    private static BillTerms terms(@Nullable PartyId consignee, boolean toOrder, DocumentKind kind) {
        return new BillTerms(
                "SOLU26110001",
                "4e".repeat(32),
                "9c".repeat(32),
                null,
                new NamedParty("Setouchi Ocean Line", CARRIER),
                new NamedParty("Hanshin Seiki", SHIPPER),
                consignee == null ? null : new NamedParty("The consignee", consignee),
                toOrder,
                null,
                kind);
    }

    /** A statement with what its act needs; whatever depends on a choice chooses the bank, and Kobe. */
    static ActStatement statement(Bill bill, TitleAct act, PartyId actor) {
        boolean moves = act == TitleAct.TRANSFER || act == TitleAct.PLEDGE;
        boolean names = moves || act == TitleAct.ENDORSE || act == TitleAct.ENDORSE_TO_ORDER;
        boolean paper = act == TitleAct.SWITCH_TO_PAPER;
        return new ActStatement(
                bill.id(),
                "00".repeat(32),
                act,
                actor,
                names ? named(BANK, null) : null,
                null,
                null,
                clock,
                "Kobe",
                paper ? 3 : null,
                act == TitleAct.ISSUE ? "h.manifest.s" : null);
    }

    static NamedRecipient named(PartyId party, @Nullable String platform) {
        return new NamedRecipient(party, name(party), platform);
    }

    static ActStatement to(@Nullable NamedRecipient recipient, ActStatement asked) {
        return new ActStatement(
                asked.billId(),
                asked.head(),
                asked.act(),
                asked.actor(),
                recipient,
                asked.reasonCode(),
                asked.comments(),
                asked.signedAt(),
                asked.place(),
                asked.originals(),
                asked.issuanceManifest());
    }

    static ActStatement because(SurrenderReason reason, ActStatement asked) {
        return new ActStatement(
                asked.billId(),
                asked.head(),
                asked.act(),
                asked.actor(),
                asked.recipient(),
                reason,
                asked.comments(),
                asked.signedAt(),
                asked.place(),
                asked.originals(),
                asked.issuanceManifest());
    }

    static ActStatement originals(@Nullable Integer originals, @Nullable String place, ActStatement asked) {
        return new ActStatement(
                asked.billId(),
                asked.head(),
                asked.act(),
                asked.actor(),
                asked.recipient(),
                asked.reasonCode(),
                asked.comments(),
                asked.signedAt(),
                place,
                originals,
                asked.issuanceManifest());
    }

    /** Everybody whom an act names is known, wherever it lives. */
    static final Acts.Asking EVERYBODY_KNOWN = new Acts.Asking() {
        @Override
        public ChainParty possessor(NamedRecipient named) {
            return endorsee(named);
        }

        @Override
        public ChainParty endorsee(NamedRecipient named) {
            var platform = named.eblPlatform();
            return ChainParty.of(named.party(), String.valueOf(named.partyName()), platform == null ? HERE : platform);
        }

        @Override
        public String verifiedManifest(Bill bill, @Nullable String issuanceManifest) {
            return "ab".repeat(32);
        }
    };

    static Decision decided(Bill bill, ActStatement asked) {
        return Acts.decide(bill, asked, by(asked.actor()), EVERYBODY_KNOWN, UUID.randomUUID());
    }

    static Bill after(Bill bill, ActStatement asked) {
        return decided(bill, asked).bill();
    }

    static Bill acted(Bill bill, PartyId actor, TitleAct act) {
        return after(bill, statement(bill, act, actor));
    }

    static Bill draft(BillTerms terms) {
        return CarrierActs.draft(UUID.randomUUID(), HERE, terms, by(CARRIER)).bill();
    }

    static Bill issued(BillTerms terms) {
        return acted(draft(terms), CARRIER, TitleAct.ISSUE);
    }

    static Bill issued() {
        return issued(toOrderOf(SHIPPER));
    }

    static Bill transferred(Bill bill, PartyId from, PartyId to) {
        return after(bill, to(named(to, null), statement(bill, TitleAct.TRANSFER, from)));
    }

    static Bill pledged(Bill bill, PartyId from, PartyId to) {
        return after(bill, to(named(to, null), statement(bill, TitleAct.PLEDGE, from)));
    }

    static Bill endorsed(Bill bill, PartyId from, ActionCode code, @Nullable PartyId to) {
        var asked = statement(bill, TitleAct.valueOf(code.name()), from);
        return after(bill, to(to == null ? null : named(to, null), asked));
    }

    static Bill inTransit(Bill bill, PartyId from, PartyId to) {
        return after(bill, to(named(to, there(to).eblPlatform()), statement(bill, TitleAct.TRANSFER, from)));
    }

    static Bill surrendered(Bill bill, PartyId from) {
        return acted(bill, from, TitleAct.SURRENDER_FOR_DELIVERY);
    }

    static Bill surrenderedForPaper(Bill bill, PartyId from) {
        return after(bill, because(SurrenderReason.SWTP, statement(bill, TitleAct.SURRENDER_FOR_AMENDMENT, from)));
    }

    /** The other platform accepts, or refuses, the envelope that is due. */
    static Bill answered(Bill bill, boolean accepted) {
        var due = bill.due();
        return EnvelopeActs.answered(
                        bill,
                        gateway(),
                        due.envelopeId(),
                        accepted,
                        accepted ? "RECE" : "BENV",
                        "cd".repeat(32),
                        bill.chainLength() + 1,
                        "ef".repeat(32))
                .bill();
    }

    /** A bill blank endorsed, sent to the importer on the other platform and accepted there. */
    static Bill heldElsewhere() {
        var blank = endorsed(issued(), SHIPPER, ActionCode.BLANK_ENDORSE, null);
        return answered(inTransit(blank, SHIPPER, IMPORTER), true);
    }

    static Transaction transaction(ActionCode code, ChainParty actor, @Nullable ChainParty recipient) {
        return Transaction.of(code, actor, recipient, by(null).at());
    }

    /** The signed chain as the register knows it: entries are opaque to it, only their order and number count. */
    static List<String> chain(int length) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            entries.add("h.entry" + i + ".signature" + i);
        }
        return entries;
    }

    static ReceivedEnvelope envelope(List<String> entries, List<Transaction> transactions) {
        return new ReceivedEnvelope(UUID.randomUUID(), THERE, entries, "ef".repeat(32), transactions, "ab".repeat(32));
    }

    static ReceivedEnvelope envelope(Bill bill, int entries, Transaction... news) {
        var all = new ArrayList<>(bill.transactions());
        if (bill.due() != null && bill.due().inFlight() != null) {
            all.add(bill.due().inFlight());
        }
        all.addAll(List.of(news));
        return envelope(chain(entries), all);
    }

    static EnvelopeVerdict received(Bill bill, ReceivedEnvelope envelope) {
        return EnvelopeActs.received(
                bill, envelope, chain(bill.chainLength()), length -> false, gateway(), party -> true);
    }

    /** The importer's surrender arrives from the other platform. */
    static Bill surrenderedFromElsewhere(Bill held, ActionCode code) {
        var asked = transaction(code, there(IMPORTER), here(CARRIER));
        var verdict = received(held, envelope(held, held.chainLength() + 1, asked));
        return ((EnvelopeVerdict.Accepted) verdict).decision().bill();
    }
}
