/** Who is asking: the organisation that acts, taken from its bearer token; the same answer to strangers everywhere. */
@NullMarked
package org.tegata.access;

import org.jspecify.annotations.NullMarked;
