package org.tegata.bl.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.CarrierActs;
import org.tegata.seal.CanonicalJson;

/** What the carrier signs to issue a draft (DCSA EBL_ISS 3.0.4: {@code issueTo} and {@code IssuanceManifest}). */
public final class IssuanceJson {

    private IssuanceJson() {}

    /** To whom the draft will be issued. */
    public static ObjectNode issueTo(Bill bill) {
        var holder = CarrierActs.issueTo(bill);
        var issueTo = JsonNodeFactory.instance.objectNode();
        issueTo.put("partyName", holder.partyName());
        issueTo.put("sendToPlatform", holder.eblPlatform());
        issueTo.set("identifyingCodes", TransactionJson.codes(holder));
        return issueTo;
    }

    /** Checksums of the transport document, of {@code issueTo} and of the XML as it came. */
    public static ObjectNode manifest(Bill bill) {
        var manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("documentChecksum", bill.terms().transportDocumentChecksum());
        manifest.put("issueToChecksum", CanonicalJson.sha256Hex(issueTo(bill).toString()));
        if (bill.terms().documentDigest() != null) {
            manifest.put("eBLVisualisationByCarrierChecksum", bill.terms().documentDigest());
        }
        return manifest;
    }

    /** Whether signed bytes are this draft's manifest; spacing and the order of members do not matter. */
    public static boolean isManifestOf(Bill bill, byte[] signed) {
        try {
            var canonical = CanonicalJson.of(new String(signed, StandardCharsets.UTF_8));
            return Arrays.equals(canonical, CanonicalJson.of(manifest(bill).toString()));
        } catch (IllegalArgumentException notJson) {
            return false;
        }
    }
}
