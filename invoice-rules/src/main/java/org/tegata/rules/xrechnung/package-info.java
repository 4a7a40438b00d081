/** The German rules on top of EN 16931 (XRechnung); conditions are KoSIT's, the wording is ours. */
@NullMarked
package org.tegata.rules.xrechnung;

import org.jspecify.annotations.NullMarked;
