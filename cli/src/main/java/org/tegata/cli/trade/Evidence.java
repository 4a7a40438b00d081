package org.tegata.cli.trade;

import java.util.List;
import java.util.Map;

/** What each step of the trade leaves behind, for those who check it. */
public final class Evidence {
    private Evidence() {}

    /** A document as its owner knows it: its id and the SHA-256 (hex) of its bytes. */
    public record Document(String id, String digest, String number) {}

    /** One finding of a validation: which rule, where. */
    public record Finding(String ruleId, String location, String message) {}

    /** Step 1. {@code foreign}: invoices that nobody at Tegata wrote; the findings are those of the broken copies. */
    public record Invoices(
            Document export, List<Document> foreign, List<Finding> schemaFindings, List<Finding> ruleFindings) {}

    /** Step 2. */
    public record Credit(
            String id, String number, String status, String confirmation, String mt700Digest, String xmlRoot) {}

    /** Step 3. */
    public record Bill(String id, String digest, String checksum, String number, String status, String holder) {}

    /** One reason to refuse a presentation. */
    public record Discrepancy(
            String ruleId, String article, String location, String creditValue, String documentValue, String message) {}

    /** One presentation and what the bank found. */
    public record Presentation(
            String creditId, String id, String verdict, String status, List<Discrepancy> discrepancies) {}

    /** Step 4. */
    public record Presentations(Presentation complying, Presentation refused) {}

    /** Step 5. */
    public record Transfer(
            String envelopeReference,
            String responseCode,
            String importerBillId,
            String holder,
            List<String> chainActions,
            String repeatedResponseCode,
            List<String> refusedActs) {}

    /** Step 6: the bill's status on the carrier's platform and on the importer's. */
    public record Delivery(String carrierStatus, String importerStatus, List<String> refusedActs) {}

    /** One topic against the outbox of the service that owns it. */
    public record Topic(String name, int stored, int published, int repeats, int documents, List<String> differences) {}

    /** Step 7. */
    public record Audit(Map<String, Topic> topics) {
        public Audit {
            topics = Map.copyOf(topics);
        }
    }
}
