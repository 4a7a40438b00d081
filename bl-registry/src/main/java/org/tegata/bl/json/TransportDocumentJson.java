package org.tegata.bl.json;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillFacts;
import org.tegata.bl.domain.TransportDocument;
import org.tegata.problem.Finding;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.Severity;
import org.tegata.problem.ValidationReport;
import org.tegata.seal.CanonicalJson;

/**
 * The codec of DCSA's TransportDocument (PINT 3.0.0). Reading is lenient on attributes that it does not know and strict
 * on everything else; writing is deterministic. A pure function, thread-safe.
 */
@Singleton
public class TransportDocumentJson {

    /** The rules that judge: DCSA's required attributes, lengths, patterns and codes, and a few of its conditions. */
    public static final String RULE_SET = "dcsa-transport-document-3.0.0";

    /** More findings than this say nothing new. */
    private static final int MAX_FINDINGS = 200;

    /**
     * The transport document in RFC 8785 form. Its checksum is the SHA-256 of exactly these characters in UTF-8; a
     * platform keeps and sends them unchanged for the life of the bill.
     */
    public String write(TransportDocument document) {
        String json = TransportDocumentWriter.write(document).toString();
        return new String(CanonicalJson.of(json), StandardCharsets.UTF_8);
    }

    /** {@code transportDocumentChecksum}, also the issuance manifest's {@code documentChecksum}. */
    public String checksum(String json) {
        return CanonicalJson.sha256Hex(json);
    }

    /** Every finding, with JSON pointers; what is not even JSON is a finding too. */
    public ValidationReport check(String json) {
        var outcome = JsonText.read(json);
        var tree = outcome.tree();
        if (tree == null) {
            String why = "the transport document " + outcome.refusal();
            return new ValidationReport(RULE_SET, List.of(new Finding("JSON-MALFORMED", Severity.ERROR, "", why)));
        }
        var found = new ArrayList<Finding>();
        TransportDocumentShape.TRANSPORT_DOCUMENT.check(tree, "", found);
        if (found.isEmpty()) {
            conditions(tree, found);
        }
        return new ValidationReport(RULE_SET, found.size() > MAX_FINDINGS ? found.subList(0, MAX_FINDINGS) : found);
    }

    /**
     * The bill as data.
     *
     * @throws Rejected with the findings when {@link #check} finds an error
     */
    public TransportDocument read(String json) {
        var report = check(json);
        var tree = JsonText.read(json).tree();
        if (tree == null || !report.valid()) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "The transport document is not DCSA's")
                    .withFindings(report.findings());
        }
        return TransportDocumentReader.read(tree);
    }

    /** The facts of a bill that came as JSON; {@code digest} names the bytes that are its record. */
    public BillFacts facts(UUID billId, String digest, String json) {
        return read(json).facts(billId, digest);
    }

    private static void conditions(JsonNode document, List<Finding> found) {
        boolean toOrder = document.path("isToOrder").booleanValue();
        var parties = document.path("documentParties");
        if (toOrder && "SWB".equals(document.path("transportDocumentTypeCode").textValue())) {
            found.add(new Finding("DCSA-CONDITION", Severity.ERROR, "/isToOrder", "a sea waybill is never to order"));
        }
        if (!toOrder && !parties.hasNonNull("consignee")) {
            found.add(new Finding(
                    "DCSA-CONDITION", Severity.ERROR, "/documentParties", "a straight bill names its consignee"));
        }
        if (!toOrder && parties.hasNonNull("endorsee")) {
            found.add(new Finding(
                    "DCSA-CONDITION",
                    Severity.ERROR,
                    "/documentParties/endorsee",
                    "only a bill to order has an endorsee"));
        }
        if (toOrder && parties.hasNonNull("consignee")) {
            found.add(new Finding(
                    "DCSA-CONDITION",
                    Severity.WARNING,
                    "/documentParties/consignee",
                    "a bill to order has an endorsee or none, not a consignee"));
        }
        issuer(document, found);
        boolean onBoard = document.hasNonNull("shippedOnBoardDate");
        if (onBoard != document.path("isShippedOnBoardType").booleanValue()) {
            found.add(new Finding(
                    "DCSA-CONDITION",
                    Severity.WARNING,
                    "/isShippedOnBoardType",
                    "says otherwise than whether there is a shippedOnBoardDate"));
        }
    }

    /** One carrier issues a bill: readers that take one or the other of two LEIs would not agree whose key counts. */
    private static void issuer(JsonNode document, List<Finding> found) {
        String codes = "/documentParties/issuingParty/identifyingCodes";
        var leis = new HashSet<String>();
        for (JsonNode code : document.at(codes)) {
            if (PartyId.GLEIF.equals(code.path("codeListProvider").textValue())) {
                leis.add(code.path("partyCode").asText());
            }
        }
        if (leis.size() > 1) {
            found.add(new Finding("DCSA-CONDITION", Severity.ERROR, codes, "the issuing party has two LEIs"));
        }
        if (TransportDocumentReader.issuingCarrier(document) == null) {
            found.add(new Finding("DCSA-CONDITION", Severity.ERROR, "/carrierCode", "no code names the carrier"));
        }
    }
}
