package org.tegata.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Our own check, without the providers' that would hide a gap in it. */
class SignatureFormTest {

    private static final Map<SealAlgorithm, Curve> CURVES = Map.of(
            SealAlgorithm.ES256, Curve.P_256, SealAlgorithm.ES384, Curve.P_384, SealAlgorithm.ES512, Curve.P_521);

    @Test
    void shouldWantBothHalvesBetweenZeroAndTheOrder() {
        CURVES.forEach((algorithm, curve) -> {
            var order = curve.toECParameterSpec().getOrder();
            var most = order.subtract(BigInteger.ONE);
            for (var sound : new BigInteger[] {BigInteger.ONE, BigInteger.TEN, most}) {
                assertThat(isSound(algorithm, sound, most)).isTrue();
                assertThat(isSound(algorithm, most, sound)).isTrue();
                for (var unsound : new BigInteger[] {BigInteger.ZERO, order, order.add(BigInteger.ONE)}) {
                    assertThat(isSound(algorithm, sound, unsound)).isFalse();
                    assertThat(isSound(algorithm, unsound, sound)).isFalse();
                }
            }
        });
    }

    @Test
    void shouldWantTheLengthOfTheAlgorithm() {
        for (var algorithm :
                new SealAlgorithm[] {SealAlgorithm.ES256, SealAlgorithm.ES384, SealAlgorithm.ES512, SealAlgorithm.EDDSA
                }) {
            for (int length = 0; length < 200; length++) {
                byte[] signature = new byte[length];
                if (length > 0) {

                    signature[length / 2] = 1;
                    signature[(length - 1) / 2] = 1;
                }
                assertThat(SignatureForm.isSound(algorithm, signature, CryptoProvider.JDK))
                        .as("%s of %d octets", algorithm, length)
                        .isEqualTo(length == algorithm.length());
            }
        }
    }

    @Test
    void shouldWantAnEd25519ScalarBelowTheOrder() {
        var order = Ed25519Points.ORDER;
        assertThat(isSoundEd25519(BigInteger.ZERO)).isTrue();
        assertThat(isSoundEd25519(order.subtract(BigInteger.ONE))).isTrue();
        assertThat(isSoundEd25519(order)).isFalse();
        assertThat(isSoundEd25519(order.add(BigInteger.ONE))).isFalse();
        assertThat(isSoundEd25519(BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE)))
                .isFalse();
    }

    private static boolean isSoundEd25519(BigInteger s) {
        byte[] r = Ed25519Points.GENERATOR.encoded();
        return SignatureForm.isSound(
                SealAlgorithm.EDDSA, SignatureForm.join(r, Ed25519Points.littleEndian(s)), CryptoProvider.JDK);
    }

    private static boolean isSound(SealAlgorithm algorithm, BigInteger r, BigInteger s) {
        int half = algorithm.length() / 2;
        return SignatureForm.isSound(
                algorithm, SignatureForm.join(octets(r, half), octets(s, half)), CryptoProvider.JDK);
    }

    private static byte[] octets(BigInteger number, int length) {
        byte[] shortest = number.toByteArray();
        int sign = shortest.length > length ? 1 : 0;
        byte[] fixed = new byte[length];
        System.arraycopy(shortest, sign, fixed, length - shortest.length + sign, shortest.length - sign);
        return fixed;
    }
}
