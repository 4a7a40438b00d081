/** The {@code tegata} command line: {@code up} and {@code demo}. Parses and prints; its neighbours do the work. */
@NullMarked
package org.tegata.cli;

import org.jspecify.annotations.NullMarked;
