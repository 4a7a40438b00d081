/** Tests of lc-service. */
@NullMarked
package org.tegata.lc;

import org.jspecify.annotations.NullMarked;
