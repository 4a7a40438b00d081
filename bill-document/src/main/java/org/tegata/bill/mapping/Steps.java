package org.tegata.bill.mapping;

import java.util.ArrayList;
import java.util.List;

/** The rows of a section, for one type of element and one type of member. */
final class Steps implements Step {

    private final List<Step> steps = new ArrayList<>();

    /** Only while the table is compiled. */
    void add(Step step) {
        steps.add(step);
    }

    @Override
    public void tidy(Place at, Pass pass) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).tidy(at, pass);
        }
    }

    /** The parts first: their elements are what others follow from. */
    @Override
    public void derive(Place at, boolean saidOnly) {
        for (int i = 0; i < steps.size(); i++) {
            if (!(steps.get(i) instanceof Derivation)) {
                steps.get(i).derive(at, saidOnly);
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Derivation derivation) {
                derivation.derive(at, saidOnly);
            }
        }
    }

    @Override
    public boolean follow(Place from, Place to, Side side) {
        boolean said = false;
        for (int i = 0; i < steps.size(); i++) {
            said |= steps.get(i).follow(from, to, side);
        }
        return said;
    }
}
