/** A plain HTTP client of Tegata's public APIs: nothing here knows a service from the inside. */
@NullMarked
package org.tegata.cli.api;

import org.jspecify.annotations.NullMarked;
