package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.EVERYBODY_KNOWN;
import static org.tegata.bl.domain.BillFixture.HERE;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.STRANGER;
import static org.tegata.bl.domain.BillFixture.THERE;
import static org.tegata.bl.domain.BillFixture.because;
import static org.tegata.bl.domain.BillFixture.by;
import static org.tegata.bl.domain.BillFixture.gateway;
import static org.tegata.bl.domain.BillFixture.named;
import static org.tegata.bl.domain.BillFixture.originals;
import static org.tegata.bl.domain.BillFixture.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;

/** Anybody tries anything, thousands of times: whatever succeeds, the rules that no law system does without hold. */
class RandomTitleWalkTest {

    private static final int BILLS = 400;
    private static final int STEPS = 120;
    private static final List<PartyId> PARTIES = List.of(SHIPPER, CARRIER, BANK, IMPORTER, STRANGER);

    /** Refusals that depend on what the statement says besides act and actor. */
    private static final Set<BillProblem> OF_ARGUMENTS = EnumSet.of(
            BillProblem.HELD_AS_SECURITY,
            BillProblem.PARTY_MISSING,
            BillProblem.UNKNOWN_RECIPIENT,
            BillProblem.RECIPIENT_IS_HOLDER,
            BillProblem.ATTESTATION_MISSING);

