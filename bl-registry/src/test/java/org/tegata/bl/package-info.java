/** What the tests of several folders share. */
@NullMarked
package org.tegata.bl;

import org.jspecify.annotations.NullMarked;
