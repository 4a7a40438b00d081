/** invoice-service: owns invoices. Here stand its settings; the six folders below are those of ADR 3. */
@NullMarked
package org.tegata.invoice;

import org.jspecify.annotations.NullMarked;
