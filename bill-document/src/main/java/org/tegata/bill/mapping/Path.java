package org.tegata.bill.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A path of the table from one place to others below it; {@code .} leads to the place itself. Immutable. */
final class Path {

    private final Type type;
    private final Hop[] hops;

    private Path(Type type, List<Hop> hops) {
        this.type = type;
        this.hops = hops.toArray(new Hop[0]);
    }

    /**
     * Reads a path.
     *
     * @return null when the type has no such parts
     */
    static @Nullable Path parse(String text, Type from) {
        var hops = new ArrayList<Hop>();
        var type = from;
        for (String step : steps(text)) {
            var hop = hop(step, type);
            if (hop == null) {
                return null;
            }
            hops.add(hop);
            type = hop.part().type();
        }
        return new Path(type, hops);
    }

    /** The steps between slashes that stand in no bracket; none for {@code .}. */
    static List<String> steps(String text) {
        var steps = new ArrayList<String>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '/' : text.charAt(i);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (c == '/' && depth == 0) {
                steps.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return text.equals(".") ? List.of() : steps;
    }

    private static @Nullable Hop hop(String step, Type type) {
        int end = 0;
        while (end < step.length() && step.charAt(end) != '[' && step.charAt(end) != '{') {
            end++;
        }
        var part = type.part(step.substring(0, end));
        if (part == null) {
            return null;
        }
        var which = Hop.Which.ONE;
        var conditions = new ArrayList<Condition>();
        while (end < step.length()) {
            boolean braces = step.charAt(end) == '{';
            int close = step.indexOf(braces ? '}' : ']', end);
            if (close < 0) {
                throw new IllegalArgumentException("no end of the bracket in " + step);
            }
            String suffix = step.substring(end + 1, close);
            switch (suffix) {
                case "" -> which = which == Hop.Which.REST ? which : Hop.Which.EACH;
                case "all" -> which = Hop.Which.ALL;
                case "first" -> which = Hop.Which.FIRST;
                case "last" -> which = Hop.Which.LAST;
                case "rest" -> which = Hop.Which.REST;
                default -> conditions.add(condition(suffix, braces, part.type()));
            }
            end = close + 1;
        }
        return new Hop(part, which, List.copyOf(conditions));
    }

    private static Condition condition(String suffix, boolean braces, Type type) {
        var condition = Condition.parse(suffix, braces);
        if (!condition.attribute() && type.part(condition.name()) == null) {
            throw new IllegalArgumentException(type + " has no " + condition.name());
        }
        return condition;
    }

    /** The same path with one more condition at its end. */
    Path where(Condition condition) {
        var more = new ArrayList<>(List.of(hops));
        var last = more.remove(more.size() - 1);
        var conditions = new ArrayList<>(last.conditions());
        conditions.add(condition);
        more.add(new Hop(last.part(), last.which(), List.copyOf(conditions)));
        return new Path(type, more);
    }

    /** The type of what it leads to. */
    Type type() {
        return type;
    }

    String name() {
        return hops.length == 0 ? "" : hops[hops.length - 1].part().name();
    }

    boolean isHere() {
        return hops.length == 0;
    }

    /** Whether it may lead to several places. */
    boolean isMany() {
        return hops.length > 0 && hops[hops.length - 1].isMany();
    }

    /** Every place that it leads to. */
    void each(Place from, Consumer<Place> visitor) {
        each(from, 0, visitor);
    }

    private void each(Place from, int hop, Consumer<Place> visitor) {
        if (hop == hops.length) {
            visitor.accept(from);
            return;
        }
        for (var at = hops[hop].first(from); at != null; ) {
            var following = hops[hop].isMany() ? hops[hop].next(at) : null;
            each(at, hop + 1, visitor);
            at = following;
        }
    }

    /** The first place that it leads to, or null. */
    @Nullable
    Place one(Place from) {
        return one(from, 0);
    }

    private @Nullable Place one(Place from, int hop) {
        if (hop == hops.length) {
            return from;
        }
        for (var at = hops[hop].first(from); at != null; at = hops[hop].isMany() ? hops[hop].next(at) : null) {
            var found = one(at, hop + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What the last step starts from, or null if it is not there. */
    @Nullable
    Place parent(Place from) {
        var at = from;
        for (int i = 0; i < hops.length - 1 && at != null; i++) {
            at = hops[i].first(at);
        }
        return at;
    }

    /** Whether there is one, or one can be made. */
    boolean isFree(Place from) {
        var at = from;
        for (int i = 0; i < hops.length; i++) {
            var next = hops[i].isMany() && hops[i].which() != Hop.Which.ALL ? null : hops[i].first(at);
            if (next == null) {
                return hops[i].isFree(at);
            }
            at = next;
        }
        return true;
    }

    /** A place at its end: a new one, or that which is there already if it leads to one only. */
    Place make(Place from, @Nullable Place origin) {
        if (hops.length == 0) {
            return from;
        }
        if (!isMany()) {
            var there = one(from);
            if (there != null) {
                return there;
            }
        }
        return put(from, new Place(type, name()), origin);
    }

    /** Puts a place at its end, and makes what leads there. */
    Place put(Place from, Place place, @Nullable Place origin) {
        var at = from;
        for (int i = 0; i < hops.length - 1; i++) {
            var next = hops[i].which() == Hop.Which.REST ? null : hops[i].first(at);
            if (next == null) {
                next = hops[i].add(
                        at, new Place(hops[i].part().type(), hops[i].part().name()), null);
            }
            at = next;
        }
        return hops[hops.length - 1].add(at, place, origin);
    }

    /** Marks what the steps to that place asked for as said. */
    void mark(Place end) {
        var at = end;
        for (int i = hops.length - 1; i >= 0 && at != null; i--) {
            hops[i].mark(at);
            at = at.parent();
        }
    }

    /** Gives the places that it selects among others of their name their rank, and joins those read as one. */
    void tidy(Place from, int row, Pass pass) {
        tidy(from, 0, row, pass);
    }

    private void tidy(Place from, int at, int row, Pass pass) {
        if (at == hops.length) {
            return;
        }
        var hop = hops[at];
        if (hop.which() == Hop.Which.ALL) {
            join(from, hop);
        }
        var head = from.first(hop.part().slot());
        if (hop.which() == Hop.Which.REST && head != null && head.next() != null) {
            head.rank = -1;
            head.kept |= isFollowed(head);
        }
        for (var place = hop.first(from); place != null; place = hop.isMany() ? hop.next(place) : null) {
            if (!hop.conditions().isEmpty()) {
                pass.rank(place, row);
                for (var condition : hop.conditions()) {
                    if (condition.kind() == Condition.Kind.IS_IF_THERE && pass.side() == Side.XML) {
                        condition.write(place, null);
                        condition.mark(place);
                    }
                }
            }
            tidy(place, at + 1, row, pass);
        }
    }

    private static boolean isFollowed(Place head) {
        var at = head.next();
        while (at != null && at.isNothing()) {
            at = at.next();
        }
        return at != null;
    }

    private static void join(Place from, Hop hop) {
        var head = hop.first(from);
        for (var other = head == null ? null : hop.next(head); head != null && other != null; ) {
            var following = hop.next(other);
            other.each(part -> {
                var slot = part.parent() == null ? null : part.parent().type.part(part.name);
                if (slot != null) {
                    part.drop();
                    head.add(slot, part);
                }
            });
            if (other.isEmpty() && other.attributes() == null) {
                other.drop();
            }
            other = following;
        }
    }
}
