package org.tegata.seal;

/**
 * Verifies a JWS compact against the keys of one signer. Stricter than common libraries: canonical base64url only,
 * asymmetric algorithms only, no header extensions, the algorithm must fit the key.
 */
public final class SealVerifier {

    /** Longest seal that is looked at; a chain entry with twenty transactions has about 20 kB. */
    public static final int MAX_LENGTH = 1_000_000;

    private final TrustedKeys keys;

    public SealVerifier(TrustedKeys keys) {
        this.keys = keys;
    }

    /** The sealed bytes, once a trusted key of the signer has made the seal. Keys inside the seal are never used. */
    public byte[] verify(String jws) throws SealRejected {
        var read = UnverifiedJws.read(jws);
        if (SealAlgorithm.named(read.header().algorithm()) == null) {
            throw new SealRejected("the algorithm is not accepted");
        }
        for (VerificationKey key : keys.candidates(read.header().keyId())) {
            if (key.holds(read)) {
                return read.payload();
            }
        }
        throw new SealRejected("no trusted key of the signer made this seal");
    }

    /** The payload of a seal that is NOT verified here; for finding out whose keys to ask for. */
    public static byte[] unverifiedPayload(String jws) throws SealRejected {
        return UnverifiedJws.read(jws).payload();
    }
}
