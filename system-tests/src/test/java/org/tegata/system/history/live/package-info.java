/** The history checker against two real instances of the register, one PostgreSQL and one Kafka, under faults. */
package org.tegata.system.history.live;
