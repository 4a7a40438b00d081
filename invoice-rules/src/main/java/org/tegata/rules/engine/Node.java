package org.tegata.rules.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Name;
import org.tegata.rules.schema.ElementType;

/**
 * A place where an element can be: its type, and all that rules ask at this place. Made once, shared by all threads.
 *
 * <p>Two elements with the same type and the same rules are at the same node, wherever they are: there are few nodes.
 */
final class Node {

    /** How a location names the elements here, with the slash before. */
    final String step;

    final Name name;
    final ElementType type;
    final Children children;
    final int requiredAttributes;
    /** Whether there may be several beside each other. */
    final boolean repeats;
    /** Whether it is a line of the invoice. */
    final boolean line;
    /** Whether it is a line or in one. */
    final boolean inLine;
    /** For each pattern that may apply here, the contexts to try, in order. */
    final List<Contexts> contexts;
    /** Rules that are broken by an element being here. */
    final List<Forbidden> forbidden;
    /** Rules that are broken by an attribute being here. */
    final List<Forbidden> forbiddenAttributes;

    final List<Noting> gatherers;
    /** Whether rules or gatherers ask anything here. */
    final boolean judged;

    /** Which steps of paths may follow: what {@link Automaton} needs to find the nodes below. */
    final int[] open;

    /** The nodes of the children by particle, filled when first needed; a race fills in the same twice. */
    private final @Nullable Node[] below;

    Node(Place place, Asked asked, int[] open) {
        this.name = place.name;
        this.step = "/" + place.name;
        this.type = place.type;
        this.children = place.children;
        this.requiredAttributes = type.requiredAttributes();
        this.repeats = place.repeats;
        this.line = place.line;
        this.inLine = place.inLine;
        this.contexts = asked.contexts;
        this.forbidden = asked.forbidden;
        this.forbiddenAttributes = asked.forbiddenAttributes;
        this.gatherers = asked.gatherers;
        this.judged =
                !contexts.isEmpty() || !forbidden.isEmpty() || !forbiddenAttributes.isEmpty() || !gatherers.isEmpty();
        this.open = open;
        this.below = new Node[type.particles().size()];
    }

    /** Where a node is. */
    record Place(Name name, ElementType type, Children children, boolean repeats, boolean line, boolean inLine) {}

    /** What is asked at a node. */
    record Asked(
            List<Contexts> contexts,
            List<Forbidden> forbidden,
            List<Forbidden> forbiddenAttributes,
            List<Noting> gatherers) {}

    Node below(int particle, Automaton automaton) {
        Node node = below[particle];
        if (node == null) {
            node = automaton.below(this, particle);
            below[particle] = node;
        }
        return node;
    }
}
