/**
 * One class a use case, named by its verb. Sees the domain, the codec and the foundation; one transaction each.
 */
@NullMarked
package org.tegata.invoice.application;

import org.jspecify.annotations.NullMarked;
