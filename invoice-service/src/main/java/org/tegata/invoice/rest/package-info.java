/** The HTTP edge: parses, authenticates, asks a use case, shows the result. */
@NullMarked
package org.tegata.invoice.rest;

import org.jspecify.annotations.NullMarked;
