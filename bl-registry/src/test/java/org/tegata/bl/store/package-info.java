/** Tests of the register of title. */
@NullMarked
package org.tegata.bl.store;

import org.jspecify.annotations.NullMarked;
