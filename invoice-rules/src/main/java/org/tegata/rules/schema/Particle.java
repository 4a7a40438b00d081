package org.tegata.rules.schema;

import org.tegata.rules.document.Name;

/**
 * One child that a type allows.
 *
 * @param type index of its type in {@link SchemaTables#types()}
 * @param min how often at least
 * @param max how often at most; {@link #UNBOUNDED} for no limit
 */
public record Particle(Name name, int type, int min, int max) {

    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** Whether it may be there more than once. */
    public boolean repeats() {
        return max > 1;
    }
}
