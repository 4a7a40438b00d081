/** A register of title in memory, once right and once with each seeded bug, to see whether the checker sees. */
package org.tegata.system.history.toy;
