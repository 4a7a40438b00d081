package org.tegata.bl.domain;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the record as the register sealed it.
 *
 * @param previousChecksum SHA-256 of the seal of the entry before; sealed with this entry
 * @param checksum SHA-256 of this seal
 * @param seal JWS compact, exactly as stored
 */
public record SealedEntry(RegisterEntry entry, @Nullable String previousChecksum, String checksum, String seal) {}
