/** Tests of the bill's JSON languages and of their agreement with its XML. */
@NullMarked
package org.tegata.bl.json;

import org.jspecify.annotations.NullMarked;
