package org.tegata.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.engine.Engine;
import org.tegata.rules.engine.Guideline;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.schema.Release;

/** Judges invoices. Thread-safe; keep one: what it learns of documents' shapes makes it fast. */
public final class InvoiceValidator {

    private final Map<Key, Engine> engines = new ConcurrentHashMap<>();

    private record Key(RuleSet ruleSet, Release release, List<RuleBook<?>> also) {}

    /** The verdict by the rule set that the document's guideline names, or the default one. */
    public Verdict validate(byte[] xml) {
        return validate(xml, null);
    }

    /** The verdict by one rule set: its {@code id} or {@code id:version}; null to let the document choose. */
    public Verdict validate(byte[] xml, @Nullable String ruleSet) {
        return judge(XmlSource.of(xml), Question.of(ruleSet)).verdict();
    }

    /**
     * The verdict, and what the books noted.
     *
     * @throws org.tegata.problem.Rejected for bytes that are not safe, well-formed XML (see {@code XmlProblem})
     * @throws UnknownRuleSetException if there is no such rule set
     */
    public Answer judge(XmlSource source, Question question) {
        var ruleSet = choose(source, question);
        Engine.Result first = null;
        Release used = ruleSet.releases().get(0);
        for (Release release : ruleSet.releases()) {
            var result = read(source, engine(ruleSet, release, question.also()), question.maxFindings());
            // Where none fits, the one that comes nearest tells what is wrong.
            if (first == null || result.fits() || result.total() < first.total()) {
                first = result;
                used = release;
            }
            if (result.fits()) {
                break;
            }
        }
        if (first == null) {
            throw new IllegalStateException(ruleSet + " has no schema");
        }
        return answer(ruleSet, used, first);
    }

    private static Answer answer(RuleSet ruleSet, Release release, Engine.Result result) {
        return new Answer(
                new Verdict(
                        ruleSet.id(),
                        ruleSet.version(),
                        release,
                        EngineBuild.name(),
                        !result.errors(),
                        result.findings(),
                        result.counts(),
                        result.total() - result.findings().size()),
                result.tallies());
    }

    private static RuleSet choose(XmlSource source, Question question) {
        String asked = question.ruleSet();
        if (asked != null) {
            return RuleSets.find(asked, question.on()).orElseThrow(() -> new UnknownRuleSetException(asked));
        }
        String guideline;
        try (InputStream xml = source.open()) {
            guideline = Guideline.of(xml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return RuleSets.ofGuideline(guideline, question.on())
                .or(() -> RuleSets.find(RuleSets.DEFAULT))
                .orElseThrow();
    }

    private static Engine.Result read(XmlSource source, Engine engine, int maxFindings) {
        try (InputStream xml = source.open()) {
            return engine.judge(xml, maxFindings);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Engine engine(RuleSet ruleSet, Release release, List<RuleBook<?>> also) {
        return engines.computeIfAbsent(new Key(ruleSet, release, also), key -> {
            var books = new ArrayList<>(ruleSet.books());
            for (var book : also) {
                // The same rules are not asked twice.
                if (books.stream().noneMatch(known -> known.id().equals(book.id()))) {
                    books.add(book);
                }
            }
            return new Engine(release, books);
        });
    }
}
