/** Tests of the register of title. */
@NullMarked
package org.tegata.bl.rest;

import org.jspecify.annotations.NullMarked;
