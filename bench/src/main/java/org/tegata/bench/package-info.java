/** The one runner of all benchmarks: {@code bench/run NAME}. */
@NullMarked
package org.tegata.bench;

import org.jspecify.annotations.NullMarked;
