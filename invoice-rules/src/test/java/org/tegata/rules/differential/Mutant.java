package org.tegata.rules.differential;

/**
 * A changed invoice.
 *
 * @param story from what and how it came to be, so that a failure can be understood
 */
record Mutant(String story, Tree tree, Rendering rendering) {

    Mutant(String story, Tree tree) {
        this(story, tree, Rendering.PLAIN);
    }

    byte[] xml() {
        return rendering.render(tree);
    }
}
