package org.tegata.bl.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Caller;
import org.tegata.bl.domain.CarrierActs;
import org.tegata.bl.domain.Envelopes;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.bl.xml.BillSamples;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** What is shown of a bill in one piece is of one moment, whoever acts meanwhile. */
class ReadBillTest {

    private static final PartyId CARRIER = PartyId.ofLei("TGTACARRIER000000165");
    private static final UUID ID = UUID.fromString("01981b4e-5f00-7a31-8c42-6d0f5e3a7b20");

    private final Deque<String> heads = new ArrayDeque<>();
    private int chains;

    /** Each reading finds the next head, the last one for good. */
    private final Bills bills = (Bills) Proxy.newProxyInstance(
            Bills.class.getClassLoader(),
            new Class<?>[] {Bills.class},
            (self, call, given) -> recordAt(heads.size() > 1 ? heads.removeFirst() : heads.getFirst()));

    private final Envelopes envelopes = (Envelopes) Proxy.newProxyInstance(
            Envelopes.class.getClassLoader(),
            new Class<?>[] {Envelopes.class},
            (self, call, given) -> List.of("chain " + ++chains));

    private final ReadBill readBill = new ReadBill(bills, envelopes, BillSamples.codec(Clock.systemUTC()));

    private static BillRecord recordAt(String head) {
        var samples = new BillSamples();
        var terms = BillTerms.of(samples.facts(samples.reading(BillSamples.sample())), "0".repeat(64), null, null);
        var caller = new Caller(CARRIER, "test", Instant.parse("2026-11-12T02:00:00Z"), null);
        var decision = CarrierActs.draft(ID, "TGTA", terms, caller);
        var sealed = new SealedEntry(decision.entries().get(0), null, head, "seal");
        return new BillRecord(decision.bill(), List.of(sealed));
    }

    @Test
    void shouldShowTheChainBesideTheRecordThatItBelongsTo() {
        heads.addAll(List.of("before", "after"));

        var exchanged = readBill.exchanged(ID, CARRIER);

        // "chain 1" was read while the head moved: nobody knows to which of the two it belongs
        assertThat(exchanged.record().head()).isEqualTo("after");
        assertThat(exchanged.envelopeTransferChain()).containsExactly("chain 2");
    }

    @Test
    void shouldReadOnceWhenNobodyActs() {
        heads.add("head");

        assertThat(readBill.exchanged(ID, CARRIER).envelopeTransferChain()).containsExactly("chain 1");
    }

    @Test
    void shouldSayThatItIsTooBusyRatherThanShowTwoMoments() {
        for (int i = 0; i < 100; i++) {
            heads.add("head " + i);
        }

        assertThatThrownBy(() -> readBill.exchanged(ID, CARRIER))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.type()).isEqualTo(RequestProblem.UNAVAILABLE));
    }
}
