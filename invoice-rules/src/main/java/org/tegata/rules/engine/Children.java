package org.tegata.rules.engine;

import java.util.List;
import org.tegata.rules.schema.Particle;

/** The children that a type allows: found by the name as the parser gives it, in a small open hash table. */
final class Children {

    private final String[] locals;
    private final String[] namespaces;
    private final int[] particles;
    private final int mask;
    /** How many of the particles before each one must be there. */
    private final int[] requiredBefore;

    Children(List<Particle> allowed) {
        requiredBefore = new int[allowed.size() + 1];
        for (int i = 0; i < allowed.size(); i++) {
            requiredBefore[i + 1] = requiredBefore[i] + (allowed.get(i).min() > 0 ? 1 : 0);
        }
        int size = Integer.highestOneBit(Math.max(1, allowed.size()) * 4 - 1);
        locals = new String[size];
        namespaces = new String[size];
        particles = new int[size];
        mask = size - 1;
        for (int i = 0; i < allowed.size(); i++) {
            var name = allowed.get(i).name();
            int slot = name.local().hashCode() & mask;
            while (locals[slot] != null) {
                slot = slot + 1 & mask;
            }
            locals[slot] = name.local();
            namespaces[slot] = name.namespace();
            particles[slot] = i;
        }
    }

    /** Whether any particle from one on, and before another, must be there. */
    boolean requires(int from, int before) {
        return from < before && requiredBefore[before] > requiredBefore[from];
    }

    /** The index of the particle, or -1. */
    int find(String namespace, String local) {
        int slot = local.hashCode() & mask;
        while (locals[slot] != null) {
            // The parser's names are interned as ours are: mostly they are the same object.
            if ((locals[slot] == local || locals[slot].equals(local)) && namespaces[slot].equals(namespace)) {
                return particles[slot];
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }
}
