package org.tegata.rules.differential;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** Makes invoices worse at random: the same seed and number always give the same mutant. */
final class Mutator {

    private static final int STEPS_AT_MOST = 4;

    private final List<Tree> parents = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Kind> kinds = List.of(
            new Kind("delete", 10, this::delete),
            new Kind("double", 6, this::doubled),
            new Kind("swap neighbours", 2, this::swapNeighbours),
            new Kind("swap equals", 3, this::swapEquals),
            new Kind("move", 1, this::move),
            new Kind("rename", 1, this::rename),
            new Kind("text", 6, this::changeText),
            new Kind("another's text", 4, this::borrowText),
            new Kind("amount", 10, this::changeAmount),
            new Kind("code", 10, this::changeCode),
            new Kind("pad", 4, this::pad),
            new Kind("empty", 3, this::empty),
            new Kind("category", 6, this::changeCategory),
            new Kind("rate", 4, this::changeRate),
            new Kind("attribute", 7, this::changeAttribute),
            new Kind("new attribute", 5, this::addAttribute),
            new Kind("new child", 12, this::addChild),
            new Kind("graft", 5, this::graft),
            new Kind("all of a name", 3, this::changeAll));
    private final int weights = kinds.stream().mapToInt(Kind::weight).sum();

    private record Kind(String name, int weight, BiConsumer<Tree, SplittableRandom> change) {}

    /** From every invoice of the corpus that keeps to D16B. */
    Mutator() {
        Corpus.seedNames().forEach(name -> grow(name, Corpus.seed(name)));
        Corpus.PUBLISHED.forEach((name, xml) -> {
            if (name.startsWith("d16b/")) {
                grow(name, Tree.parse(xml));
            }
        });
    }

    private void grow(String name, Tree tree) {
        names.add(name);
        parents.add(tree);
    }

    Mutant mutant(long seed, int number) {
        var random = new SplittableRandom(seed * 1_000_003L + number);
        int parent = random.nextInt(parents.size());
        var tree = parents.get(parent).copy();
        var story = new StringBuilder(names.get(parent)).append(" #").append(number);
        int steps = 1 + Math.min(random.nextInt(STEPS_AT_MOST), random.nextInt(STEPS_AT_MOST));
        for (int step = 0; step < steps; step++) {
            var all = tree.all();
            var target = all.get(random.nextInt(all.size()));
            var kind = kind(random);
            story.append(", ").append(kind.name()).append(" at ").append(target.path());
            kind.change().accept(target, random);
        }
        return new Mutant(story.toString(), tree, Rendering.any(random, true));
    }

