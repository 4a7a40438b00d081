package org.tegata.system.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.tegata.system.history.Finding.Rule;

/** The events on the topic against the database, and what a consumer makes of them. */
final class EventRules {

    private final Evidence evidence;
    private final Map<String, Map<Long, Standing>> standings;
    private final List<Finding> findings = new ArrayList<>();

    EventRules(Evidence evidence, Map<String, Map<Long, Standing>> standings) {
        this.evidence = evidence;
        this.standings = standings;
    }

    List<Finding> check(Supplier<Folding> consumers, long seed) {
        checkOutboxAgainstRecord();
        checkTopicAgainstOutbox();
        checkFold(consumers, seed);
        return findings;
    }

    /** One event a version, and it says what the model says. */
    private void checkOutboxAgainstRecord() {
        Map<String, List<Event>> byBill = byBill(evidence.outbox());
        evidence.records().forEach((bill, record) -> {
            var events = byBill.getOrDefault(bill, List.of());
            var versions = record.stream().map(Entry::version).toList();
            var told = events.stream().map(Event::sequence).sorted().toList();
            if (!told.equals(versions)) {
                found(bill, "the record has the versions %s, the events are %s".formatted(versions, told));
            }
            events.forEach(event -> checkContent(bill, event));
        });
        byBill.keySet().stream()
                .filter(bill -> !evidence.records().containsKey(bill))
                .forEach(bill -> found(bill, "there are events of a bill without a record"));
    }

    private void checkContent(String bill, Event event) {
        var standing = standings.getOrDefault(bill, Map.of()).get(event.sequence());
        if (standing != null
                && (standing.status() != event.status() || !Objects.equals(standing.holder(), event.holder()))) {
            found(bill, "%s tells of %s".formatted(event, standing));
        }
    }

    private void checkTopicAgainstOutbox() {
        Map<String, Event> stored = new HashMap<>();
        evidence.outbox().forEach(event -> stored.put(event.id(), event));
        Map<String, Event> published = new LinkedHashMap<>();
        Map<String, Long> last = new HashMap<>();
        for (var event : evidence.topic()) {
            if (!event.equals(stored.get(event.id()))) {
                found(event.bill(), "published is %s, committed is %s".formatted(event, stored.get(event.id())));
            }
            if (published.putIfAbsent(event.id(), event) == null) {
                long before = last.getOrDefault(event.bill(), 0L);
                if (event.sequence() != before + 1) {
                    found(event.bill(), "event %d came after event %d".formatted(event.sequence(), before));
                }
                last.put(event.bill(), event.sequence());
            }
        }
        evidence.outbox().stream()
                .filter(event -> !published.containsKey(event.id()))
                .forEach(event -> found(event.bill(), "never published: " + event));
    }

    /** Delivered repeated and out of order, and delivered once in order, the events come to the same. */
    private void checkFold(Supplier<Folding> consumers, long seed) {
        var clean = new ArrayList<>(evidence.outbox());
        clean.sort(Comparator.comparing(Event::bill).thenComparingLong(Event::sequence));
        var expected = folded(consumers.get(), clean);
        compare("as published", expected, folded(consumers.get(), evidence.topic()));
        compare("on a bad day", expected, folded(consumers.get(), Shuffler.badDay(evidence.topic(), seed)));
    }

    private static Map<String, Folding.Known> folded(Folding consumer, List<Event> events) {
        events.forEach(consumer::take);
        return consumer.known();
    }

    private void compare(String how, Map<String, Folding.Known> expected, Map<String, Folding.Known> actual) {
        expected.forEach((bill, known) -> {
            if (!known.equals(actual.get(bill))) {
                findings.add(new Finding(
                        Rule.FOLD, bill, "delivered %s: %s instead of %s".formatted(how, actual.get(bill), known)));
            }
        });
    }

    private static Map<String, List<Event>> byBill(List<Event> events) {
        Map<String, List<Event>> byBill = new HashMap<>();
        events.forEach(event ->
                byBill.computeIfAbsent(event.bill(), bill -> new ArrayList<>()).add(event));
        return byBill;
    }

    private void found(String bill, String what) {
        findings.add(new Finding(Rule.EVENTS, bill, what));
    }
}
