package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.Acts;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.ChainParty;
import org.tegata.bl.domain.Directory;
import org.tegata.bl.domain.NamedRecipient;
import org.tegata.bl.domain.PartyKeys;
import org.tegata.bl.json.IssuanceJson;
import org.tegata.problem.Rejected;
import org.tegata.seal.SealRejected;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.TrustedKeys;
import org.tegata.xml.Digest;

/** What this platform knows besides the bill: who lives here, and by which keys a carrier signs. */
@ApplicationScoped
class LocalKnowledge implements Acts.Asking {

    private final Directory directory;
    private final PartyKeys keys;
    private final Clock clock;
    private final String platform;

    LocalKnowledge(Directory directory, PartyKeys keys, Clock clock, RegistryConfig config) {
        this.directory = directory;
        this.keys = keys;
        this.clock = clock;
        this.platform = config.eblPlatform();
    }

    /** Who gets possession: on this platform only a party that it knows, else nobody could ever act on the bill. */
    @Override
    public ChainParty possessor(NamedRecipient named) {
        if (isHere(named) && directory.name(named.party()).isEmpty()) {
            throw new Rejected(BillProblem.UNKNOWN_RECIPIENT, "%s is not a party of %s", named.party(), platform);
        }
        return endorsee(named);
    }

    @Override
    public ChainParty endorsee(NamedRecipient named) {
        var eblPlatform = named.eblPlatform() == null ? platform : named.eblPlatform();
        var name = isHere(named) ? directory.name(named.party()).orElse(named.partyName()) : named.partyName();
        if (name == null) {
            throw new Rejected(BillProblem.PARTY_MISSING, "%s is not known here: give its partyName", named.party());
        }
        return ChainParty.of(named.party(), name, eblPlatform);
    }

    private boolean isHere(NamedRecipient named) {
        return named.eblPlatform() == null || named.eblPlatform().equals(platform);
    }

    @Override
    public String verifiedManifest(Bill bill, @Nullable String issuanceManifest) {
        var carrier = bill.terms().carrier().party();
        if (issuanceManifest == null || carrier == null) {
            throw new Rejected(BillProblem.ISSUANCE_SIGNATURE_REJECTED, "The signed issuance manifest is missing");
        }
        if (!IssuanceJson.isManifestOf(bill, payload(carrier, issuanceManifest))) {
            throw new Rejected(BillProblem.ISSUANCE_MANIFEST_MISMATCH, BillProblem.ISSUANCE_MANIFEST_MISMATCH.title());
        }
        return Digest.sha256Hex(issuanceManifest.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] payload(PartyId carrier, String manifest) {
        var now = clock.instant();
        var inForce =
                keys.of(carrier).stream().filter(key -> key.isInForce(now)).toList();
        if (inForce.isEmpty()) {
            throw new Rejected(BillProblem.CARRIER_UNKNOWN, "%s has no registered keys in force", carrier);
        }
        try {
            var jwks = inForce.stream().map(key -> key.jwk()).toList();
            return new SealVerifier(TrustedKeys.fromJwks("{\"keys\":" + jwks + "}")).verify(manifest);
        } catch (SealRejected rejected) {
            throw new Rejected(BillProblem.ISSUANCE_SIGNATURE_REJECTED, "%s", rejected.getMessage());
        }
    }
}
