/**
 * How Tegata says no: a refused request is a {@link org.tegata.problem.Rejected} of a catalogued {@link
 * org.tegata.problem.ProblemType} (RFC 9457); a faulty document is a result, a {@link
 * org.tegata.problem.ValidationReport} of {@link org.tegata.problem.Finding}s. Pure Java: domains may use it.
 */
@NullMarked
package org.tegata.problem;

import org.jspecify.annotations.NullMarked;
