package org.tegata.bl.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tegata.access.PartyId;

/** The keys of the organisations of this platform, past and present. */
public interface PartyKeys {

    /** The key as this process last saw it; an act is kept only if the key is in force then. */
    Optional<PartyKey> remembered(PartyId party, String keyId);

    /** The key as it is now. */
    Optional<PartyKey> find(PartyId party, String keyId);

    /** All keys of an organisation, the newest first. */
    List<PartyKey> of(PartyId party);

    /** Keeps a new key; false when the organisation has it already, and then nothing changes. */
    boolean add(PartyKey key);

    /** The same, if the party's key that signed for it is in force at that moment. */
    boolean add(PartyKey key, String signedBy, Instant at);

    /** Revokes for good; false when it was revoked before or does not exist, and then nothing changes. */
    boolean revoke(PartyId party, String keyId, Instant at, String reason);
}
