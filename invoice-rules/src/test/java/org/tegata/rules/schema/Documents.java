package org.tegata.rules.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tegata.rules.schema.ElementType.AttributeUse;

/** Documents made from the tables of a release: with as little as possible around the type in question. */
final class Documents {

    private final SchemaTables tables;

    /** How each type is first reached: the particles from the root on. */
    private final Map<Integer, List<Particle>> ways = new HashMap<>();

    Documents(Release release) {
        this.tables = SchemaTables.of(release);
        var queue = new ArrayDeque<Integer>();
        ways.put(tables.rootType(), List.of());
        queue.add(tables.rootType());
        while (!queue.isEmpty()) {
            int number = queue.remove();
            for (Particle particle : type(number).particles()) {
                var way = new ArrayList<>(ways.get(number));
                way.add(particle);
                if (ways.putIfAbsent(particle.type(), way) == null) {
                    queue.add(particle.type());
                }
            }
        }
    }

    SchemaTables tables() {
        return tables;
    }

    ElementType type(int number) {
        return tables.types().get(number);
    }

    /** A document, and the element in it that is of the type in question. */
    record Placed(Tree document, Tree element) {}

    /** The smallest valid document with an element of that type, which is itself the smallest. */
    Placed smallest(int type) {
        var document = new Tree(tables.rootName());
        fill(document, tables.rootType());
        Tree element = document;
        int parent = tables.rootType();
        for (Particle particle : ways.get(type)) {
            element = put(element, parent, particle);
            parent = particle.type();
        }
        return new Placed(document, element);
    }

    /** The child of that kind, which is put in its place if it is not there. */
    Tree put(Tree element, int type, Particle particle) {
        for (Tree child : element.children) {
            if (child.name.equals(particle.name().toString())) {
                return child;
            }
        }
        var child = smallestElement(particle);
        if (type(type).choice()) {
            element.children.clear();
            element.children.add(child);
        } else {
            element.children.add(place(element, type, particle), child);
        }
        return child;
    }

    private int place(Tree element, int type, Particle particle) {
        var particles = type(type).particles();
        int order = particles.indexOf(particle);
        int place = 0;
        while (place < element.children.size() && order(particles, element.children.get(place)) < order) {
            place++;
        }
        return place;
    }

    private static int order(List<Particle> particles, Tree child) {
        for (int i = 0; i < particles.size(); i++) {
            if (particles.get(i).name().toString().equals(child.name)) {
                return i;
            }
        }
        return particles.size();
    }

    /** An element with no more than must be. */
    Tree smallestElement(Particle particle) {
        var element = new Tree(particle.name());
        fill(element, particle.type());
        return element;
    }

    private void fill(Tree element, int number) {
        ElementType type = type(number);
        if (type.value() != null) {
            element.text = valid(type.value());
        } else if (type.choice()) {
            element.children.add(smallestElement(type.particles().get(0)));
        } else {
            for (Particle particle : type.particles()) {
                for (int i = 0; i < particle.min(); i++) {
                    element.children.add(smallestElement(particle));
                }
            }
        }
    }

    /** Everything that may be there, twice where that is allowed; the parts are the smallest. */
    Tree largestElement(String name, int number) {
        var element = new Tree(name);
        ElementType type = type(number);
        if (type.value() != null) {
            element.text = valid(type.value());
        }
        for (AttributeUse attribute : type.attributes()) {
            element.attributes.put(attribute.name(), valid(attribute.type()));
        }
        for (Particle particle : type.choice() ? type.particles().subList(0, 1) : type.particles()) {
            for (int i = 0; i < (particle.repeats() ? 2 : 1); i++) {
                element.children.add(smallestElement(particle));
            }
        }
        return element;
    }

    /** Any valid element, deeper parts the rarer. */
    Tree random(String name, int number, Random random, int depth) {
        var element = new Tree(name);
        ElementType type = type(number);
        if (type.value() != null) {
            element.text = LexicalValues.likelyValid(type.value(), random);
        }
        for (AttributeUse attribute : type.attributes()) {
            if (attribute.required() || random.nextInt(4) == 0) {
                element.attributes.put(attribute.name(), LexicalValues.likelyValid(attribute.type(), random));
            }
        }
        var particles = type.choice()
                ? List.of(type.particles().get(random.nextInt(type.particles().size())))
                : type.particles();
        for (Particle particle : particles) {
            int more = particle.repeats() && random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
            int count = random.nextInt(Math.max(2, 3 * depth)) == 0 ? 1 + more : particle.min();
            for (int i = 0; i < Math.max(count, particle.min()); i++) {
                element.children.add(random(particle.name().toString(), particle.type(), random, depth + 1));
            }
        }
        return element;
    }

    /** A text that such a value may be. */
    static String valid(ValueType type) {
        if (type.fixed() != null) {
            return type.fixed();
        }
        if (!type.codes().isEmpty()) {
            return type.codes().get(type.codes().size() / 2);
        }
        return switch (type.builtin()) {
            case STRING, TOKEN, ANY_URI -> "abc";
            case DECIMAL -> "12.50";
            case BOOLEAN -> "true";
            case DATE -> "2026-11-20";
            case DATE_TIME -> "2026-11-20T09:30:00Z";
            case BASE64_BINARY -> "SGVsbG8=";
        };
    }
}
