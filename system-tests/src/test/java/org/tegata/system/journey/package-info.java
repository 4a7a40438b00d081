/** Whole trades over six real services, a real PostgreSQL and a real Kafka, through the public HTTP APIs. */
@NullMarked
package org.tegata.system.journey;

import org.jspecify.annotations.NullMarked;
