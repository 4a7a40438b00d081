/** The bill of lading as a document: in UN/CEFACT XML, in DCSA's JSON, and what both say of it (no server, ADR 23). */
@NullMarked
package org.tegata.bill;

import org.jspecify.annotations.NullMarked;
