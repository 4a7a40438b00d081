/** The bill of lading as a document: reading, judging and mapping it, alone and in the service. */
@NullMarked
package org.tegata.bench.bill;

import org.jspecify.annotations.NullMarked;
