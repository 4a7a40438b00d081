/**
 * A real PostgreSQL and a real Kafka without Docker or an installation: for the tests and for {@code ./tegata}. Nothing
 * here may be a dependency of a service outside its tests.
 */
@NullMarked
package org.tegata.embedded;

import org.jspecify.annotations.NullMarked;
