package org.tegata.rules.xrechnung;

import java.util.function.UnaryOperator;

/**
 * A rule, an invoice that a change makes break it, and a like change that does not.
 *
 * @param rule the id
 * @param broken the invoice that must earn the finding
 * @param kept the near miss that must not
 */
public record Story(String rule, Draft broken, Draft kept) {

    /** The beginning of a story about a rule, told of an invoice. */
    public static Beginning story(String rule, Draft invoice) {
        return new Beginning(rule, invoice);
    }

    /** A story without its changes. */
    public record Beginning(String rule, Draft invoice) {

        public Middle broken(UnaryOperator<Draft> change) {
            return new Middle(this, change.apply(invoice));
        }
    }

    /** A story without its near miss. */
    public record Middle(Beginning beginning, Draft broken) {

        public Story kept(UnaryOperator<Draft> change) {
            return new Story(beginning.rule(), broken, change.apply(beginning.invoice()));
        }
    }

    @Override
    public String toString() {
        return rule;
    }
}
