/** Tests of the register of title. */
@NullMarked
package org.tegata.bl.domain;

import org.jspecify.annotations.NullMarked;
