package org.tegata.rules.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Steps down from an element, child by child, such as {@code ram:SellerTradeParty/ram:Name}; each may occur often. */
public final class Path {

    private final Name[] steps;

    private Path(Name[] steps) {
        this.steps = steps;
    }

    /** The path written like this: names with the standard's prefixes, separated by slashes. */
    public static Path of(String path) {
        return new Path(Arrays.stream(path.split("/")).map(Name::of).toArray(Name[]::new));
    }

    /** This path, and then that one. */
    public Path then(String path) {
        var more = of(path).steps;
        var all = Arrays.copyOf(steps, steps.length + more.length);
        System.arraycopy(more, 0, all, steps.length, more.length);
        return new Path(all);
    }

    public boolean existsIn(@Nullable Element from) {
        return firstIn(from) != null;
    }

    /** The first in document order, or null. */
    public @Nullable Element firstIn(@Nullable Element from) {
        return from == null ? null : first(from, 0, null);
    }

    /** The first in document order that passes, or null. */
    public @Nullable Element firstIn(@Nullable Element from, Predicate<Element> test) {
        return from == null ? null : first(from, 0, test);
    }

    /** Whether any passes. */
    public boolean anyIn(@Nullable Element from, Predicate<Element> test) {
        return firstIn(from, test) != null;
    }

    public int countIn(@Nullable Element from) {
        int[] count = {0};
        forEachIn(from, found -> count[0]++);
        return count[0];
    }

    /** All of them in document order. */
    public List<Element> allIn(@Nullable Element from) {
        var all = new ArrayList<Element>();
        forEachIn(from, all::add);
        return all;
    }

    public void forEachIn(@Nullable Element from, Consumer<Element> action) {
        if (from != null) {
            each(from, 0, action);
        }
    }

    /** The text of the first; null where there is none. */
    public @Nullable String textIn(@Nullable Element from) {
        var found = firstIn(from);
        return found == null ? null : found.text();
    }

    /** Whether the first has text besides white space: XPath's {@code normalize-space(path) != ''}. */
    public boolean filledIn(@Nullable Element from) {
        var found = firstIn(from);
        return found != null && !found.blank();
    }

    private @Nullable Element first(Element from, int step, @Nullable Predicate<Element> test) {
        for (Element child = from.firstChild(); child != null; child = child.next()) {
            if (child.name() == steps[step]) {
                Element found = step < steps.length - 1
                        ? first(child, step + 1, test)
                        : test == null || test.test(child) ? child : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private void each(Element from, int step, Consumer<Element> action) {
        for (Element child = from.firstChild(); child != null; child = child.next()) {
            if (child.name() == steps[step]) {
                if (step < steps.length - 1) {
                    each(child, step + 1, action);
                } else {
                    action.accept(child);
                }
            }
        }
    }

    @Override
    public String toString() {
        return Arrays.stream(steps).map(Name::toString).collect(Collectors.joining("/"));
    }
}
