package org.tegata.bl.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.ChangeOfMedium;
import org.tegata.bl.domain.EnvelopeNote;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.bl.json.TransactionJson;

/**
 * One entry of a bill's record. The seal is a JWS by the register over all of it, the actor's {@code signedAct}
 * included, and {@code previous}, the SHA-256 of the seal before; {@code checksum} is the SHA-256 of this seal.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        long sequence,
        String act,
        String recordedAt,
        @Nullable String party,
        List<TransactionView> transactions,
        @Nullable Envelope envelope,
        @Nullable Change changeOfMedium,
        @Nullable String signedAct,
        @Nullable String previous,
        String checksum,
        String seal) {

    /** The envelope that the entry speaks of. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Envelope(
            String envelopeId,
            String otherPlatform,
            int chainLength,
            @Nullable String lastEntryChecksum,
            @Nullable String responseCode,
            @Nullable String answerChecksum) {

        static Envelope of(EnvelopeNote note) {
            return new Envelope(
                    note.envelopeId().toString(),
                    note.otherPlatform(),
                    note.chainLength(),
                    note.lastEntryChecksum(),
                    note.responseCode(),
                    note.answerChecksum());
        }
    }

    /** Paper originals issued for the bill, or cancelled for it (MLETR art. 17 and 18). */
    record Change(ChangeOfMedium.Direction direction, int originals, String place) {

        static Change of(ChangeOfMedium change) {
            return new Change(change.direction(), change.originals(), change.place());
        }
    }

    static EntryView of(SealedEntry sealed) {
        var entry = sealed.entry();
        return new EntryView(
                entry.sequence(),
                entry.act().name(),
                TransactionJson.time(entry.recordedAt()),
                entry.party() == null ? null : entry.party().toString(),
                entry.transactions().stream().map(TransactionView::of).toList(),
                entry.envelope() == null ? null : Envelope.of(entry.envelope()),
                entry.changeOfMedium() == null ? null : Change.of(entry.changeOfMedium()),
                entry.signedAct(),
                sealed.previousChecksum(),
                sealed.checksum(),
                sealed.seal());
    }
}
