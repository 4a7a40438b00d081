/** Random bills in both languages: valid by their schemas, and over time using all of them. */
@NullMarked
package org.tegata.bill.any;

import org.jspecify.annotations.NullMarked;
