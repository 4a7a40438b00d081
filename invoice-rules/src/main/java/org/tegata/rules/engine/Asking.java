package org.tegata.rules.engine;

import org.tegata.problem.Severity;
import org.tegata.rules.rule.Rule;

/**
 * One rule of one book as the engine asks it.
 *
 * @param index over all rules of the rule set: the order in which findings at one place are told
 * @param book index of its book
 * @param severity as this rule set weighs it
 */
record Asking(int index, int book, Rule<Object> rule, Severity severity) {}
