package org.tegata.seal;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/** The group of RFC 8032 section 5.1 in slow plain numbers, for points that no honest signer would use. */
record Ed25519Points(BigInteger x, BigInteger y) {

    static final BigInteger P = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    static final BigInteger ORDER =
            new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);

    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final BigInteger ROOT_OF_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

    static final Ed25519Points NEUTRAL = new Ed25519Points(BigInteger.ZERO, BigInteger.ONE);
    static final Ed25519Points GENERATOR = decode(littleEndian(
            BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(P)).mod(P)));

    /** A generator of the eight points of small order. */
    static Ed25519Points ofOrderEight() {
        var random = new Random(8032);
        while (true) {
            byte[] candidate = new byte[32];
            random.nextBytes(candidate);
            var point = decode(candidate);
            if (point != null) {
                var small = point.times(ORDER);
                if (!small.times(BigInteger.valueOf(4)).equals(NEUTRAL)) {
                    return small;
                }
            }
        }
    }

    static Ed25519Points decode(byte[] encoded) {
        boolean odd = encoded[31] < 0;
        byte[] withoutSign = encoded.clone();
        withoutSign[31] &= 0x7f;
        var y = number(withoutSign).mod(P);
        var y2 = y.multiply(y);
        var x2 = y2.subtract(BigInteger.ONE)
                .multiply(D.multiply(y2).add(BigInteger.ONE).modInverse(P))
                .mod(P);
        var x = x2.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!x.multiply(x).mod(P).equals(x2)) {
            x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
        }
        if (!x.multiply(x).mod(P).equals(x2)) {
            return null;
        }
        return new Ed25519Points(x.testBit(0) == odd ? x : P.subtract(x).mod(P), y);
    }

    Ed25519Points plus(Ed25519Points other) {
        var product =
                D.multiply(x).multiply(other.x).multiply(y).multiply(other.y).mod(P);
        var newX = x.multiply(other.y).add(y.multiply(other.x));
        var newY = y.multiply(other.y).add(x.multiply(other.x));
        return new Ed25519Points(
                newX.multiply(BigInteger.ONE.add(product).modInverse(P)).mod(P),
                newY.multiply(BigInteger.ONE.subtract(product).modInverse(P)).mod(P));
    }

    Ed25519Points times(BigInteger factor) {
        var sum = NEUTRAL;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = sum.plus(sum);
            if (factor.testBit(bit)) {
                sum = sum.plus(this);
            }
        }
        return sum;
    }

    byte[] encoded() {
        byte[] bytes = littleEndian(y);
        if (x.testBit(0)) {
            bytes[31] |= (byte) 0x80;
        }
        return bytes;
    }

    /** The hash of RFC 8032 section 5.1.6 step 4. */
    static BigInteger challenge(byte[] r, byte[] key, byte[] message) throws NoSuchAlgorithmException {
        var hash = MessageDigest.getInstance("SHA-512");
        hash.update(r);
        hash.update(key);
        return number(hash.digest(message)).mod(ORDER);
    }

    static byte[] littleEndian(BigInteger number) {
        byte[] bigEndian = number.toByteArray();
        byte[] bytes = new byte[32];
        for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
            bytes[i] = bigEndian[bigEndian.length - 1 - i];
        }
        return bytes;
    }

    static BigInteger number(byte[] littleEndian) {
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[bigEndian.length - 1 - i];
        }
        return new BigInteger(1, bigEndian);
    }
}
