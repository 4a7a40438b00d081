/** The Japanese rules for qualified invoices (適格請求書, Consumption Tax Act art. 57-4), written by us. */
@NullMarked
package org.tegata.rules.japan;

import org.jspecify.annotations.NullMarked;
