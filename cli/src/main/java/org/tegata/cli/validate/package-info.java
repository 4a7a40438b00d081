/** {@code tegata validate}: finds the files, judges them on all cores, tells it. Knows the rules, but no service. */
@NullMarked
package org.tegata.cli.validate;

import org.jspecify.annotations.NullMarked;
