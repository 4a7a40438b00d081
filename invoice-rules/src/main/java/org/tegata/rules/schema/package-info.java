/** The official schemas as tables, made at build time from the unmodified XSD files. */
@NullMarked
package org.tegata.rules.schema;

import org.jspecify.annotations.NullMarked;
