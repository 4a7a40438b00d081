/**
 * What an invoice is, what it may become, and the rules that it must keep: pure Java, no framework, no XML. May import
 * the JDK, {@code org.tegata.problem} and {@link org.tegata.access.PartyId}; nothing else.
 */
@NullMarked
package org.tegata.invoice.domain;

import org.jspecify.annotations.NullMarked;
