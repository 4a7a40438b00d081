package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.CarrierActs;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.Directory;
import org.tegata.bl.json.IssuanceJson;
import org.tegata.problem.Rejected;
import org.tegata.seal.SealRejected;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.TrustedKeys;
import org.tegata.xml.Digest;

/** The carrier issues its draft by signing the issuance manifest; the shipper becomes the first holder. */
@ApplicationScoped
public class IssueBill {

    private final ActOnBill acts;
    private final Bills bills;
    private final Directory directory;

    IssueBill(ActOnBill acts, Bills bills, Directory directory) {
        this.acts = acts;
        this.bills = bills;
        this.directory = directory;
    }

    @Transactional
    public Bill issue(Request request, UUID billId, long version, String manifestJws) {
        return acts.act(request, billId, version, bill -> decide(request, bill, manifestJws));
    }

    private Decision decide(Request request, Bill bill, String manifestJws) {
        CarrierActs.mayIssue(bill, request.caller());
        if (!IssuanceJson.isManifestOf(bill, verified(ActOnBill.party(request), manifestJws))) {
            throw new Rejected(BillProblem.ISSUANCE_MANIFEST_MISMATCH, BillProblem.ISSUANCE_MANIFEST_MISMATCH.title());
        }
        bills.addIssuanceManifest(bill.id(), manifestJws);
        var checksum = Digest.sha256Hex(manifestJws.getBytes(StandardCharsets.UTF_8));
        return CarrierActs.issue(bill, request.caller(), checksum);
    }

    private byte[] verified(PartyId carrier, String manifestJws) {
        var keys = directory
                .carrierKeys(carrier)
                .orElseThrow(() -> new Rejected(BillProblem.CARRIER_UNKNOWN, "%s has no registered keys", carrier));
        try {
            return new SealVerifier(TrustedKeys.fromJwks(keys)).verify(manifestJws);
        } catch (SealRejected rejected) {
            throw new Rejected(BillProblem.ISSUANCE_SIGNATURE_REJECTED, "%s", rejected.getMessage());
        }
    }
}
