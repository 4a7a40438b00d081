/** What lc-service can do, one class a use case; each is one transaction: load, decide, save, append the event. */
@NullMarked
package org.tegata.lc.application;

import org.jspecify.annotations.NullMarked;
