/** What can be done with a bill: one class a use case, each one transaction. */
@NullMarked
package org.tegata.bl.application;

import org.jspecify.annotations.NullMarked;
