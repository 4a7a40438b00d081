package org.tegata.rules.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Finding;
import org.tegata.rules.rule.Doc;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.rule.Wording;

/** Asks the rules about one document, chunk by chunk. */
final class Judge implements Contexts.Docs {

    private static final Part NOTHING = new Part(new Chunk());

    private final List<Object> tallies = new ArrayList<>();
    private final List<Doc<Object>> docs = new ArrayList<>();
    private final Findings findings;
    private final Deferred deferred = new Deferred();
    private final List<Noted> noted = new ArrayList<>();
    private final Set<Long> told = new HashSet<>();
    /** How many of the findings kept are of lines: the rest of the document has room for as many again. */
    private int lineFindings;
    /** Answers of conditions on the whole document: 0 not asked yet, 1 holds, 2 does not. */
    private final byte[] answers;

    Judge(Automaton automaton, int limit) {
        this.findings = new Findings(limit);
        this.answers = new byte[automaton.ruleCount()];
        for (RuleBook<Object> book : automaton.books()) {
            tallies.add(book.tally().get());
        }
    }

    Findings findings() {
        return findings;
    }

    List<Object> tallies() {
        return tallies;
    }

    @Override
    public Doc<Object> of(int book) {
        return docs.get(book);
    }

    /** A line is complete. */
    void line(Chunk chunk) {
        told.clear();
        for (int i = 0; i < chunk.size(); i++) {
            Part part = chunk.part(i);
            if (part.node.judged) {
                note(part);
                judge(part, null);
            }
        }
    }

    /** The document is complete. */
    void end(Chunk chunk) {
        Part root = chunk.part(0);
        for (int i = 0; i < chunk.size(); i++) {
            note(chunk.part(i));
        }
        for (Object tally : tallies) {
            docs.add(new Doc<>(root, tally));
        }
        deferred.settle(this);
        settleNoted();
        told.clear();
        lineFindings = findings.keptCount();
        for (int i = 0; i < chunk.size(); i++) {
            Part part = chunk.part(i);
            if (part.node.judged) {
                judge(part, this);
            }
        }
    }

    private void note(Part part) {
        var gatherers = part.node.gatherers;
        for (int i = 0; i < gatherers.size(); i++) {
            var gatherer = gatherers.get(i);
            gatherer.note().accept(tallies.get(gatherer.book()), part);
        }
    }

    private void judge(Part part, Contexts.@Nullable Docs atEnd) {
        Node node = part.node;
        for (int i = 0; i < node.forbidden.size(); i++) {
            forbid(part, node.forbidden.get(i), atEnd);
        }
        if (part.hasAttributes()) {
            for (int i = 0; i < node.forbiddenAttributes.size(); i++) {
                var forbidden = node.forbiddenAttributes.get(i);
                if (part.attribute(String.valueOf(forbidden.attribute())) != null) {
                    forbid(part, forbidden, atEnd);
                }
            }
        }
        for (int i = 0; i < node.contexts.size(); i++) {
            var context = node.contexts.get(i).of(part, atEnd);
            if (context != null) {
                var rules = context.rules();
                for (int j = 0; j < rules.size(); j++) {
                    ask(rules.get(j), part, atEnd != null);
                }
            }
        }
    }

    private void forbid(Part part, Forbidden forbidden, Contexts.@Nullable Docs atEnd) {
        Part above = part;
        for (int i = 0; i < forbidden.levels() && above != null; i++) {
            above = above.parent;
        }
        if (above == null || !belongs(above, forbidden, atEnd)) {
            return;
        }
        long once = (long) forbidden.asking().index() << 32 | above.ordinal;
        if (told.add(once)) {
            String attribute = forbidden.attribute();
            tell(
                    forbidden.asking(),
                    part.ordinal,
                    attribute == null ? part.location() : part.location() + "/@" + attribute,
                    attribute == null ? part.shown() : part.attribute(attribute),
                    null);
        }
    }

