/** Tests of the use cases. */
@NullMarked
package org.tegata.bl.application;

import org.jspecify.annotations.NullMarked;
