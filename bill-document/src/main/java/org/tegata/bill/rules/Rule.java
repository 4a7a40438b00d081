package org.tegata.bill.rules;

import org.tegata.problem.Severity;

/**
 * One entry of the catalogue: something that a bill must, or should, say beyond its schema.
 *
 * @param id stable for ever: never reused, a rule that goes is {@link Catalogue#retired retired}
 * @param severity whether breaking it makes the bill invalid
 * @param source the standard, rule or practice that asks for it
 * @param says what is wrong when it is broken
 * @param saysJa the same in Japanese
 * @param hint how to mend it
 * @param hintJa the same in Japanese
 */
public record Rule(
        String id, Severity severity, String source, String says, String saysJa, String hint, String hintJa) {

    static Rule error(String id, String source, String says, String saysJa, String hint, String hintJa) {
        return new Rule(id, Severity.ERROR, source, says, saysJa, hint, hintJa);
    }

    static Rule warning(String id, String source, String says, String saysJa, String hint, String hintJa) {
        return new Rule(id, Severity.WARNING, source, says, saysJa, hint, hintJa);
    }
}
