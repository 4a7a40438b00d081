/**
 * What a party does with a key of its own: statements that it signs in order to act on a bill, the file that holds the
 * key, and the check of a bill's record with published keys. Knows no platform and starts nothing.
 */
@NullMarked
package org.tegata.cli.title;

import org.jspecify.annotations.NullMarked;
