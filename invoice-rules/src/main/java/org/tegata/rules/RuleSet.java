package org.tegata.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.schema.Release;

/** What an invoice can be judged by: schema and rule books under one name and version; made when needed. */
public final class RuleSet {

    private final String id;
    private final String version;
    private final String publisher;
    private final String description;
    private final List<Release> releases;
    private final List<String> guidelines;
    private final @Nullable LocalDate from;
    private final Supplier<List<RuleBook<?>>> maker;
    private volatile @Nullable List<RuleBook<?>> books;

    /**
     * A rule set.
     *
     * @param id such as {@code en16931}
     * @param version the publisher's own
     * @param publisher who publishes the rules
     * @param description what it is, in a sentence
     * @param releases of the schema, tried in this order: the first that the document fits is used
     * @param guidelines beginnings of BT-24 ({@code GuidelineSpecifiedDocumentContextParameter/ID}) that choose it
     * @param from the day from which it is in force; null if it always was
     * @param maker makes the books, in the order in which their findings are told at one place
     */
    RuleSet(
            String id,
            String version,
            String publisher,
            String description,
            List<Release> releases,
            List<String> guidelines,
            @Nullable LocalDate from,
            Supplier<List<RuleBook<?>>> maker) {
        this.id = id;
        this.version = version;
        this.publisher = publisher;
        this.description = description;
        this.releases = List.copyOf(releases);
        this.guidelines = List.copyOf(guidelines);
        this.from = from;
        this.maker = maker;
    }

    public String id() {
        return id;
    }

    public String version() {
        return version;
    }

    /** {@code id:version}. */
    public String name() {
        return id + ":" + version;
    }

    public String publisher() {
        return publisher;
    }

    public String description() {
        return description;
    }

    public List<Release> releases() {
        return releases;
    }

    public List<String> guidelines() {
        return guidelines;
    }

    public @Nullable LocalDate from() {
        return from;
    }

    public List<RuleBook<?>> books() {
        var made = books;
        if (made == null) {
            synchronized (this) {
                made = books;
                if (made == null) {
                    made = List.copyOf(maker.get());
                    books = made;
                }
            }
        }
        return made;
    }

    @Override
    public String toString() {
        return name();
    }
}
