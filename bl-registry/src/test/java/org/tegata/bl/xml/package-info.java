/** Tests of the bill's XML; golden files are named by the rule that they break. */
@NullMarked
package org.tegata.bl.xml;

import org.jspecify.annotations.NullMarked;
