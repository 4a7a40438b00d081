/**
 * The letter of credit as UN/CEFACT-style XML: the codec between our LetterOfCredit message and the domain. The
 * generated classes are reachable from here only.
 */
@NullMarked
package org.tegata.lc.xml;

import org.jspecify.annotations.NullMarked;
