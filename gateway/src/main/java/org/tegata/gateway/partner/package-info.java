/** The directory: which platforms and carriers are known, where they are and whose keys count for them; plain CRUD. */
@NullMarked
package org.tegata.gateway.partner;

import org.jspecify.annotations.NullMarked;
