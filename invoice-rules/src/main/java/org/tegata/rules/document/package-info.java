/** What rules read: elements of one invoice by name and path. Nothing here knows how they were parsed. */
@NullMarked
package org.tegata.rules.document;

import org.jspecify.annotations.NullMarked;
