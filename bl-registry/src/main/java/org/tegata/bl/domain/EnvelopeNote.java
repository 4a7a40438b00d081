package org.tegata.bl.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * What an entry of the record says of an envelope between platforms. The signed chain itself is kept beside the record;
 * {@code chainLength} and {@code lastEntryChecksum} pin it, as its entries are linked by hash.
 *
 * @param otherPlatform where the envelope goes to, or came from
 * @param chainLength how many signed chain entries are on record after this
 * @param lastEntryChecksum SHA-256 of the last of them
 * @param responseCode the other platform's signed answer
 * @param answerChecksum SHA-256 of that answer's JWS
 * @param recipient which of the recipient's codes names the party of this platform: settled once, on arrival
 */
public record EnvelopeNote(
        UUID envelopeId,
        EnvelopePurpose purpose,
        String otherPlatform,
        int chainLength,
        @Nullable String lastEntryChecksum,
        @Nullable String responseCode,
        @Nullable String answerChecksum,
        @Nullable PartyId recipient) {}
