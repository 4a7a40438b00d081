package org.tegata.rules.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A change to an invoice that can be written in a table; how, is said at the top of {@code directed.txt}. */
final class Edit {

    private final Tree root;

    private Edit(Tree root) {
        this.root = root;
    }

    /** A changed copy. */
    static Tree applied(Tree seed, String edits) {
        var copy = seed.copy();
        for (String edit : edits.split(";")) {
            if (!edit.isBlank()) {
                new Edit(copy).apply(edit.strip());
            }
        }
        return copy;
    }

    private void apply(String edit) {
        if (edit.startsWith("delete all ")) {
            deleteAll(edit.substring(11));
        } else if (edit.startsWith("delete ")) {
            delete(Place.of(edit.substring(7)));
        } else if (edit.startsWith("copy ")) {
            var original = Place.of(edit.substring(5)).first(root);
            original.parent.add(original.index() + 1, original.copy());
        } else if (edit.startsWith("add ")) {
            withText(edit.substring(4), (place, text) -> add(place).text = text);
        } else if (edit.startsWith("all ")) {
            withText(edit.substring(4), (place, text) -> place.each(root, one -> place.set(one, text)));
        } else {
            withText(edit, this::set);
        }
    }

    private interface Setting {
        void to(Place place, String text);
    }

    private static void withText(String assignment, Setting setting) {
        int equals = assignment.indexOf('=');
        String text = assignment.substring(equals + 1).strip();
        setting.to(
                Place.of(assignment.substring(0, equals).strip()),
                text.replace("(sp)", " ").replace("(nl)", "\n"));
    }

    private void set(Place place, String text) {
        if (place.attribute().isEmpty() && place.all(root).isEmpty()) {
            add(place).text = text;
        } else {
            place.set(place.first(root), text);
        }
    }

    private void delete(Place place) {
        var found = place.first(root);
        if (place.attribute().isEmpty()) {
            found.remove();
        } else {
            found.attributes.remove(place.attribute());
        }
    }

    private void deleteAll(String path) {
        var place = Place.of(path);
        place.each(root, one -> {
            if (place.attribute().isEmpty()) {
                one.remove();
            } else {
                one.attributes.remove(place.attribute());
            }
        });
    }

    /** Adds the last step of the path to what is there of it; steps between are made where they are missing. */
    private Tree add(Place place) {
        var steps = place.steps();
        for (int known = steps.size() - 1; known > 0; known--) {
            var parent = new Place(steps.subList(0, known), place.number(), "");
            if (parent.all(root).size() >= parent.number()) {
                var at = parent.first(root);
                for (String missing : steps.subList(known, steps.size())) {
                    at = addChild(at, missing);
                }
                return at;
            }
        }
        throw new IllegalArgumentException("nothing of " + place + " is there");
    }

    private static Tree addChild(Tree parent, String local) {
        var type = Xsd.D16B.typeOf(parent);
        var child = type.children().stream()
                .filter(one -> one.name().endsWith(':' + local))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the schema has no " + local + " in " + parent.path()));
        return parent.add(Xsd.placeFor(parent, type, child), new Tree(child.name()));
    }

    /**
     * Where an edit goes.
     *
     * @param steps the last names of the path, without prefixes
     * @param number which of those that fit, from 1
     * @param attribute empty for the element itself
     */
    private record Place(List<String> steps, int number, String attribute) {

        static Place of(String written) {
            int number = 1;
            String path = written;
            int hash = path.indexOf('#');
            if (hash >= 0) {
                int end = hash + 2;
                number = Integer.parseInt(path.substring(hash + 1, end));
                path = path.substring(0, hash) + path.substring(end);
            }
            int at = path.indexOf('@');
            String attribute = at < 0 ? "" : path.substring(at + 1);
            return new Place(List.of((at < 0 ? path : path.substring(0, at)).split("/")), number, attribute);
        }

        List<Tree> all(Tree root) {
            var all = new ArrayList<Tree>();
            root.each(one -> {
                if (fits(one, steps.size() - 1)) {
                    all.add(one);
                }
            });
            return all;
        }

        void each(Tree root, Consumer<Tree> action) {
            all(root).forEach(action);
        }

        Tree first(Tree root) {
            var all = all(root);
            if (all.size() < number) {
                throw new IllegalArgumentException("there is no " + this);
            }
            return all.get(number - 1);
        }

        void set(Tree element, String text) {
            if (attribute.isEmpty()) {
                element.text = text;
            } else {
                element.attributes.put(attribute, text);
            }
        }

        private boolean fits(Tree element, int step) {
            if (element == null || !element.name.endsWith(':' + steps.get(step))) {
                return false;
            }
            return step == 0 || fits(element.parent, step - 1);
        }
    }
}
