package org.tegata.gateway.partner;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.tegata.access.PartyId;
import org.tegata.gateway.PlatformKey;
import org.tegata.gateway.pint.KeyDirectory;
import org.tegata.gateway.pint.PlatformCode;
import org.tegata.seal.SealVerifier;

/** Answers whose keys count and where a partner is; reads the tables each time, so a withdrawn key is gone at once. */
@ApplicationScoped
public class Directory implements KeyDirectory {

    private final Partners partners;
    private final Carriers carriers;
    private final PlatformKey own;

    Directory(Partners partners, Carriers carriers, PlatformKey own) {
        this.partners = partners;
        this.carriers = carriers;
        this.own = own;
    }

    /** Where a partner's PINT API is, and who it is. */
    public record Partner(String eblPlatform, URI baseUrl, SealVerifier verifier) {}

    /** The partner with this code; never ourselves. */
    public Optional<Partner> partner(String eblPlatform) {
        if (!PlatformCode.hasForm(eblPlatform)) {
            return Optional.empty();
        }
        return QuarkusTransaction.joiningExisting()
                .call(() -> partners.findByIdOptional(eblPlatform)
                        .map(found ->
                                new Partner(eblPlatform, URI.create(found.baseUrl()), KeySets.verifier(found.jwks()))));
    }

    @Override
    public Optional<SealVerifier> platform(String eblPlatform) {
        if (eblPlatform.equals(own.eblPlatform())) {
            return Optional.of(own.verifier());
        }
        return partner(eblPlatform).map(Partner::verifier);
    }

    @Override
    public Optional<SealVerifier> carrier(PartyId carrier) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> carriers.findByIdOptional(carrier.toString()).map(found -> KeySets.verifier(found.jwks())));
    }
}
