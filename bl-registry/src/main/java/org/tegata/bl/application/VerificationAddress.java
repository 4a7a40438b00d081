package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.Print;

/** Where whoever holds a print of a bill finds out whether it is what the register says; goes into its QR code. */
@ApplicationScoped
public class VerificationAddress {

    private final String register;

    VerificationAddress(RegistryConfig config) {
        var url = config.publicUrl();
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("tegata.registry.public-url is no address of a register: " + url);
        }
        this.register = url.toString().replaceFirst("/+$", "");
    }

    /** The address for a print of the bill as it stands; a draft has none. */
    public String of(BillAtHead printed) {
        var print = Print.of(printed);
        return register + "/verify/" + print.billId() + "?head=" + print.head() + "&document=" + print.document();
    }

    /** The register's public keys, for whoever verifies the seals of a record. */
    public String keys() {
        return register + "/.well-known/jwks.json";
    }
}
