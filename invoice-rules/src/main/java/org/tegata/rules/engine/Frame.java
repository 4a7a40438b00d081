package org.tegata.rules.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.schema.ElementType;
import org.tegata.rules.schema.Particle;

/** How far the children of an open element have come in its type (its content model). Used again at its depth. */
final class Frame {

    /** What a child breaks by being here, or the end by coming here. */
    record Fault(
            String rule,
            String message,
            String messageJa,
            @Nullable String expected) {}

    @SuppressWarnings("NullAway.Init") // set when the element opens
    Part part;

    private int at;
    private int seen;
    private boolean broken;

    void open(Part opened) {
        part = opened;
        at = 0;
        seen = 0;
        broken = false;
    }

    /** Goes on to a child; what it breaks, or null. */
    @Nullable
    Fault child(int particle, String name) {
        if (broken) {
            return null;
        }
        ElementType type = part.node.type;
        boolean fits = particle >= 0 && (type.choice() ? chosen(particle) : inOrder(type.particles(), particle));
        if (fits) {
            return null;
        }
        broken = true;
        String expected = expected(type);
        return expected == null
                ? new Fault(
                        "cvc-complex-type.2.4.d",
                        name + " is not allowed here, and nothing else is",
                        "ここに " + name + " は置けません(他の要素も置けません)",
                        null)
                : new Fault(
                        "cvc-complex-type.2.4.a",
                        name + " is not allowed here, or stands in the wrong order",
                        "ここに " + name + " は置けません(または順序が違います)",
                        expected);
    }

    /** The element closes; what is missing, or null. */
    @Nullable
    Fault end() {
        ElementType type = part.node.type;
        if (broken || type.value() != null) {
            return null;
        }
        boolean complete = type.choice()
                ? seen > 0 || type.particles().stream().anyMatch(particle -> particle.min() == 0)
                : !owes(type.particles(), type.particles().size());
        return complete
                ? null
                : new Fault(
                        "cvc-complex-type.2.4.b",
                        part.node.name + " is not complete",
                        part.node.name + " に必要な要素がありません",
                        expected(type));
    }

    private boolean chosen(int particle) {
        if (seen > 0) {
            return false;
        }
        at = particle;
        seen = 1;
        return true;
    }

    private boolean inOrder(List<Particle> particles, int particle) {
        if (particle < at || particle > at && owes(particles, particle)) {
            return false;
        }
        if (particle > at) {
            at = particle;
            seen = 0;
        }
        if (seen == particles.get(particle).max()) {
            return false;
        }
        seen++;
        return true;
    }

    /** Whether something before that particle must still come. */
    private boolean owes(List<Particle> particles, int before) {
        if (at < before && seen < particles.get(at).min()) {
            return true;
        }
        return part.node.children.requires(at + 1, before);
    }

    private @Nullable String expected(ElementType type) {
        var particles = type.particles();
        if (type.choice()) {
            return seen > 0 ? null : names(particles);
        }
        int to = at;
        while (to < particles.size()
                && (to == at ? seen : 0) >= particles.get(to).min()) {
            to++;
        }
        int from = at < particles.size() && seen == particles.get(at).max() ? at + 1 : at;
        return from >= particles.size() ? null : names(particles.subList(from, Math.min(to + 1, particles.size())));
    }

    private static String names(List<Particle> particles) {
        return particles.stream()
                .limit(8)
                .map(particle -> particle.name().toString())
                .collect(Collectors.joining(", ", "", particles.size() > 8 ? ", …" : ""));
    }
}
