package org.tegata.rules.differential;

import java.util.LinkedHashMap;
import java.util.Map;

/** Documents for tests outside this package. */
public final class Samples {

    private Samples() {}

    /** The corpus, seeds included, by name. */
    public static Map<String, byte[]> published() {
        return Corpus.all();
    }

    /** Random mutants by their story. */
    public static Map<String, byte[]> mutants(long seed, int count) {
        var mutator = new Mutator();
        var mutants = new LinkedHashMap<String, byte[]>();
        for (int number = 0; number < count; number++) {
            var mutant = mutator.mutant(seed, number);
            mutants.put(mutant.story(), mutant.xml());
        }
        return mutants;
    }
}
