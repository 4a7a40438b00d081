package org.tegata.seal;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** What every signature is checked for before a provider sees it, so that all providers refuse the same. */
final class SignatureForm {

    private static final byte[] P256_ORDER =
            order(64, "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    private static final byte[] P384_ORDER = order(
            96, "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973");
    private static final byte[] P521_ORDER = order(
            132,
            "1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa"
                    + "51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409");
    /** RFC 8032 section 5.1: L, big-endian. */
    private static final byte[] ED25519_ORDER =
            order(64, "1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");

    private static final byte[] NEUTRAL = Arrays.copyOf(new byte[] {1}, Ed25519.PUBLIC_KEY_SIZE);

    private SignatureForm() {}

    static boolean isSound(SealAlgorithm algorithm, byte[] signature, CryptoProvider provider) {
        return switch (algorithm) {
            case ES256 -> isEcdsa(signature, P256_ORDER);
            case ES384 -> isEcdsa(signature, P384_ORDER);
            case ES512 -> isEcdsa(signature, P521_ORDER);
            case EDDSA -> isEd25519(signature, provider);
            // RFC 8017 section 8.2.2: every provider asks for the length of the modulus and a lesser number.
            case RS256, RS384, RS512, PS256, PS384, PS512 -> true;
        };
    }

    /**
     * RFC 7518 section 3.4: R and S as octets of the order's length, both at least 1 and below the order. Providers
     * check that too, but for the JDK before 17.0.3, which takes two zeros (CVE-2022-21449).
     */
    private static boolean isEcdsa(byte[] signature, byte[] order) {
        int half = order.length;
        return signature.length == 2 * half
                && isBetweenZeroAnd(order, signature, 0, half)
                && isBetweenZeroAnd(order, signature, half, 2 * half);
    }

    private static boolean isBetweenZeroAnd(byte[] order, byte[] number, int from, int to) {
        if (Arrays.compareUnsigned(number, from, to, order, 0, order.length) >= 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (number[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * RFC 8032 section 5.1.7: S below the order. R is not the neutral point, which gives the private key away. Bouncy
     * Castle (1.83) multiplies the equation by the cofactor, the others do not; they agree once R, like the key, is in
     * the group of prime order.
     */
    private static boolean isEd25519(byte[] signature, CryptoProvider provider) {
        if (signature.length != Ed25519.SIGNATURE_SIZE) {
            return false;
        }
        byte[] s = new byte[ED25519_ORDER.length];
        for (int i = 0; i < s.length; i++) {
            s[i] = signature[signature.length - 1 - i];
        }
        return Arrays.compareUnsigned(s, ED25519_ORDER) < 0
                && !Arrays.equals(signature, 0, NEUTRAL.length, NEUTRAL, 0, NEUTRAL.length)
                && (provider != CryptoProvider.BOUNCY_CASTLE || Ed25519.validatePublicKeyFull(signature, 0));
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] order(int signatureLength, String hex) {
        byte[] number = new BigInteger(hex, 16).toByteArray();
        byte[] fixed = new byte[signatureLength / 2];
        int from = Math.max(0, number.length - fixed.length);
        System.arraycopy(number, from, fixed, fixed.length - (number.length - from), number.length - from);
        return fixed;
    }
}