    /** What passes title, or claims the goods by it. */
    private static final Set<TitleAct> NEVER_OF_A_WAYBILL = EnumSet.of(
            TitleAct.TRANSFER,
            TitleAct.REJECT_TRANSFER,
            TitleAct.ENDORSE,
            TitleAct.ENDORSE_TO_ORDER,
            TitleAct.BLANK_ENDORSE,
            TitleAct.PLEDGE,
            TitleAct.RELEASE,
            TitleAct.SURRENDER_FOR_DELIVERY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261121})
    void shouldKeepTheRulesOfTitle(long seed) {
        var random = new Random(seed);
        var done = EnumSet.noneOf(TitleAct.class);
        var reached = EnumSet.noneOf(BillStatus.class);
        for (int i = 0; i < BILLS; i++) {
            var walk = new Walk(random);
            for (int step = 0; step < STEPS; step++) {
                walk.step(done);
                reached.add(walk.bill.status());
            }
        }
        // a walk that never gets anywhere proves nothing
        assertThat(done).as("seed %d", seed).containsExactly(TitleAct.values());
        assertThat(reached).as("seed %d", seed).containsExactly(BillStatus.values());
    }

    private static final class Walk {

        private final Random random;
        private final List<RegisterEntry> record = new ArrayList<>();

        /** Who has the bill, known from the acts alone: a second, simpler derivation of possession. */
        private @Nullable PartyId hand;

        private @Nullable PartyId before;
        private @Nullable PartyId pledgor;
        private @Nullable PartyId surrenderer;
        private Bill bill;

        Walk(Random random) {
            this.random = random;
            var terms = Situation.Kind.values()[random.nextInt(Situation.Kind.values().length)].terms();
            if (random.nextInt(4) == 0) {
                terms = terms.replacing(Predecessor.paperFromOutside(terms.shipper()));
            }
            var drafted = CarrierActs.draft(UUID.randomUUID(), HERE, terms, by(CARRIER));
            bill = drafted.bill();
            record.addAll(drafted.entries());
        }

        void step(Set<TitleAct> done) {
            if (bill.due() != null && bill.due().purpose() == EnvelopePurpose.TRANSFER && random.nextInt(4) == 0) {
                answer();
                return;
            }
            var asked = anything();
            var told = Permission.refusal(bill, asked.act(), asked.actor()).map(Rejected::type);
            try {
                var decision = Acts.decide(bill, asked, by(asked.actor()), EVERYBODY_KNOWN, UUID.randomUUID());
                assertThat(told).as("%s was refused beforehand", asked).isEmpty();
                requireTheRightHand(asked);
                var moved = bill;
                record.addAll(decision.entries());
                bill = decision.bill();
                follow(asked);
                done.add(asked.act());
                check(moved, asked);
            } catch (Rejected refused) {
                if (told.isPresent()) {
                    assertThat(refused.type()).as("%s", asked).isEqualTo(told.get());
                } else {
                    assertThat(OF_ARGUMENTS).as("%s", asked).contains((BillProblem) refused.type());
                }
            }
        }

        private void answer() {
            boolean accepted = random.nextInt(4) == 0;
            var gone = bill.due().inFlight().recipient();
            var decision = EnvelopeActs.answered(
                    bill,
                    gateway(),
                    bill.due().envelopeId(),
                    accepted,
                    accepted ? "RECE" : "BENV",
                    "cd".repeat(32),
                    bill.chainLength() + 1,
                    "ef".repeat(32));
            record.addAll(decision.entries());
            bill = decision.bill();
            if (accepted) {
                assertThat(bill.holder()).isEqualTo(gone);
                hand = null;
            }
            before = null;
            assertThat(Bill.of(HERE, record)).isEqualTo(bill);
        }

        private ActStatement anything() {
            var acts = TitleAct.values();
            var act = acts[random.nextInt(acts.length)];
            if ((act == TitleAct.VOID || act == TitleAct.ACCEPT_SURRENDER) && random.nextInt(4) != 0) {
                act = TitleAct.SIGN;
            }
            var likely = Optional.ofNullable(Permission.performer(bill, act))
                    .flatMap(one -> PARTIES.stream().filter(one::is).findFirst());
            var actor = random.nextInt(3) == 0 || likely.isEmpty() ? any() : likely.get();
            var asked = statement(bill, act, actor);
            if (asked.recipient() != null) {
                var platform = random.nextInt(12) == 0 ? THERE : null;
                asked = BillFixture.to(random.nextInt(20) == 0 ? null : named(any(), platform), asked);
            }
            if (act == TitleAct.SURRENDER_FOR_AMENDMENT && random.nextBoolean()) {
                asked = because(SurrenderReason.SWTP, asked);
            }
            boolean attests = act == TitleAct.ISSUE || act == TitleAct.SWITCH_TO_PAPER;
            return attests && random.nextBoolean() ? originals(3, random.nextBoolean() ? "Kobe" : null, asked) : asked;
        }

        private PartyId any() {
            return PARTIES.get(random.nextInt(PARTIES.size()));
        }

        /** Nobody but the one whose act it is ever succeeds. */
        private void requireTheRightHand(ActStatement asked) {
            var performer = asked.act().role() == TitleAct.Role.CARRIER ? CARRIER : hand;
            assertThat(asked.actor()).as("%s", asked).isEqualTo(performer);
        }

        private void follow(ActStatement asked) {
            var to = asked.recipient();
            boolean leaves = to != null && to.eblPlatform() != null;
            var from = hand;
            switch (asked.act()) {
                case ISSUE -> hand = SHIPPER;
                case TRANSFER -> hand = leaves ? from : to.party();
                case REJECT_TRANSFER -> hand = before;
                case PLEDGE -> {
                    hand = to.party();
                    pledgor = from;
                }
                case RELEASE -> {
                    hand = pledgor;
                    pledgor = null;
                }
                case SURRENDER_FOR_DELIVERY, SURRENDER_FOR_AMENDMENT -> {
                    surrenderer = from;
                    hand = CARRIER;
                }
                case REFUSE_SURRENDER -> hand = surrenderer;
                case VOID -> hand = null;
                default -> {
                    // possession stays where it is
                }
            }
            before = asked.act() == TitleAct.TRANSFER && !leaves ? from : null;
        }

        private void check(Bill moved, ActStatement asked) {
            assertThat(Bill.of(HERE, record)).as("the record tells the same").isEqualTo(bill);
            var holder = bill.holder();
            boolean held = bill.status() != BillStatus.DRAFT && bill.status() != BillStatus.VOIDED;
            assertThat(holder != null).as("%s: one holder", asked).isEqualTo(held);
            if (held) {
                assertThat(holder.identifyingCodes()).hasSize(1);
                assertThat(hand != null && holder.is(hand))
                        .as("%s: %s", asked, holder)
                        .isTrue();
            }
            assertThat(bill.status() == BillStatus.PLEDGED)
                    .isEqualTo(bill.title().pledgor() != null && bill.title().surrender() == null);
            if (asked.act() == TitleAct.REJECT_TRANSFER) {
                assertThat(bill.title()).isEqualTo(moved.title().returnable());
            }
            if (bill.terms().kind() == DocumentKind.SEA_WAYBILL) {
                assertThat(NEVER_OF_A_WAYBILL).as("%s", asked).doesNotContain(asked.act());
                assertThat(bill.due()).as("it crosses to no platform").isNull();
            }
            if (bill.status().isClosed()) {
                assertThat(TitleAct.values())
                        .allMatch(act -> PARTIES.stream()
                                .allMatch(party ->
                                        Permission.refusal(bill, act, party).isPresent()));
            }
            assertThat(moved.parties()).as("who could read can read").allMatch(bill.parties()::contains);
        }
    }
}
