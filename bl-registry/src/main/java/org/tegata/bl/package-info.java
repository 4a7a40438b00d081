/** The register of title for electronic bills of lading: here only its configuration; the folders hold the rest. */
@NullMarked
package org.tegata.bl;

import org.jspecify.annotations.NullMarked;
