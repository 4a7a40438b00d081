package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.ISSUING_BANK;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.STRANGER;
import static org.tegata.bl.domain.BillFixture.by;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;

/**
 * Two registers and a slow, repeating network between them: whatever the order of acts, envelopes and answers, never
 * two of them let somebody act, the bill is never lost, and honest platforms never dispute.
 */
class TwoPlatformsTest {

    private static final int BILLS = 150;
    private static final int STEPS = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261120})
    void shouldNeverHaveTwoHoldersNorNone(long seed) {
        var random = new Random(seed);
        Set<BillStatus> seen = new HashSet<>();
        for (int i = 0; i < BILLS; i++) {
            var world = new World(random);
            for (int step = 0; step < STEPS; step++) {
                world.step();
                world.check("seed " + seed + " bill " + i + " step " + step);
                world.note(seen);
            }
        }
        // a simulation that never gets anywhere proves nothing
        assertThat(seen)
                .contains(
                        BillStatus.ISSUED,
                        BillStatus.PLEDGED,
                        BillStatus.IN_TRANSIT,
                        BillStatus.HELD_ELSEWHERE,
                        BillStatus.PENDING_SURRENDER_FOR_DELIVERY,
                        BillStatus.SURRENDERED_FOR_DELIVERY);
    }

    /** What the gateway of a register has signed and stored: the same bytes at each attempt. */
    private record Sent(UUID id, ReceivedEnvelope content) {}

    /** One register with its gateway. */
    private static final class Register {
        final String platform;
        final Set<PartyId> parties;
        final List<String> chain = new ArrayList<>();
        final Set<Integer> accepted = new HashSet<>();
        final List<Sent> sent = new ArrayList<>();
        final Map<UUID, Boolean> answers = new HashMap<>();

        @Nullable
        Bill bill;

        Register(String platform, PartyId... parties) {
            this.platform = platform;
            this.parties = Set.of(parties);
        }

        boolean active() {
            return bill != null && (bill.status() == BillStatus.ISSUED || bill.status() == BillStatus.PLEDGED);
        }

        boolean livesHere(IdentifyingCode code) {
            return parties.stream().anyMatch(code::is);
        }
    }

    private static final class World {
        private final Random random;
        private final Register home = new Register("TGTA", SHIPPER, BANK, ISSUING_BANK, CARRIER);
        private final Register abroad = new Register("TGTB", IMPORTER, STRANGER);
        private int entries;

        World(Random random) {
            this.random = random;
            home.bill = BillFixture.issued(BillFixture.toOrderOf(random.nextBoolean() ? SHIPPER : null));
        }

        void step() {
            var here = random.nextBoolean() ? home : abroad;
            var there = here == home ? abroad : home;
            switch (random.nextInt(5)) {
                case 0 -> act(here, there);
                case 1 -> answerSurrender();
                case 2 -> deliver(here, there);
                case 3 -> learn(here);
                default -> repeat(here, there);
            }
        }

        private void act(Register here, Register there) {
            if (!here.active()) {
                return;
            }
            var holder = here.parties.stream()
                    .filter(here.bill.holder()::is)
                    .findFirst()
                    .orElseThrow();
            var title = here.bill.title();
            if (title.pledgor() != null) {
                here.bill = BillFixture.acted(here.bill, holder, TitleAct.RELEASE);
            } else if (random.nextInt(6) == 0) {
                actWithoutLeaving(here, holder);
            } else if (random.nextInt(6) == 0
                    && title.maySurrender(here.bill.holder(), ActionCode.SURRENDER_FOR_DELIVERY)) {
                here.bill = BillFixture.surrendered(here.bill, holder);
            } else if (random.nextInt(4) == 0 && title.order().entitles(here.bill.holder()) && title.mayEndorse()) {
                here.bill = BillFixture.acted(here.bill, holder, TitleAct.BLANK_ENDORSE);
            } else {
                transfer(here, there, holder);
            }
        }

        private void actWithoutLeaving(Register here, PartyId holder) {
            if (here.bill.title().returnable() != null) {
                here.bill = BillFixture.acted(here.bill, holder, TitleAct.REJECT_TRANSFER);
            } else if (here == home && !holder.equals(BANK)) {
                here.bill = BillFixture.pledged(here.bill, holder, BANK);
            } else {
                here.bill = BillFixture.acted(here.bill, holder, TitleAct.SIGN);
            }
        }

        private void transfer(Register here, Register there, PartyId holder) {
            boolean crossing = random.nextBoolean();
            var target = crossing ? there : here;
            // now and then to somebody whom the other platform does not know
            var candidates = crossing && random.nextInt(4) == 0 ? here.parties : target.parties;
            var others =
                    candidates.stream().filter(party -> !party.equals(holder)).toList();
            var recipient = BillFixture.named(others.get(random.nextInt(others.size())), target.platform);
            var asked = BillFixture.statement(here.bill, TitleAct.TRANSFER, holder);
            here.bill = BillFixture.after(here.bill, BillFixture.to(recipient, asked));
        }

        private void answerSurrender() {
            var bill = home.bill;
            var asked = bill.title().surrender();
            if (asked == null || bill.status() != BillStatus.PENDING_SURRENDER_FOR_DELIVERY) {
                return;
            }
            var answer = random.nextInt(4) == 0 ? TitleAct.ACCEPT_SURRENDER : TitleAct.REFUSE_SURRENDER;
            home.bill = BillFixture.acted(bill, CARRIER, answer);
        }

        private void deliver(Register here, Register there) {
            if (here.bill == null || here.bill.due() == null) {
                return;
            }
            var due = here.bill.due();
            var known = here.sent.stream()
                    .filter(one -> one.id().equals(due.envelopeId()))
                    .findFirst();
            var sent = known.orElseGet(() -> sign(here, due));
            arrive(there, here, sent);
        }

        private Sent sign(Register here, Bill.DueEnvelope due) {
            var all = new ArrayList<>(here.bill.transactions());
            if (due.inFlight() != null) {
                all.add(due.inFlight());
            }
            var chain = new ArrayList<>(here.chain);
            chain.add("h.entry" + entries++ + ".s");
            var content = new ReceivedEnvelope(
                    UUID.randomUUID(), here.platform, chain, "ef".repeat(32), all, "ab".repeat(32));
            var sent = new Sent(due.envelopeId(), content);
            here.sent.add(sent);
            return sent;
        }

        private void arrive(Register at, Register from, Sent sent) {
            var envelope = sent.content();
            var verdict = at.bill == null
                    ? EnvelopeActs.receivedNew(
                            UUID.randomUUID(), at.platform, home.bill.terms(), envelope, by(null), at::livesHere)
                    : EnvelopeActs.received(
                            at.bill, envelope, at.chain, at.accepted::contains, by(null), at::livesHere);
            if (verdict instanceof EnvelopeVerdict.Accepted accepted) {
                at.bill = accepted.decision().bill();
                at.chain.clear();
                at.chain.addAll(envelope.entries());
                at.accepted.add(envelope.entries().size());
            }
            assertThat(verdict).as("among honest platforms").isNotInstanceOf(EnvelopeVerdict.Disputed.class);
            from.answers.putIfAbsent(sent.id(), !(verdict instanceof EnvelopeVerdict.Unacceptable));
        }

        /** The signed answer comes, at last: the register learns what became of its envelope. */
        private void learn(Register here) {
            if (here.bill == null || here.bill.due() == null) {
                return;
            }
            var due = here.bill.due();
            var answer = here.answers.get(due.envelopeId());
            if (answer == null) {
                return;
            }
            var sent = here.sent.stream()
                    .filter(one -> one.id().equals(due.envelopeId()))
                    .findFirst()
                    .orElseThrow();
            int length = sent.content().entries().size();
            here.bill = EnvelopeActs.answered(
                            here.bill,
                            by(null),
                            due.envelopeId(),
                            answer,
                            answer ? "RECE" : "BENV",
                            "cd".repeat(32),
                            length,
                            "ef".repeat(32))
                    .bill();
            if (answer) {
                here.chain.clear();
                here.chain.addAll(sent.content().entries());
            }
        }

        /** The network gives back what was sent long ago; only an envelope that was accepted is ever sent again. */
        private void repeat(Register here, Register there) {
            var old = here.sent.stream()
                    .filter(one -> Boolean.TRUE.equals(here.answers.get(one.id())))
                    .toList();
            if (!old.isEmpty()) {
                var before = there.bill;
                arrive(there, here, old.get(random.nextInt(old.size())));
                assertThat(there.bill).isEqualTo(before);
            }
        }

        void check(String where) {
            var bills = new ArrayList<Bill>();
            bills.add(home.bill);
            if (abroad.bill != null) {
                bills.add(abroad.bill);
            }
            long active =
                    List.of(home, abroad).stream().filter(Register::active).count();
            assertThat(active).as("%s: who can act", where).isLessThanOrEqualTo(1);
            assertThat(bills)
                    .as("%s: the bill is somewhere", where)
                    .anyMatch(bill -> bill.status() != BillStatus.HELD_ELSEWHERE
                            || (bill.due() != null && bill.due().purpose() == EnvelopePurpose.NOTIFICATION));
            assertThat(bills).as(where).allMatch(bill -> bill.holder() != null);
        }

        void note(Set<BillStatus> seen) {
            seen.add(home.bill.status());
            if (abroad.bill != null) {
                seen.add(abroad.bill.status());
            }
        }
    }
}
