/** The bill's XML language: bytes to the domain's view of them; the only place that knows JAXB. */
@NullMarked
package org.tegata.bl.xml;

import org.jspecify.annotations.NullMarked;
