package org.tegata.rules.rule;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Severity;
import org.tegata.rules.document.Element;

/**
 * One rule: what it is called, what it asks of each element of its context, and what it says when that fails.
 *
 * <p>The condition is "{@code local} or {@code document} or {@code both}", of those that are given. {@code local} is
 * asked when the line (or the rest of the document) is complete; {@code document} and {@code both} at the end.
 *
 * @param <T> what the rule book gathers
 */
public final class Rule<T> {

    private final String id;
    private final Severity severity;
    private @Nullable Supplier<Wording> message;
    private @Nullable Supplier<Wording> hint;
    private @Nullable Predicate<Element> local;
    private @Nullable Predicate<Doc<T>> document;
    private @Nullable BiPredicate<Element, Doc<T>> both;
    private @Nullable Later<T> later;
    private @Nullable Function<Element, @Nullable String> actual;
    private @Nullable BiFunction<Element, Doc<T>, @Nullable String> expected;

    Rule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** What is wrong, in English and Japanese, in our own words. */
    public Rule<T> says(String en, String ja) {
        return says(() -> new Wording(en, ja));
    }

    /** The same, worded only when somebody reads it: most rules of a document hold. */
    public Rule<T> says(Supplier<Wording> words) {
        this.message = words;
        return this;
    }

    /** How to mend it. */
    public Rule<T> hint(String en, String ja) {
        return hint(() -> new Wording(en, ja));
    }

    /** The same, worded only when somebody reads it. */
    public Rule<T> hint(Supplier<Wording> words) {
        this.hint = words;
        return this;
    }

    /** Holds if this is true of the element, its parts and what is above it up to its line (or the root). */
    public Rule<T> holds(Predicate<Element> condition) {
        this.local = condition;
        return this;
    }

    /** Holds (also) if this is true of the document as a whole, whatever the element; may stand in a line. */
    public Rule<T> holdsByDocument(Predicate<Doc<T>> condition) {
        this.document = condition;
        return this;
    }

    /** Holds if this is true of the element and the document together; only for contexts outside of lines. */
    public Rule<T> holdsAtEnd(BiPredicate<Element, Doc<T>> condition) {
        this.both = condition;
        return this;
    }

    /**
     * Holds if {@code condition} is true, at the end, of what {@code note} says of the element now; also in a line.
     *
     * @param note what is to be remembered; null if the rule holds without more ado
     */
    @SuppressWarnings("unchecked") // the condition is only ever given what the note said
    public <V> Rule<T> holdsLater(Function<Element, @Nullable V> note, BiPredicate<V, Doc<T>> condition) {
        this.later = new Later<>(
                (Function<Element, @Nullable Object>) (Function<Element, ?>) note,
                (BiPredicate<Object, Doc<T>>) (BiPredicate<?, Doc<T>>) condition);
        return this;
    }

    /** A condition on what was noted of an element, asked at the end. */
    public record Later<T>(Function<Element, @Nullable Object> note, BiPredicate<Object, Doc<T>> condition) {}

    /** What stands there instead; default: the text of the element of the context. */
    public Rule<T> actual(Function<Element, @Nullable String> shown) {
        this.actual = shown;
        return this;
    }

    /** What would be right, always the same. */
    public Rule<T> expected(String shown) {
        this.expected = (element, doc) -> shown;
        return this;
    }

    /** What would be right, by what stands around the element. */
    public Rule<T> expected(Function<Element, @Nullable String> shown) {
        this.expected = (element, doc) -> shown.apply(element);
        return this;
    }

    /** What would be right, by the whole document; only with {@link #holdsAtEnd}. */
    public Rule<T> expectedAtEnd(BiFunction<Element, Doc<T>, @Nullable String> shown) {
        this.expected = shown;
        return this;
    }

    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    public Wording message() {
        if (message == null) {
            throw new IllegalStateException(id + " has no message");
        }
        return message.get();
    }

    public @Nullable Wording hint() {
        return hint == null ? null : hint.get();
    }

    public @Nullable Predicate<Element> local() {
        return local;
    }

    public @Nullable Predicate<Doc<T>> document() {
        return document;
    }

    public @Nullable BiPredicate<Element, Doc<T>> both() {
        return both;
    }

    public @Nullable Later<T> later() {
        return later;
    }

    public @Nullable Function<Element, @Nullable String> actual() {
        return actual;
    }

    public @Nullable BiFunction<Element, Doc<T>, @Nullable String> expected() {
        return expected;
    }
}
