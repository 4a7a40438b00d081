package org.tegata.bl.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.application.Authority;
import org.tegata.bl.application.Register;
import org.tegata.bl.domain.ActStatement;
import org.tegata.bl.domain.Acts;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Caller;
import org.tegata.bl.domain.CarrierActs;
import org.tegata.bl.domain.ChainParty;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.DocumentKind;
import org.tegata.bl.domain.NamedParty;
import org.tegata.bl.domain.NamedRecipient;
import org.tegata.bl.domain.PartyKey;
import org.tegata.bl.domain.PartyKeys;
import org.tegata.bl.domain.Predecessor;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.bl.domain.SignedAct;
import org.tegata.bl.domain.SurrenderReason;
import org.tegata.bl.domain.TitleAct;
import org.tegata.bl.json.BillEventJson;
import org.tegata.bl.json.StatementJson;
import org.tegata.outbox.Event;
import org.tegata.seal.CanonicalJson;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

/** A carrier, a shipper and a bank who sign, decide and keep acts as the use cases do, but one step at a time. */
final class Trade implements Acts.Asking {

    static final PartyId CARRIER = PartyId.ofLei("TGTACARRIER000000165");
    static final PartyId SHIPPER = PartyId.ofLei("TGTASHIPPER000000139");
    static final PartyId BANK = PartyId.ofLei("TGTACONFBANK00000187");
    static final PartyId BUYER = PartyId.ofLei("TGTBIMPORTER00000164");

    static final String HERE = "TGTA";
    static final String MANIFEST = "signed.issuance.manifest";

    private final Bills bills;
    private final Register register;
    private final PartyKeys keys;
    private final Map<PartyId, Sealer> sealers = new ConcurrentHashMap<>();

    Trade(Bills bills, Register register, PartyKeys keys) {
        this.bills = bills;
        this.register = register;
        this.keys = keys;
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The party's signature; its key is registered when it first signs. */
    Sealer sealer(PartyId party) {
        return sealers.computeIfAbsent(party, first -> {
            var sealer = Sealer.fromJwk(Keys.newEcKeyJwk());
            register(party, sealer, now().minusSeconds(60), now().plus(Duration.ofDays(700)));
            return sealer;
        });
    }

    boolean register(PartyId party, Sealer sealer, Instant notBefore, Instant notAfter) {
        return keys.add(new PartyKey(party, sealer.keyId(), sealer.publicJwk(), notBefore, notAfter, null, null, null));
    }

    /** A draft's terms and document under a number of its own. */
    Decision draft(String number, @Nullable Predecessor predecessor) {
        return draft(number, document(number, predecessor), predecessor);
    }

    Decision draft(String number, BillDocument document, @Nullable Predecessor predecessor) {
        var terms = new BillTerms(
                number,
                CanonicalJson.sha256Hex(document.transportDocument()),
                null,
                null,
                new NamedParty("Setouchi Ocean Line", CARRIER),
                new NamedParty("Hanshin Seiki", SHIPPER),
                new NamedParty("Chubu Bank", BANK),
                true,
                predecessor,
                DocumentKind.BILL_OF_LADING);
        return CarrierActs.draft(newId(), HERE, terms, Caller.unsigned(CARRIER, "clerk", now()));
    }

    static UUID newId() {
        return com.fasterxml.uuid.Generators.timeBasedEpochGenerator().generate();
    }

    static BillDocument document(String number, @Nullable Predecessor predecessor) {
        return new BillDocument(null, "{\"transportDocumentReference\":\"%s %s\"}".formatted(number, predecessor));
    }

    static String newNumber() {
        return "N" + UUID.randomUUID().toString().substring(0, 18);
    }

    BillAtHead drafted(String number) {
        return drafted(number, null);
    }

    BillAtHead drafted(String number, @Nullable Predecessor predecessor) {
        var decision = draft(number, predecessor);
        if (!bills.open(decision, document(number, predecessor), null)) {
            throw new IllegalStateException("the number " + number + " is taken");
        }
        return bills.record(decision.bill().id()).atHead();
    }

    /** Issued to the shipper. */
    BillAtHead issued() {
        return issued(drafted(newNumber()));
    }

    BillAtHead issued(BillAtHead draft) {
        return acted(draft, sign(draft, TitleAct.ISSUE, CARRIER, null));
    }

    /** Surrendered by the shipper for amendment, and accepted by the carrier. */
    BillAtHead closedForAmendment() {
        var bill = issued();
        bill = acted(bill, sign(bill, TitleAct.SURRENDER_FOR_AMENDMENT, SHIPPER, null));
        return acted(bill, sign(bill, TitleAct.ACCEPT_SURRENDER, CARRIER, null));
    }

    BillAtHead transferred(BillAtHead bill, PartyId from, PartyId to) {
        return acted(bill, sign(bill, TitleAct.TRANSFER, from, to));
    }

    SignedAct sign(BillAtHead bill, TitleAct act, PartyId actor, @Nullable PartyId recipient) {
        return sign(bill, act, actor, recipient, sealer(actor));
    }

    SignedAct sign(BillAtHead bill, TitleAct act, PartyId actor, @Nullable PartyId recipient, Sealer with) {
        var statement = new ActStatement(
                bill.bill().id(),
                bill.head(),
                act,
                actor,
                recipient == null ? null : new NamedRecipient(recipient, "The bank", null),
                act == TitleAct.SURRENDER_FOR_AMENDMENT ? SurrenderReason.COD : null,
                null,
                now(),
                null,
                null,
                act == TitleAct.ISSUE ? MANIFEST : null);
        return new SignedAct(statement, with.keyId(), with.seal("act+jws", StatementJson.write(statement)));
    }

    Decision decide(BillAtHead bill, SignedAct signed) {
        var caller = new Caller(signed.statement().actor(), "clerk", now(), signed.jws());
        return Acts.decide(bill.bill(), signed.statement(), caller, this, newId());
    }

    static List<Event> events(Decision decision) {
        return decision.entries().stream()
                .map(entry -> new Event(
                        entry.act().eventType(),
                        "bills",
                        decision.bill().id(),
                        entry.sequence(),
                        BillEventJson.data(decision.bill(), entry, null)))
                .toList();
    }

    Optional<List<SealedEntry>> keep(BillAtHead before, SignedAct signed, String idempotencyKey) {
        return keep(before, signed, idempotencyKey, now());
    }

    Optional<List<SealedEntry>> keep(BillAtHead before, SignedAct signed, String idempotencyKey, Instant at) {
        var decision = decide(before, signed);
        return register.keep(before, decision, events(decision), new Authority(signed, idempotencyKey, at));
    }

    BillAtHead acted(BillAtHead before, SignedAct signed) {
        if (keep(before, signed, UUID.randomUUID().toString()).isEmpty()) {
            throw new IllegalStateException("it was not kept");
        }
        return bills.record(before.bill().id()).atHead();
    }

    @Override
    public ChainParty possessor(NamedRecipient named) {
        return endorsee(named);
    }

    @Override
    public ChainParty endorsee(NamedRecipient named) {
        return ChainParty.of(named.party(), "The bank", HERE);
    }

    @Override
    public String verifiedManifest(Bill bill, @Nullable String issuanceManifest) {
        return CanonicalJson.sha256Hex(MANIFEST.getBytes(StandardCharsets.UTF_8));
    }
}
