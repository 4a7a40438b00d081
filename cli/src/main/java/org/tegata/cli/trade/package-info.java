/**
 * One whole trade, from the invoice to the delivery of the cargo, through the public HTTP APIs alone; each step gives
 * its evidence to whoever calls it (the demo prints it, the system tests assert it).
 */
@NullMarked
package org.tegata.cli.trade;

import org.jspecify.annotations.NullMarked;