    private Kind kind(SplittableRandom random) {
        int left = random.nextInt(weights);
        for (Kind kind : kinds) {
            left -= kind.weight();
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException();
    }

    private void delete(Tree target, SplittableRandom random) {
        target.remove();
    }

    private void doubled(Tree target, SplittableRandom random) {
        if (target.parent != null) {
            var copy = target.parent.add(target.index() + 1, target.copy());
            if (copy.leaf() && random.nextBoolean()) {
                changeLeaf(copy, random);
            }
        }
    }

    private void swapNeighbours(Tree target, SplittableRandom random) {
        if (target.parent != null && target.index() > 0) {
            swap(target, target.parent.children.get(target.index() - 1));
        }
    }

    private void swapEquals(Tree target, SplittableRandom random) {
        Tree repeated = target;
        while (repeated.parent != null) {
            String name = repeated.name;
            var equals = repeated.parent.children.stream()
                    .filter(one -> one.name.equals(name))
                    .toList();
            if (equals.size() > 1) {
                swap(repeated, Values.pick(equals, random));
                return;
            }
            repeated = repeated.parent;
        }
    }

    private static void swap(Tree one, Tree other) {
        var siblings = one.parent.children;
        int first = one.index();
        int second = other.index();
        siblings.set(first, other);
        siblings.set(second, one);
    }

    private void move(Tree target, SplittableRandom random) {
        if (target.parent != null) {
            var parent = target.parent;
            target.remove();
            parent.add(random.nextInt(parent.children.size() + 1), target);
        }
    }

    private void rename(Tree target, SplittableRandom random) {
        target.name = random.nextBoolean() ? target.name + "s" : target.name.replace("ram:", "udt:");
    }

    private void changeText(Tree target, SplittableRandom random) {
        aLeaf(target, random).text = Values.text(random);
    }

    private void borrowText(Tree target, SplittableRandom random) {
        var leaf = aLeaf(target, random);
        var root = leaf;
        while (root.parent != null) {
            root = root.parent;
        }
        String local = leaf.name.replaceAll(".*?([A-Z][a-z]*)$", "$1");
        var others = root.all().stream()
                .filter(one -> one.leaf() && one.name.endsWith(local))
                .toList();
        if (!others.isEmpty()) {
            leaf.text = Values.pick(others, random).text;
        }
    }

    private void changeAmount(Tree target, SplittableRandom random) {
        var number = aLeafLike(target, random, "Amount", "Quantity", "Percent");
        number.text = amountLike(number.text, random);
    }

    static String amountLike(String text, SplittableRandom random) {
        BigDecimal value;
        try {
            value = new BigDecimal(text.strip());
        } catch (NumberFormatException none) {
            return Values.amount(random);
        }
        return switch (random.nextInt(14)) {
            case 0 -> value.add(new BigDecimal("0.01")).toPlainString();
            case 1 -> value.subtract(new BigDecimal("0.01")).toPlainString();
            case 2 -> value.multiply(BigDecimal.TEN).toPlainString();
            case 3 -> value.negate().toPlainString();
            case 4 -> text.contains(".") ? text + "0" : text + ".000";
            case 5 -> '+' + text;
            case 6 -> value.add(new BigDecimal("0.005")).toPlainString();
            case 7 -> value.add(BigDecimal.ONE).toPlainString();
            case 8 -> value.subtract(BigDecimal.ONE).toPlainString();
            case 9 -> value.add(new BigDecimal("0.99")).toPlainString();
            case 10 -> value.stripTrailingZeros().toPlainString();
            case 11 -> '-' + text;
            default -> Values.amount(random);
        };
    }

    private void changeCode(Tree target, SplittableRandom random) {
        var leaf = random.nextInt(3) == 0 ? aLeaf(target, random) : aLeafLike(target, random, "Code", "ID");
        leaf.text = Values.code(random);
    }

    private void pad(Tree target, SplittableRandom random) {
        var leaf = aLeaf(target, random);
        leaf.text = switch (random.nextInt(7)) {
            case 0 -> ' ' + leaf.text;
            case 1 -> leaf.text + ' ';
            case 2 -> '\n' + leaf.text + '\t';
            case 3 -> leaf.text.toLowerCase(java.util.Locale.ROOT);
            case 4 -> leaf.text.toUpperCase(java.util.Locale.ROOT);
            case 5 -> leaf.text + '\u00a0';
            default -> leaf.text + ' ' + leaf.text;
        };
    }

    private void empty(Tree target, SplittableRandom random) {
        target.text = "";
        target.children.clear();
    }

    private void changeCategory(Tree target, SplittableRandom random) {
        aLeafLike(target, random, "CategoryCode").text =
                Values.pick(List.of("S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"), random);
    }

    private void changeRate(Tree target, SplittableRandom random) {
        aLeafLike(target, random, "RateApplicablePercent").text =
                Values.pick(List.of("0", "0.0", "7", "19", "19.00", "25.0", "-1", "0.4", "0.5", "12.5"), random);
    }

    private void changeAttribute(Tree target, SplittableRandom random) {
        var having = rootOf(target).all().stream()
                .filter(one -> !one.attributes.isEmpty())
                .toList();
        if (having.isEmpty()) {
            return;
        }
        var chosen = Values.pick(having, random);
        String name = Values.pick(List.copyOf(chosen.attributes.keySet()), random);
        switch (random.nextInt(4)) {
            case 0 -> chosen.attributes.remove(name);
            case 1 -> chosen.attributes.put(name, ' ' + chosen.attributes.get(name) + ' ');
            case 2 -> chosen.attributes.put(name, Values.text(random));
            default -> chosen.attributes.put(name, Values.code(random));
        }
    }

    private void addAttribute(Tree target, SplittableRandom random) {
        var type = Xsd.D16B.typeOf(target);
        if (type == null || type.attributes().isEmpty() || random.nextInt(12) == 0) {
            target.attributes.put(
                    Values.pick(List.of("schemeID", "xsi:nil", "xml:lang", "listID", "xsi:type", "no"), random),
                    Values.pick(List.of("false", "true", "en", "0088", "udt:IDType", "udt:AmountType"), random));
            return;
        }
        String name = Values.pick(List.copyOf(type.attributes().keySet()), random);
        target.attributes.put(
                name,
                random.nextInt(3) == 0
                        ? Values.code(random)
                        : Values.plausibleAttribute(name, type.attributes().get(name)));
    }

    private void addChild(Tree target, SplittableRandom random) {
        var type = Xsd.D16B.typeOf(target);
        Tree parent = target;
        while (type != null && type.simple() && parent.parent != null) {
            parent = parent.parent;
            type = Xsd.D16B.typeOf(parent);
        }
        if (type == null || type.simple()) {
            return;
        }
        var child = Values.pick(type.children(), random);
        if (type.choice()) {
            parent.children.clear();
        }
        parent.text = "";
        var added = Xsd.D16B.fullest(child, random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0);
        parent.add(Xsd.placeFor(parent, type, child), added);
    }

    /** A part of another invoice instead of ours, where both have one of that name. */
    private void graft(Tree target, SplittableRandom random) {
        if (target.parent == null) {
            return;
        }
        var donor = Values.pick(parents, random).all().stream()
                .filter(one -> one.name.equals(target.name))
                .toList();
        if (!donor.isEmpty()) {
            var graft = Values.pick(donor, random).copy();
            int at = target.index();
            var parent = target.parent;
            if (random.nextBoolean()) {
                target.remove();
            }
            parent.add(at, graft);
        }
    }

    private void changeAll(Tree target, SplittableRandom random) {
        var leaf = aLeaf(target, random);
        String before = leaf.text;
        changeLeaf(leaf, random);
        for (Tree one : rootOf(target).all()) {
            if (one.leaf() && one.name.equals(leaf.name) && one.text.equals(before)) {
                one.text = leaf.text;
            }
        }
    }

    private static void changeLeaf(Tree leaf, SplittableRandom random) {
        leaf.text = switch (random.nextInt(3)) {
            case 0 -> amountLike(leaf.text, random);
            case 1 -> Values.code(random);
            default -> Values.text(random);
        };
    }

    private static Tree rootOf(Tree tree) {
        return tree.parent == null ? tree : rootOf(tree.parent);
    }

    private static Tree aLeaf(Tree target, SplittableRandom random) {
        Tree leaf = target;
        while (!leaf.leaf()) {
            leaf = Values.pick(leaf.children, random);
        }
        return leaf;
    }

    private static Tree aLeafLike(Tree target, SplittableRandom random, String... endings) {
        var like = rootOf(target).all().stream()
                .filter(one -> one.leaf() && List.of(endings).stream().anyMatch(one.name::endsWith))
                .toList();
        return like.isEmpty() ? aLeaf(target, random) : Values.pick(like, random);
    }
}
