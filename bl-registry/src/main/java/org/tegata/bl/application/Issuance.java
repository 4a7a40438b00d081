package org.tegata.bl.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.CarrierActs;
import org.tegata.problem.Rejected;
import org.tegata.seal.CanonicalJson;

/**
 * What the carrier has to sign to issue a draft (DCSA EBL_ISS 3.0.4: {@code issueTo} and {@code IssuanceManifest}).
 *
 * @param issueTo to whom the bill will be issued
 * @param issuanceManifest checksums of the transport document, of {@code issueTo} and of the XML
 */
public record Issuance(ObjectNode issueTo, ObjectNode issuanceManifest) {

    /** The manifest of this draft. */
    public static Issuance of(Bill bill) {
        var holder = CarrierActs.issueTo(bill);
        var issueTo = JsonNodeFactory.instance.objectNode();
        issueTo.put("partyName", holder.partyName());
        issueTo.put("sendToPlatform", holder.eblPlatform());
        var codes = issueTo.putArray("identifyingCodes");
        for (var code : holder.identifyingCodes()) {
            var one = codes.addObject()
                    .put("codeListProvider", code.codeListProvider())
                    .put("partyCode", code.partyCode());
            if (code.codeListName() != null) {
                one.put("codeListName", code.codeListName());
            }
        }
        var manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("documentChecksum", bill.terms().transportDocumentChecksum());
        manifest.put("issueToChecksum", CanonicalJson.sha256Hex(issueTo.toString()));
        if (bill.terms().documentDigest() != null) {
            manifest.put("eBLVisualisationByCarrierChecksum", bill.terms().documentDigest());
        }
        return new Issuance(issueTo, manifest);
    }

    /** Refuses signed bytes that are not this manifest; spacing and order of members do not matter. */
    void requireSigned(byte[] payload) {
        byte[] signed;
        try {
            signed = CanonicalJson.of(new String(payload, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notJson) {
            throw new Rejected(BillProblem.ISSUANCE_MANIFEST_MISMATCH, "The signed manifest is not JSON");
        }
        if (!Arrays.equals(signed, CanonicalJson.of(issuanceManifest.toString()))) {
            throw new Rejected(
                    BillProblem.ISSUANCE_MANIFEST_MISMATCH, "The carrier signed another manifest than the draft's");
        }
    }
}