    private static boolean belongs(Part above, Forbidden forbidden, Contexts.@Nullable Docs atEnd) {
        for (var contexts : above.node.contexts) {
            if (contexts.pattern() == forbidden.pattern()) {
                var context = contexts.of(above, atEnd);
                return context != null && context.context() == forbidden.context();
            }
        }
        return false;
    }

    private void ask(Asking asking, Part part, boolean atEnd) {
        var rule = asking.rule();
        var local = rule.local();
        if (local != null && local.test(part)) {
            return;
        }
        if (rule.later() != null) {
            later(asking, rule.later(), part, atEnd);
            return;
        }
        if (atEnd) {
            var both = rule.both();
            if (rule.document() != null && holdsByDocument(asking)
                    || both != null && both.test(part, of(asking.book()))) {
                return;
            }
            fault(asking, part);
        } else if (rule.document() != null) {
            deferred.add(asking, part);
        } else {
            fault(asking, part);
        }
    }

    private void later(Asking asking, Rule.Later<Object> later, Part part, boolean atEnd) {
        Object note = later.note().apply(part);
        if (note == null) {
            return;
        }
        if (!atEnd) {
            noted.add(new Noted(
                    asking, later, note, part.ordinal, part.location(), actual(asking, part), expected(asking, part)));
        } else if (!later.condition().test(note, of(asking.book()))) {
            fault(asking, part);
        }
    }

    /** What is remembered of an element of a line until the end. */
    private record Noted(
            Asking asking,
            Rule.Later<Object> later,
            Object note,
            int ordinal,
            String location,
            @Nullable String actual,
            @Nullable String expected) {}

    private void settleNoted() {
        for (var one : noted) {
            if (!one.later().condition().test(one.note(), of(one.asking().book()))) {
                tell(one.asking(), one.ordinal(), one.location(), one.actual(), one.expected());
            }
        }
    }

    /** Whether the rule's condition on the whole document holds; asked once. */
    boolean holdsByDocument(Asking asking) {
        if (answers[asking.index()] == 0) {
            var condition = asking.rule().document();
            boolean holds = condition != null && condition.test(of(asking.book()));
            answers[asking.index()] = (byte) (holds ? 1 : 2);
        }
        return answers[asking.index()] == 1;
    }

    private void fault(Asking asking, Part part) {
        if (!findings.count(asking.rule().id(), asking.severity(), lineFindings)) {
            return;
        }
        keep(asking, part.ordinal, part.location(), actual(asking, part), expected(asking, part));
    }

    private static @Nullable String actual(Asking asking, Part part) {
        var actual = asking.rule().actual();
        return actual == null ? part.shown() : Findings.cut(actual.apply(part));
    }

    private @Nullable String expected(Asking asking, Part part) {
        var expected = asking.rule().expected();
        return expected == null ? null : Findings.cut(expected.apply(part, doc(asking.book())));
    }

    /** In a line there is no whole document yet, and a rule of a line does not look at it. */
    private Doc<Object> doc(int book) {
        return docs.isEmpty() ? new Doc<>(NOTHING, tallies.get(book)) : of(book);
    }

    /** Tells of a rule that is broken at a location. */
    void tell(Asking asking, int ordinal, String location, @Nullable String actual, @Nullable String expected) {
        if (findings.count(asking.rule().id(), asking.severity(), lineFindings)) {
            keep(asking, ordinal, location, actual, expected);
        }
    }

    private void keep(Asking asking, int ordinal, String location, @Nullable String actual, @Nullable String expected) {
        Wording message = asking.rule().message();
        Wording hint = asking.rule().hint();
        findings.keep(
                ordinal,
                asking.index(),
                new Finding(
                        asking.rule().id(),
                        asking.severity(),
                        location,
                        message.en(),
                        message.ja(),
                        actual,
                        expected,
                        hint == null ? null : hint.en(),
                        hint == null ? null : hint.ja()));
    }
}
