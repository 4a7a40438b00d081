/**
 * The documentary credit as UCP 600 has it: what it says, who may do what and when, what is left to draw. Pure Java; no
 * framework, no XML, no SWIFT syntax.
 */
@NullMarked
package org.tegata.lc.domain;

import org.jspecify.annotations.NullMarked;
