/**
 * Two trade platforms on one machine: PostgreSQL, Kafka, a token issuer for the sample parties, and the services as
 * processes of their own. Knows no HTTP endpoint but the administrative ones; the trade itself is in its neighbour.
 */
@NullMarked
package org.tegata.cli.platform;

import org.jspecify.annotations.NullMarked;
