package org.tegata.system.history.live;

import java.math.BigInteger;
import org.tegata.cli.platform.SampleParty;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

/** A party of the run with its own signature key; every other one signs with Ed25519 instead of ES256. */
record Company(String party, String name, Sealer key) {

    /** The carrier and the shipper whom examples/trade/bill-of-lading.xml names. */
    static Company carrier() {
        return new Company(SampleParty.CARRIER.id(), SampleParty.CARRIER.companyName(), key(0));
    }

    static Company shipper() {
        return new Company(SampleParty.SHIPPER.id(), SampleParty.SHIPPER.companyName(), key(1));
    }

    static Company number(int n) {
        return new Company("GLEIF:" + lei("TGTAHISTORY%07d".formatted(n)), "Company " + n, key(n));
    }

    private static Sealer key(int n) {
        return Sealer.fromJwk(n % 2 == 0 ? Keys.newEcKeyJwk() : Keys.newEd25519KeyJwk());
    }

    /** With the check digits of ISO 17442 (ISO 7064, MOD 97-10). */
    private static String lei(String first18) {
        var digits = new StringBuilder();
        (first18 + "00").chars().forEach(letter -> digits.append(Character.getNumericValue(letter)));
        int check = 98
                - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        return first18 + "%02d".formatted(check);
    }
}
