/** The bill's JSON languages: DCSA's transport document and our facts. */
@NullMarked
package org.tegata.bl.json;

import org.jspecify.annotations.NullMarked;
