/** Bills of lading and who controls them: pure Java, no framework. */
@NullMarked
package org.tegata.bl.domain;

import org.jspecify.annotations.NullMarked;
