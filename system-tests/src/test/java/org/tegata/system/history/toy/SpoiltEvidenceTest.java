package org.tegata.system.history.toy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.system.history.Answer;
import org.tegata.system.history.Call;
import org.tegata.system.history.Entry;
import org.tegata.system.history.Event;
import org.tegata.system.history.Evidence;
import org.tegata.system.history.Finding.Rule;
import org.tegata.system.history.Fold;
import org.tegata.system.history.History;
import org.tegata.system.history.Seen;
import org.tegata.system.history.Shuffler;
import org.tegata.system.history.Status;
import org.tegata.system.history.Verdict;

/** One thing is changed in what a right run left behind; the rule that is there for it says so. */
class SpoiltEvidenceTest {

    private static final long SEED = 7;
    private static final String BILL = "bill0";
    private static final ToyRun.Outcome RIGHT = ToyRun.of(SEED, null);

    static Stream<Arguments> spoilt() {
        return Stream.of(
                Arguments.of("an entry is missing", Rule.RECORD, records(entries -> without(entries, 3))),
                Arguments.of("the last entry is missing", Rule.ACKNOWLEDGED, records(SpoiltEvidenceTest::beheaded)),
                Arguments.of("an entry stands twice", Rule.EXACTLY_ONCE, records(SpoiltEvidenceTest::doubled)),
                Arguments.of("a link is broken", Rule.RECORD, records(SpoiltEvidenceTest::unlinked)),
                Arguments.of("nobody asked for an act", Rule.EXACTLY_ONCE, records(SpoiltEvidenceTest::invented)),
                Arguments.of("an event was never published", Rule.EVENTS, topic(events -> without(events, 5))),
                Arguments.of("an event was never committed", Rule.EVENTS, outbox(events -> without(events, 5))),
                Arguments.of("two events changed places", Rule.EVENTS, topic(SpoiltEvidenceTest::swapped)),
                Arguments.of("an event tells of another holder", Rule.EVENTS, topic(SpoiltEvidenceTest::lying)),
                Arguments.of("the database tells of another holder", Rule.EVENTS, outbox(SpoiltEvidenceTest::lying)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void shouldSayWhichRuleIsBroken(String what, Rule rule, Evidence evidence) {
        var verdict = Verdict.of(RIGHT.drafts(), RIGHT.history(), evidence, Fold::new, SEED);

        assertThat(verdict.findings())
                .as(what)
                .extracting(finding -> finding.rule())
                .contains(rule);
    }

    @Test
    void shouldSayThatAnActWasLostWhenItsReceiptIsOfAnotherBill() {
        var calls = new ArrayList<>(RIGHT.history().attempts());
        calls.replaceAll(call -> call.done() == null ? call : answered(call, new Answer.Done(elsewhere(call.done()))));

        assertThat(judged(calls).findings())
                .extracting(finding -> finding.rule())
                .contains(Rule.ACKNOWLEDGED);
    }

    @Test
    void shouldSayThatAnActIsUnresolvedWhenNobodyLearntOfIt() {
        var key = RIGHT.history().attemptsByKey().keySet().iterator().next();
        var calls = new ArrayList<>(RIGHT.history().attempts());
        calls.replaceAll(call ->
                call.isAct() && call.statement().key().equals(key) ? answered(call, new Answer.Unknown("lost")) : call);

        assertThat(judged(calls).findings())
                .extracting(finding -> finding.rule())
                .contains(Rule.RETRY);
    }

    @Test
    void shouldSayThatARefusedActStandsInTheRecord() {
        var calls = new ArrayList<>(RIGHT.history().attempts());
        calls.replaceAll(call -> call.done() == null ? call : answered(call, new Answer.Refused(Answer.HEAD_MOVED)));

        assertThat(judged(calls).findings())
                .extracting(finding -> finding.rule())
                .contains(Rule.RETRY);
    }

    @Test
    void shouldSayThatSomebodyElseWasFirst() {
        var calls = new ArrayList<>(RIGHT.history().attempts());
        calls.replaceAll(call -> call.answer() instanceof Answer.Refused refused && refused.moved() != null
                ? answered(call, new Answer.Refused(refused.slug(), claimed(refused.moved())))
                : call);

        assertThat(judged(calls).findings())
                .extracting(finding -> finding.rule())
                .contains(Rule.RETRY);
    }

    @Test
    void shouldComeToTheSameWhateverTheOrderOfDelivery() {
        var clean = new Fold();
        RIGHT.evidence().outbox().forEach(clean::take);
        for (long seed = 1; seed <= 200; seed++) {
            var shuffled = new Fold();
            Shuffler.badDay(RIGHT.evidence().topic(), seed).forEach(shuffled::take);
            assertThat(shuffled.known()).as("seed %d", seed).isEqualTo(clean.known());
        }
    }

    private static Verdict judged(List<Call> calls) {
        return Verdict.of(RIGHT.drafts(), History.of(calls), RIGHT.evidence(), Fold::new, SEED);
    }

    private static Call answered(Call call, Answer answer) {
        return new Call(
                call.client(), call.bill(), call.statement(), call.reader(), call.invoked(), call.returned(), answer);
    }

    private static Seen elsewhere(Seen seen) {
        return new Seen(
                seen.version(), seen.head() + "x", seen.status(), seen.holder(), seen.endorsee(), seen.pledgor());
    }

    private static Answer.Moved claimed(Answer.Moved moved) {
        return new Answer.Moved(moved.head(), moved.firstVersion(), "somebody else", moved.firstAct());
    }

    private static Evidence records(UnaryOperator<List<Entry>> spoil) {
        Map<String, List<Entry>> records = new LinkedHashMap<>(RIGHT.evidence().records());
        records.put(BILL, spoil.apply(records.get(BILL)));
        return new Evidence(records, RIGHT.evidence().outbox(), RIGHT.evidence().topic());
    }

    private static Evidence outbox(UnaryOperator<List<Event>> spoil) {
        var evidence = RIGHT.evidence();
        return new Evidence(evidence.records(), spoil.apply(evidence.outbox()), evidence.topic());
    }

    private static Evidence topic(UnaryOperator<List<Event>> spoil) {
        var evidence = RIGHT.evidence();
        return new Evidence(evidence.records(), evidence.outbox(), spoil.apply(evidence.topic()));
    }

    private static <T> List<T> without(List<T> all, int index) {
        var gone = all.get(index);
        return all.stream().filter(each -> !each.equals(gone)).toList();
    }

    private static List<Entry> beheaded(List<Entry> entries) {
        return entries.subList(0, entries.size() - 1);
    }

    private static List<Entry> doubled(List<Entry> entries) {
        var last = entries.get(entries.size() - 1);
        return with(entries, new Entry(last.version() + 1, "again", last.head(), last.statement()));
    }

    private static List<Entry> invented(List<Entry> entries) {
        var last = entries.get(entries.size() - 1);
        var asked = last.statement();
        return with(
                entries,
                new Entry(
                        last.version() + 1,
                        "invented",
                        last.head(),
                        new org.tegata.system.history.Statement(
                                "nobody's", last.head(), asked.act(), asked.actor(), asked.recipient())));
    }

    private static List<Entry> unlinked(List<Entry> entries) {
        var spoilt = new ArrayList<>(entries);
        var entry = entries.get(2);
        spoilt.set(2, new Entry(entry.version(), entry.head(), "elsewhere", entry.statement()));
        return spoilt;
    }

    private static List<Entry> with(List<Entry> entries, Entry more) {
        var longer = new ArrayList<>(entries);
        longer.add(more);
        return longer;
    }

    private static List<Event> swapped(List<Event> events) {
        var ofBill = events.stream()
                .distinct()
                .filter(event -> event.bill().equals(BILL))
                .toList();
        var spoilt = new ArrayList<>(events);
        spoilt.removeAll(List.of(ofBill.get(1)));
        spoilt.add(ofBill.get(1));
        return spoilt;
    }

    private static List<Event> lying(List<Event> events) {
        var spoilt = new ArrayList<>(events);
        spoilt.replaceAll(event -> event.status() == Status.ISSUED
                ? new Event(
                        event.id(), event.bill(), event.sequence(), event.actor(), event.status(), event.holder() + "?")
                : event);
        return spoilt;
    }
}
