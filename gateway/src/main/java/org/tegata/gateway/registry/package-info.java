/** The bl-registry as the gateway sees it: the owner of every bill, and the only one who decides on title. */
@NullMarked
package org.tegata.gateway.registry;

import org.jspecify.annotations.NullMarked;
