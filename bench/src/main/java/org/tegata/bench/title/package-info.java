/** {@code bench/run title}: acts on the register of title against the same SQL by {@code pgbench}, in the same run. */
@NullMarked
package org.tegata.bench.title;

import org.jspecify.annotations.NullMarked;
