package org.tegata.rules.differential;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Every single step away from a seed: each element deleted, doubled, emptied; each child and each attribute that the
 * schema allows at each element added. These fire the hundreds of rules that say "this is not used".
 */
final class SystematicMutants {

    private final String seed;
    private final Tree root;
    private final List<Supplier<Mutant>> mutants = new ArrayList<>();

    private SystematicMutants(String seed) {
        this.seed = seed;
        this.root = Corpus.seed(seed);
    }

    /** All of them; each is made when it is asked for. */
    static List<Supplier<Mutant>> of(String seed) {
        var made = new SystematicMutants(seed);
        var seen = new HashSet<String>();
        made.root.each(element -> {
            made.removals(element);
            // what may be added below an element depends on its path only
            if (seen.add(element.path())) {
                made.additions(element);
            }
        });
        return made.mutants;
    }

    private void removals(Tree element) {
        if (element.parent != null) {
            change("delete", element, Tree::remove);
            change("double", element, one -> one.parent.add(one.index() + 1, one.copy()));
        }
        if (element.leaf()) {
            change("empty", element, one -> one.text = "");
            change("pad", element, one -> one.text = " " + one.text + "\n");
        }
        element.attributes.keySet().forEach(name -> {
            change("delete @" + name, element, one -> one.attributes.remove(name));
            change("empty @" + name, element, one -> one.attributes.put(name, ""));
        });
    }

    private void additions(Tree element) {
        var type = Xsd.D16B.typeOf(element);
        for (var child : type.children()) {
            change("add " + child.name(), element, one -> added(one, type, child, false));
            if (!Xsd.D16B.type(child.type()).simple()) {
                change("add full " + child.name(), element, one -> added(one, type, child, true));
            }
        }
        type.attributes().forEach((name, kind) -> {
            if (!element.attributes.containsKey(name)) {
                change("add @" + name, element, one -> one.attributes.put(name, Values.plausibleAttribute(name, kind)));
            }
        });
    }

    private static void added(Tree parent, Xsd.Type type, Xsd.Child child, boolean full) {
        if (type.choice()) {
            parent.children.clear();
        }
        var added = full ? Xsd.D16B.fullest(child, 2) : Xsd.D16B.smallest(child);
        parent.add(Xsd.placeFor(parent, type, child), added);
    }

    private void change(String what, Tree element, Consumer<Tree> how) {
        mutants.add(() -> {
            var copy = root.copy();
            how.accept(element.inCopyOf(copy));
            return new Mutant(seed + ": " + what + " at " + element.path(), copy);
        });
    }
}
