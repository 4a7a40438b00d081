package org.tegata.bl.pdf;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be put on paper of a bill: the document, the record in words, and what is attached as data.
 *
 * @param original whether the reader has control of the bill, here and now; everybody else gets a copy
 * @param kind its heading
 * @param head SHA-256 of the record's last seal
 * @param checksum SHA-256 of the transport document
 * @param renderedAt whole seconds; the file's date too, so that the same record and time give the same bytes
 * @param verification the address of the public page that says whether this is still so; null for a draft
 * @param signature who issued it and what in the record says so; that it is a draft if nobody did
 * @param standing how the bill stands: state, holder, endorsee
 * @param document DCSA's transport document
 * @param unsaid what the bill says in the language it came in, and the transport document cannot
 */
public record Paper(
        boolean original,
        Bilingual marking,
        Kind kind,
        String number,
        String id,
        String version,
        String head,
        String checksum,
        Instant renderedAt,
        @Nullable String verification,
        Bilingual signature,
        List<Fact> standing,
        List<Bilingual> changesOfMedium,
        List<Amendment> amendments,
        List<Act> acts,
        JsonNode document,
        List<Unsaid> unsaid,
        List<Attachment> attachments) {

    public Paper {
        standing = List.copyOf(standing);
        changesOfMedium = List.copyOf(changesOfMedium);
        amendments = List.copyOf(amendments);
        acts = List.copyOf(acts);
        unsaid = List.copyOf(unsaid);
        attachments = List.copyOf(attachments);
    }

    /** Which document it is, as its heading says it. */
    public enum Kind {
        BILL_OF_LADING("BILL OF LADING", "船荷証券"),
        SEA_WAYBILL("NON-NEGOTIABLE SEA WAYBILL", "海上運送状（譲渡不能）");

        private final String english;
        private final String japanese;

        Kind(String english, String japanese) {
            this.english = english;
            this.japanese = japanese;
        }

        Bilingual heading() {
            return new Bilingual(english, japanese);
        }
    }

    /** The same in English and Japanese. */
    public record Bilingual(String english, String japanese) {}

    /** One line of how the bill stands. */
    public record Fact(Bilingual name, String value) {}

    /** One member that says something else than in the bill that was replaced (MLETR art. 16). */
    public record Amendment(String path, String before, String after) {}

    /**
     * One entry of the record in words.
     *
     * @param checksum SHA-256 of its seal
     */
    public record Act(String sequence, String recordedAt, Bilingual words, String checksum) {}

    /** What the other language cannot say: where it stands, what stands there, and why. */
    public record Unsaid(String location, String value, String reason) {}

    /**
     * A file that the paper carries (ISO 19005-3, associated files).
     *
     * @param name chosen here, never by whoever sent the document
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Attachment(String name, String mediaType, Relationship relationship, String what, byte[] content) {}

    /** What an attached file is to the pages (ISO 32000-2, AFRelationship). */
    public enum Relationship {
        SOURCE("Source"),
        DATA("Data"),
        SUPPLEMENT("Supplement");

        private final String pdfName;

        Relationship(String pdfName) {
            this.pdfName = pdfName;
        }

        String pdfName() {
            return pdfName;
        }
    }
}
