/** {@code bench/run invoice}: the invoice engine against the official artefacts, and the service around it. */
@NullMarked
package org.tegata.bench.invoice;

import org.jspecify.annotations.NullMarked;
